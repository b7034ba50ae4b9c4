package endpointlab.ui.wizard;

import endpointlab.lab.CheckResult;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.StepState;
import endpointlab.network.Flow;
import endpointlab.ui.diagram.Reality;
import endpointlab.ui.diagram.Way;
import java.util.ArrayList;
import java.util.List;

/** The flows that a check of the lab sends, as the judge of reachability wants them. Pure. */
final class CheckFlows {

    /** Any machine on the internet, from the addresses kept for documentation (RFC 5737). */
    private static final String ELSEWHERE = "203.0.113.10";
    private static final int SSH = 22;
    private static final int REFUSED = 7;
    private static final int TIMED_OUT = 28;

    private final Lab lab;

    CheckFlows(Lab lab) {
        this.lab = lab;
    }

    /** A flow and how its way is to be drawn. */
    record Sent(Flow flow, Way.Manner manner, Reality reality) {
    }

    /** What the check of a step sent; empty if it has none, or has not been run. */
    List<Sent> of(int step, LabState state) {
        List<Sent> sent = new ArrayList<>();
        StepState book = state.steps().getOrDefault(step, StepState.OPEN);
        boolean tried = book.check() != null || book.problem() != null && isCheck(book.problem().operation());
        for (CheckSpec check : lab.checks()) {
            if (check.step() == step && tried) {
                add(check, state, book.check(), sent);
            }
        }
        return sent;
    }

    private boolean isCheck(String id) {
        return lab.checks().stream().anyMatch(check -> check.id().equals(id));
    }

    private void add(CheckSpec check, LabState state, CheckResult result, List<Sent> sent) {
        String host = input(check, "host", state);
        int port = port(check, state);
        if (host.isEmpty() || port == 0) {
            return;
        }
        if (check.kind().equals("http-page")) {
            sent.add(new Sent(Flow.tcp(new Flow.Internet(ELSEWHERE), host, port), Way.Manner.REQUEST,
                    reality(result)));
            return;
        }
        sent.add(new Sent(Flow.tcp(new Flow.Internet(ELSEWHERE), host, SSH), Way.Manner.ACCESS,
                result == null ? Reality.UNKNOWN : Reality.ANSWERED));
        String instance = input(check, "instance", state);
        String endpoint = input(check, "endpoint-ip", state);
        if (!instance.isEmpty() && !endpoint.isEmpty()) {
            sent.add(new Sent(Flow.tcp(new Flow.FromInstance(instance), endpoint, port), Way.Manner.REQUEST,
                    reality(result)));
        }
    }

    private static Reality reality(CheckResult result) {
        if (result == null) {
            return Reality.UNKNOWN;
        }
        return switch (result.exit()) {
            case 0 -> result.passed() ? Reality.ANSWERED : Reality.OTHER_ANSWER;
            case REFUSED -> Reality.REFUSED;
            case TIMED_OUT -> Reality.SILENT;
            default -> Reality.UNKNOWN;
        };
    }

    private int port(CheckSpec check, LabState state) {
        String value = Input.parse(check.inputs().getOrDefault("port", "")) instanceof Input.FieldReference field
                ? FieldValues.of(lab, state).value(field.key()) : "";
        return value.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(value) : 0;
    }

    private static String input(CheckSpec check, String name, LabState state) {
        if (!(Input.parse(check.inputs().getOrDefault(name, "")) instanceof Input.ResourceReference reference)) {
            return "";
        }
        String awsId = state.resource(reference.resourceId()).awsId();
        return reference.attribute().equals("id") ? awsId == null ? "" : awsId
                : state.resource(reference.resourceId()).attributes().getOrDefault(reference.attribute(), "");
    }
}
