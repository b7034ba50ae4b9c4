package endpointlab.app;

import endpointlab.ui.concepts.ConceptView;
import endpointlab.ui.main.Screens;
import endpointlab.ui.settings.SettingsView;
import endpointlab.ui.settings.ShortcutSheet;
import endpointlab.ui.account.AccountView;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.LabDesk;
import endpointlab.ui.start.StartView;
import endpointlab.ui.sweep.SweepViewModel;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * The screens outside a lab; each is made when it is first shown, so that the start page is there soon, and keeps what
 * the learner left on it.
 */
public final class WindowScreens implements Screens {

    private final AppContext context;
    private final LabDesk desk;
    private final AccountDesk accounts;
    private final Path dataFolder;
    private final Runnable openFolder;
    private StartView start;
    private ConceptView concepts;
    private SettingsView settings;
    private AccountView account;

    public WindowScreens(AppContext context, LabDesk desk, AccountDesk accounts, Path dataFolder,
                         Runnable openFolder) {
        this.context = context;
        this.desk = desk;
        this.accounts = accounts;
        this.dataFolder = dataFolder;
        this.openFolder = openFolder;
    }

    @Override
    public Node start() {
        if (start == null) {
            start = new StartView(context, desk);
        }
        start.refresh();
        return start;
    }

    @Override
    public Node concept(int number) {
        if (concepts == null) {
            concepts = new ConceptView(context);
        }
        concepts.open(number);
        return concepts;
    }

    @Override
    public Node settings() {
        if (settings == null) {
            settings = new SettingsView(context, dataFolder, openFolder, context.navigator()::showStart);
        }
        settings.focusFirst();
        return settings;
    }

    @Override
    public Node account() {
        if (account == null) {
            account = new AccountView(context, accounts);
        }
        account.open();
        return account;
    }

    @Override
    public boolean isCleaningUp() {
        return account != null && account.labsLeft().model().phaseProperty().get() == SweepViewModel.Phase.CLEANING;
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
