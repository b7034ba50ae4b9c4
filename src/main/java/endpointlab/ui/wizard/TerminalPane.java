package endpointlab.ui.wizard;

import endpointlab.lab.CheckSpec;
import endpointlab.ui.shared.CopyButton;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabReach;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.wizard.TerminalLines.Kind;
import endpointlab.ui.wizard.TerminalLines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The check's SSH session and a prompt for further commands on that machine, one channel per line. */
final class TerminalPane extends VBox {

    private static final int LINES_KEPT = 2_000;

    private final WizardModel model;
    private final Localizer texts;
    private final LabReach reach;
    private final TerminalLines terminal;
    private final CommandHistory history = new CommandHistory();
    private final List<Line> typed = new ArrayList<>();
    private final VBox screen = new VBox();
    private final ScrollPane scroll = new ScrollPane(screen);
    private final Label prompt = Labels.plain("terminal-prompt");
    private final TextField input = new TextField();
    private final HBox inputLine = new HBox(prompt, input);
    private List<Line> shown = List.of();

    TerminalPane(WizardModel model, Localizer texts, LabReach reach) {
        this.model = model;
        this.texts = texts;
        this.reach = reach;
        this.terminal = new TerminalLines(model.lab(), texts);
        getStyleClass().add("terminal");
        screen.getStyleClass().add("terminal-screen");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("terminal-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        screen.heightProperty().addListener((property, before, after) -> scroll.setVvalue(1));
        input.getStyleClass().addAll("mono", "terminal-input");
        input.promptTextProperty().bind(texts.bind("wizard.terminal.hint"));
        input.accessibleTextProperty().bind(texts.bind("wizard.terminal.input"));
        HBox.setHgrow(input, Priority.ALWAYS);
        prompt.setMinWidth(USE_PREF_SIZE);
        inputLine.getStyleClass().add("terminal-line");
        input.setOnAction(event -> enter());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        CopyButton copy = new CopyButton(texts, "wizard.copy", this::asText);
        HBox bar = new HBox(Labels.spring(), copy);
        bar.getStyleClass().add("terminal-bar");
        getChildren().addAll(bar, scroll, inputLine);
        model.observer().stateProperty().addListener((property, before, after) -> show());
        model.currentStepProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
        show();
    }

    private void show() {
        Optional<CheckSpec> check = terminal.check(model.currentStepProperty().get());
        if (check.isEmpty()) {
            return;
        }
        List<Line> lines = new ArrayList<>(terminal.of(check.get(), model.state()));
        Labels.shown(inputLine, !lines.isEmpty());
        if (lines.isEmpty()) {
            lines.add(new Line(Kind.NOTE, "# ", texts.text("wizard.terminal.none")));
        }
        prompt.setText(terminal.prompt(check.get(), model.state()));
        lines.addAll(typed);
        if (!lines.equals(shown)) {
            shown = List.copyOf(lines);
            screen.getChildren().setAll(shown.stream().map(TerminalPane::line).toList());
        }
    }

    private static TextFlow line(Line line) {
        Text before = new Text(line.prompt());
        before.getStyleClass().add("terminal-prompt-text");
        Text text = new Text(line.text());
        text.getStyleClass().addAll("terminal-words", "terminal-" + line.kind().name().toLowerCase(Locale.ROOT));
        TextFlow flow = new TextFlow(before, text);
        flow.getStyleClass().addAll("terminal-row", "terminal-row-" + line.kind().name().toLowerCase(Locale.ROOT));
        flow.setAccessibleText(line.prompt() + line.text());
        return flow;
    }

    private void enter() {
        String command = input.getText().strip();
        if (command.isEmpty() || input.isDisabled()) {
            return;
        }
        history.add(command);
        input.clear();
        add(List.of(new Line(Kind.REMOTE, prompt.getText(), command)));
        input.setDisable(true);
        reach.runOnCustomerInstance(command).whenComplete((output, failure) -> FxThread.run(() -> {
            List<Line> lines = new ArrayList<>();
            if (failure == null) {
                TerminalLines.output(Kind.OUTPUT, output.output(), lines);
                TerminalLines.output(Kind.ERROR, output.errors(), lines);
                if (output.exit() != 0) {
                    lines.add(new Line(Kind.NOTE, "# ", texts.text("wizard.terminal.exit",
                            String.valueOf(output.exit()))));
                }
            } else {
                lines.add(new Line(Kind.ERROR, "", new Failures(texts).sentence(failure)));
            }
            add(lines);
            input.setDisable(false);
            input.requestFocus();
        }));
    }

    private void add(List<Line> lines) {
        typed.addAll(lines);
        while (typed.size() > LINES_KEPT) {
            typed.remove(0);
        }
        show();
    }

    private void walk(KeyEvent event) {
        String text = switch (event.getCode()) {
            case UP -> history.older(input.getText());
            case DOWN -> history.newer(input.getText());
            default -> null;
        };
        if (text != null) {
            input.setText(text);
            input.end();
            event.consume();
        }
    }

    private String asText() {
        return shown.stream().map(line -> line.prompt() + line.text()).collect(Collectors.joining("\n"));
    }
}
