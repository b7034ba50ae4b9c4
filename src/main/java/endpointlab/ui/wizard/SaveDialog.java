package endpointlab.ui.wizard;

import endpointlab.ui.shared.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the learner in the system's own dialog where an export shall go. */
final class SaveDialog implements Function<String, Optional<Path>> {

    private final Supplier<Window> owner;
    private final Texts texts;

    /** @param owner the window that the dialog belongs to */
    SaveDialog(Supplier<Window> owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> apply(String suggestedName) {
        String extension = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text("wizard.export.title"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("." + extension, "*." + extension));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }
}
