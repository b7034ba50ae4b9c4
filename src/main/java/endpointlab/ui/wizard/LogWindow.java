package endpointlab.ui.wizard;

import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.CopyButton;
import endpointlab.ui.shared.Localizer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** What happened so far, in a window of its own. */
final class LogWindow {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double WIDTH = 760;
    private static final double HEIGHT = 480;

    private final Localizer texts;
    private final Appearance appearance;
    private final LogModel log;
    private Stage stage;

    LogWindow(WizardModel model, Localizer texts, Appearance appearance) {
        this.texts = texts;
        this.appearance = appearance;
        this.log = new LogModel(model);
    }

    void show(Window owner) {
        if (stage == null) {
            stage = open(owner);
        }
        stage.show();
        stage.toFront();
    }

    private Stage open(Window owner) {
        ListView<LogModel.Entry> list = new ListView<>(log.entries());
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(Labels.bound(texts, "wizard.log.empty", "pane-empty"));
        list.accessibleTextProperty().bind(texts.bind("wizard.log.title"));
        log.entries().addListener((ListChangeListener<LogModel.Entry>) change ->
                list.scrollTo(log.entries().size() - 1));
        texts.languageProperty().addListener((property, before, after) -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox bar = new HBox(Labels.bound(texts, "wizard.log.title", "log-title"), Labels.spring(),
                new CopyButton(texts, "wizard.copy", () -> log.entries().stream().map(this::line)
                        .collect(Collectors.joining("\n"))));
        bar.getStyleClass().add("log-bar");
        VBox root = new VBox(bar, list);
        root.getStyleClass().addAll("log-window", "wizard");
        root.getStylesheets().add(
                LogWindow.class.getResource("/endpointlab/ui/wizard/wizard.css").toExternalForm());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        appearance.register(scene);
        Stage window = new Stage();
        window.initOwner(owner);
        window.titleProperty().bind(texts.bind("wizard.log.title"));
        window.setScene(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                window.hide();
            }
        });
        return window;
    }

    private String line(LogModel.Entry entry) {
        String word = entry.word().isEmpty() ? "" : "  " + texts.text(entry.word());
        String detail = entry.detail().isEmpty() ? "" : "  " + entry.detail();
        return TIME.format(entry.at().atZone(ZoneId.systemDefault())) + "  " + texts.text(entry.key()) + word
                + detail;
    }

    private final class Cell extends ListCell<LogModel.Entry> {

        private Cell() {
            getStyleClass().add("mono");
        }

        @Override
        protected void updateItem(LogModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? "" : line(entry));
        }
    }
}
