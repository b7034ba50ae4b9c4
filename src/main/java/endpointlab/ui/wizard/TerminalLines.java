package endpointlab.ui.wizard;

import endpointlab.lab.CheckResult;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.StepState;
import endpointlab.ui.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SSH session of the connectivity check, line by line, as it happened. Pure. */
final class TerminalLines {

    private static final String PEM = ".pem";

    private final Lab lab;
    private final Texts texts;

    TerminalLines(Lab lab, Texts texts) {
        this.lab = lab;
        this.texts = texts;
    }

    /** How a line is to look. */
    enum Kind {
        LOCAL, NOTE, REMOTE, OUTPUT, ERROR
    }

    /** @param prompt what stands before the text; empty if nothing */
    record Line(Kind kind, String prompt, String text) {
    }

    /** The check of a step that logs in; empty if the step has none. */
    Optional<CheckSpec> check(int step) {
        return lab.checks().stream().filter(check -> check.step() == step && check.kind().equals("ssh-curl"))
                .findFirst();
    }

    List<Line> of(CheckSpec check, LabState state) {
        CheckResult result = state.steps().getOrDefault(check.step(), StepState.OPEN).check();
        List<Line> lines = new ArrayList<>();
        if (result == null) {
            return lines;
        }
        lines.add(new Line(Kind.LOCAL, "$ ", "ssh -i " + input(check, "key-file", state) + PEM + " "
                + input(check, "user", state) + "@" + input(check, "host", state)));
        lines.add(new Line(Kind.NOTE, "# ", texts.text("wizard.terminal.host-key")));
        lines.add(new Line(Kind.NOTE, "# ", texts.text("wizard.terminal.login", input(check, "user", state))));
        lines.add(new Line(Kind.REMOTE, prompt(check, state), result.command()));
        output(Kind.OUTPUT, result.body(), lines);
        output(Kind.ERROR, result.stderr(), lines);
        return lines;
    }

    /** As bash on Amazon Linux writes it. */
    String prompt(CheckSpec check, LabState state) {
        String instance = check.inputs().getOrDefault("instance", "");
        String address = instance.isEmpty() ? "" : attribute(instance, "private-ip", state);
        return "[" + input(check, "user", state) + "@ip-" + address.replace('.', '-') + " ~]$ ";
    }

    static void output(Kind kind, String text, List<Line> lines) {
        text.stripTrailing().lines().forEach(line -> lines.add(new Line(kind, "", line)));
    }

    private String input(CheckSpec check, String name, LabState state) {
        String value = check.inputs().getOrDefault(name, "");
        return Input.parse(value) instanceof Input.ResourceReference reference
                ? state.resource(reference.resourceId()).attributes().getOrDefault(reference.attribute(), "")
                : value;
    }

    private String attribute(String reference, String name, LabState state) {
        return Input.parse(reference) instanceof Input.ResourceReference resource
                ? state.resource(resource.resourceId()).attributes().getOrDefault(name, "") : "";
    }
}
