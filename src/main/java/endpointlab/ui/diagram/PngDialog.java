package endpointlab.ui.diagram;

import endpointlab.ui.shared.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the learner in the system's own dialog where a PNG file shall go. */
public final class PngDialog implements Function<String, Optional<Path>> {

    private final Supplier<Window> owner;
    private final Texts texts;

    /** @param owner the window that the dialog belongs to */
    public PngDialog(Supplier<Window> owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> apply(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text("diagram.save.title"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }
}
