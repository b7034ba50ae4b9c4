package endpointlab.ui.wizard;

import endpointlab.lab.InboundRule;
import endpointlab.ui.shared.Localizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Inbound rules line by line: protocol, ports, source. Half-typed lines are kept as they are. */
final class RulesEditor extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final List<String> PROTOCOLS = List.of("tcp", "udp", "icmp", "all");

    private final StringProperty text;
    private final Localizer texts;
    private final VBox lines = new VBox();
    private final Button add;
    private final List<Line> rules = new ArrayList<>();
    private boolean locked;
    private boolean writing;

    RulesEditor(StringProperty text, Localizer texts) {
        this.text = text;
        this.texts = texts;
        getStyleClass().add("rules-editor");
        setAccessibleRole(AccessibleRole.PARENT);
        lines.getStyleClass().add("rule-lines");
        add = Labels.button(texts, "wizard.rules.add", "mdal-add", "small", "flat");
        add.setOnAction(event -> {
            Line line = addLine("tcp", "", "0.0.0.0/0");
            write();
            line.ports.requestFocus();
        });
        getChildren().addAll(lines, add);
        text.addListener((property, before, after) -> read());
        read();
    }

    void setLocked(boolean value) {
        locked = value;
        add.setDisable(value);
        rules.forEach(Line::showLocked);
    }

    private void read() {
        if (writing) {
            return;
        }
        rules.clear();
        lines.getChildren().clear();
        for (String rule : text.get().isBlank() ? new String[0] : text.get().split(",", -1)) {
            String[] parts = rule.strip().split("/", 3);
            addLine(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
        }
    }

    private Line addLine(String protocol, String ports, String source) {
        Line line = new Line(protocol, ports, source);
        rules.add(line);
        lines.getChildren().add(line);
        return line;
    }

    private void write() {
        writing = true;
        rules.forEach(Line::mark);
        text.set(rules.stream().map(Line::rule).collect(Collectors.joining(",")));
        writing = false;
    }

    private final class Line extends HBox {

        private final ComboBox<String> protocol = new ComboBox<>();
        private final TextField ports;
        private final TextField source;
        private final Button remove;

        private Line(String protocolText, String portsText, String sourceText) {
            getStyleClass().add("rule-line");
            protocol.getItems().setAll(PROTOCOLS);
            protocol.setValue(protocolText);
            protocol.getStyleClass().addAll("mono", "rule-protocol");
            protocol.accessibleTextProperty().bind(texts.bind("wizard.rules.protocol"));
            protocol.setMinWidth(USE_PREF_SIZE);
            ports = field(portsText, "wizard.rules.ports", "rule-ports");
            source = field(sourceText, "wizard.rules.source", "rule-source");
            HBox.setHgrow(source, Priority.ALWAYS);
            remove = Labels.icon(texts, "wizard.rules.remove", "mdal-close");
            remove.setOnAction(event -> {
                rules.remove(this);
                lines.getChildren().remove(this);
                write();
                add.requestFocus();
            });
            protocol.valueProperty().addListener((property, before, after) -> write());
            getChildren().addAll(protocol, ports, source, remove);
            showLocked();
            mark();
        }

        private void mark() {
            boolean bad = false;
            try {
                InboundRule.parse(rule());
            } catch (IllegalArgumentException halfTyped) {
                bad = true;
            }
            pseudoClassStateChanged(INVALID, bad);
        }

        private TextField field(String value, String nameKey, String style) {
            TextField field = new TextField(value);
            field.getStyleClass().addAll("mono", style);
            field.accessibleTextProperty().bind(texts.bind(nameKey));
            field.promptTextProperty().bind(texts.bind(nameKey));
            field.textProperty().addListener((property, before, after) -> write());
            return field;
        }

        private String rule() {
            return protocol.getValue() + "/" + ports.getText() + "/" + source.getText();
        }

        private void showLocked() {
            protocol.setDisable(locked);
            ports.setEditable(!locked);
            source.setEditable(!locked);
            Labels.shown(remove, !locked);
        }
    }
}
