package endpointlab.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.cost.PriceTable;
import endpointlab.cost.Spending;
import endpointlab.i18n.Messages;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import endpointlab.store.LabHome;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows where the lab stands, as it was saved last. */
@Command(name = "status")
final class StatusCommand extends TerminalCommand {

    @Mixin
    private CloudOptions cloud;

    StatusCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        LabShelf shelf = new LabShelf(home);
        Optional<LabState> found = shelf.latest(cloud.address());
        shelf.problems().forEach(report::problem);
        PrintStream out = around().out();
        if (json()) {
            out.print(json(lab, found) + "\n");
        } else if (found.isEmpty()) {
            out.print(texts.text("terminal.no-lab") + "\n");
        } else {
            print(out, lab, found.get(), texts);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(PrintStream out, Lab lab, LabState state, Messages texts) {
        out.print(texts.text("terminal.status.head", state.labId(), state.runId(),
                texts.text("terminal.mode." + state.mode()), state.region(),
                String.valueOf(reached(lab, state))) + "\n");
        for (ResourceSpec spec : lab.resources()) {
            ResourceState resource = state.resource(spec.id());
            String id = resource.awsId() == null ? "" : "  " + resource.awsId();
            out.print("  " + spec.id() + "  " + texts.text("status." + resource.status().word()) + id + "\n");
        }
        spending(lab, state).ifPresent(spending -> SpendingText.lines(spending, texts)
                .forEach(line -> out.print(line + "\n")));
    }

    /** In practice nothing is spent. */
    private static Optional<Spending> spending(Lab lab, LabState state) {
        return state.inAws() ? Spending.of(lab, state, PriceTable.load(), Instant.now()) : Optional.empty();
    }

    /** Without a lab all values are {@code null} and there are no resources. */
    private static ObjectNode json(Lab lab, Optional<LabState> found) {
        ObjectNode status = new JsonMapper().createObjectNode();
        status.put("id", found.map(LabState::runId).orElse(null));
        status.put("lab", found.map(LabState::labId).orElse(null));
        status.put("mode", found.map(LabState::mode).orElse(null));
        status.put("region", found.map(LabState::region).orElse(null));
        status.put("step", found.map(state -> reached(lab, state)).orElse(null));
        ArrayNode resources = status.putArray("resources");
        found.ifPresent(state -> lab.resources().forEach(spec -> {
            ResourceState resource = state.resource(spec.id());
            resources.addObject().put("id", spec.id()).put("kind", spec.kind())
                    .put("status", resource.status().word()).put("awsId", resource.awsId());
        }));
        found.flatMap(state -> spending(lab, state)).ifPresent(spending ->
                SpendingText.write(spending, status.putObject("spending")));
        return status;
    }

    /** Number of the step up to which all are done, in the learner's order; 0 if none is. */
    private static int reached(Lab lab, LabState state) {
        int reached = 0;
        for (LabStep step : lab.steps()) {
            StepState now = state.steps().getOrDefault(step.number(), StepState.OPEN);
            if (now.status() != StepState.Status.DONE) {
                break;
            }
            reached = step.number();
        }
        return reached;
    }
}
