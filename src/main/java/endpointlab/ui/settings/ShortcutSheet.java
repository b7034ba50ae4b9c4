package endpointlab.ui.settings;

import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Widgets;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All keys of the window on one sheet; Esc closes it. */
public final class ShortcutSheet extends VBox {

    private static final String SHORTCUT = "Shortcut";

    private final Localizer localizer;
    private final Widgets widgets;
    private final Button close;

    /** What a key does; alternatives are separated by a bar. */
    private record Shortcut(String keys, String does) {
    }

    private static final List<Shortcut> STEPS = List.of(
            new Shortcut("Shortcut+Enter", "run"), new Shortcut("Shortcut+Shift+Enter", "run-to"),
            new Shortcut("Esc", "stop"), new Shortcut("Alt+← | Alt+→", "walk"),
            new Shortcut("Shortcut+1 … 4", "tabs"), new Shortcut("F5", "again"));
    private static final List<Shortcut> DIAGRAM = List.of(
            new Shortcut("Shortcut+D", "diagram"), new Shortcut("← | → | ↑ | ↓", "arrows"),
            new Shortcut("Enter", "enter"));
    private static final List<Shortcut> SCREEN = List.of(
            new Shortcut("Shortcut++ | Shortcut+−", "text-size"), new Shortcut("Shortcut+L", "log"),
            new Shortcut("F1", "help"));
    private static final List<Shortcut> PRESENTER = List.of(
            new Shortcut("F11", "presenter"), new Shortcut("PageDown | PageUp | Space", "clicker"));

    public ShortcutSheet(Localizer localizer, Appearance appearance, Runnable onClose) {
        this.localizer = localizer;
        this.widgets = new Widgets(localizer, appearance);
        this.close = widgets.button("shortcuts.close", "mdal-close", onClose);
        Columns groups = new Columns(30, 2, appearance.textSizeProperty());
        groups.getChildren().setAll(
                new VBox(group("steps", STEPS), group("diagram", DIAGRAM)),
                new VBox(group("screen", SCREEN), group("presenter", PRESENTER)));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox head = new HBox(widgets.heading("shortcuts.title", "page-heading"), Widgets.spring(), close);
        head.getStyleClass().add("section-head");
        getStyleClass().addAll("page", "shortcut-sheet");
        getStylesheets().addAll(
                ShortcutSheet.class.getResource("/endpointlab/ui/shared/page.css").toExternalForm(),
                ShortcutSheet.class.getResource("/endpointlab/ui/settings/settings.css").toExternalForm());
        getChildren().setAll(head, scroll);
        setMaxHeight(USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                event.consume();
                onClose.run();
            }
        });
    }

    /** Puts the focus where Esc, Enter and Space all close the sheet. */
    public void focusFirst() {
        close.requestFocus();
    }

    private Node group(String name, List<Shortcut> shortcuts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        ColumnConstraints keys = new ColumnConstraints();
        ColumnConstraints does = new ColumnConstraints();
        does.setHgrow(Priority.ALWAYS);
        keys.setPercentWidth(45);
        grid.getColumnConstraints().setAll(keys, does);
        int row = 0;
        for (Shortcut shortcut : shortcuts) {
            Label words = widgets.label(() -> localizer.text("shortcuts." + shortcut.does()));
            grid.addRow(row++, keys(shortcut, words), words);
        }
        VBox group = new VBox(widgets.heading("shortcuts.group." + name, "section-title"), grid);
        group.getStyleClass().add("shortcut-group");
        return group;
    }

    private static Node keys(Shortcut shortcut, Label words) {
        FlowPane keys = new FlowPane();
        keys.getStyleClass().add("keys");
        for (String alternative : shortcut.keys().split(" \\| ")) {
            Label key = new Label(shown(alternative));
            key.getStyleClass().add("key");
            key.setMinWidth(Label.USE_PREF_SIZE);
            keys.getChildren().add(key);
        }
        keys.setAccessibleRole(AccessibleRole.TEXT);
        keys.accessibleTextProperty().bind(words.textProperty().concat(": " + shown(shortcut.keys())));
        return keys;
    }

    private static String shown(String keys) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return keys.replace(SHORTCUT, mac ? "Cmd" : "Ctrl").replace("+", " + ").replace(" +  + ", " + +");
    }
}
