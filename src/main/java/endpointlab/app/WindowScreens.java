package endpointlab.app;

import endpointlab.ui.concepts.ConceptView;
import endpointlab.ui.main.Screens;
import endpointlab.ui.settings.SettingsView;
import endpointlab.ui.settings.ShortcutSheet;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.LabDesk;
import endpointlab.ui.start.StartView;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** The screens outside a lab; each is made once and keeps what the learner left on it. */
public final class WindowScreens implements Screens {

    private final AppContext context;
    private final StartView start;
    private final ConceptView concepts;
    private final SettingsView settings;

    public WindowScreens(AppContext context, LabDesk desk, Path dataFolder, Runnable openFolder) {
        this.context = context;
        this.start = new StartView(context, desk);
        this.concepts = new ConceptView(context);
        this.settings = new SettingsView(context, dataFolder, openFolder, context.navigator()::showStart);
    }

    @Override
    public Node start() {
        start.refresh();
        return start;
    }

    @Override
    public Node concept(int number) {
        concepts.open(number);
        return concepts;
    }

    @Override
    public Node settings() {
        settings.focusFirst();
        return settings;
    }

    @Override
    public void showShortcuts(Node screen) {
        if (!(screen.getParent() instanceof Pane place) || place.lookup("#shortcuts") != null) {
            return;
        }
        Scene scene = screen.getScene();
        Node before = scene == null ? null : scene.getFocusOwner();
        StackPane shade = new StackPane();
        shade.setId("shortcuts");
        shade.getStyleClass().add("sheet-shade");
        ShortcutSheet sheet = new ShortcutSheet(context.localizer(), context.appearance(), () -> {
            place.getChildren().remove(shade);
            if (before != null) {
                before.requestFocus();
            }
        });
        shade.getChildren().setAll(sheet);
        place.getChildren().add(shade);
        sheet.focusFirst();
    }
}
