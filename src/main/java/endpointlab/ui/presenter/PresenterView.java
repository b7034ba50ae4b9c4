package endpointlab.ui.presenter;

import endpointlab.ui.diagram.DiagramView;
import endpointlab.ui.shared.Localizer;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The lab as shown to a room: the diagram large, one sentence, time against plan. At 1920×1080 nothing is smaller than
 * 24 px; on other screens everything scales with them.
 *
 * <p>Keys as a clicker sends them: Page Down and Page Up go to the next step and the one before, Space does what comes
 * next, B blanks the screen; M masks account and addresses, Escape and F11 leave.
 */
public final class PresenterView extends StackPane {

    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final double FONT = 24;

    private final PresenterModel model;
    private final DiagramView diagram;
    private final VBox page;
    private final BooleanProperty masked = new SimpleBooleanProperty(this, "masked");
    private final BooleanProperty blank = new SimpleBooleanProperty(this, "blank");
    private final ReadOnlyDoubleWrapper fontSize = new ReadOnlyDoubleWrapper(this, "fontSize", FONT);
    private Runnable onLeave = () -> { };

    /** @param diagram for this view alone; whoever made it keeps feeding it */
    public PresenterView(PresenterModel model, DiagramView diagram, Localizer localizer) {
        this.model = model;
        this.diagram = diagram;
        masked.set(model.mode().equals("aws"));
        diagram.maskedProperty().bind(masked);
        diagram.setToolbarVisible(false);
        StackPane room = new StackPane(diagram);
        room.getStyleClass().add("presenter-diagram");
        room.setMinHeight(0);
        VBox.setVgrow(room, Priority.ALWAYS);
        page = new VBox(new PresenterHeader(model, localizer, masked), new PresenterTitle(model), room,
                new PresenterFooter(model, localizer, fontSize.getReadOnlyProperty(),
                        diagram.lessMotionProperty()));
        page.getStyleClass().add("presenter-page");
        Region curtain = new Region();
        curtain.getStyleClass().add("curtain");
        curtain.visibleProperty().bind(blank);
        getChildren().addAll(page, curtain);
        getStyleClass().add("presenter");
        getStylesheets().add(PresenterView.class.getResource("/endpointlab/ui/presenter/presenter.css")
                .toExternalForm());
        // Text that is still too large must not make the view wider than its window, or it would stay too large.
        setMinSize(0, 0);
        page.setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(localizer.bind("presenter.name"));
        widthProperty().addListener((property, before, after) -> scaleText());
        heightProperty().addListener((property, before, after) -> scaleText());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // A button that has the focus must not be fired by the same key a second time.
        addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                event.consume();
            }
        });
    }

    private void scaleText() {
        double size = FONT * Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
        if (size > 0) {
            fontSize.set(size);
            page.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", size));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
            diagram.focusDiagram();
            event.consume();
        } else if (!event.isShortcutDown() && !event.isAltDown() && act(event.getCode())) {
            event.consume();
        }
    }

    private boolean act(KeyCode code) {
        if (blank.get() && code != KeyCode.F11) {
            blank.set(false);
            return true;
        }
        switch (code) {
            case PAGE_DOWN -> run(model.next());
            case PAGE_UP -> run(model.back());
            case SPACE -> run(model.primary());
            case B, PERIOD -> blank.set(true);
            case M -> masked.set(!masked.get());
            case ESCAPE -> {
                if (!diagram.closeCard()) {
                    onLeave.run();
                }
            }
            case F11 -> onLeave.run();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void run(PresenterModel.Action action) {
        if (!action.disabled().get()) {
            action.run();
        }
    }

    /** @param onLeave is run when the presenter wants the wizard back */
    public void setOnLeave(Runnable onLeave) {
        this.onLeave = onLeave;
    }

    /** Whether account id, addresses and DNS names are hidden; so from the start in AWS mode. */
    public BooleanProperty maskedProperty() {
        return masked;
    }

    /** Whether the screen is black. */
    public BooleanProperty blankProperty() {
        return blank;
    }
}
