package endpointlab.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.clock.LabClock;
import endpointlab.cost.Spending;
import endpointlab.i18n.Messages;
import endpointlab.lab.CheckResult;
import endpointlab.lab.HandMade;
import endpointlab.lab.Identity;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import endpointlab.preflight.PreflightLine;
import endpointlab.preflight.PreflightReport;
import endpointlab.preflight.Zone;
import endpointlab.run.WaitInfo;
import endpointlab.run.WorkFound;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One JSON object per line. The field names are a contract. */
final class JsonReport implements Report {

    private final JsonMapper mapper = new JsonMapper();
    private final PrintStream out;
    private final Messages texts;

    JsonReport(PrintStream out, Messages texts) {
        this.out = out;
        this.texts = texts;
    }

    @Override
    public void begin(LabState state, LabClock clock, boolean resumed) {
        // The contract has no such event; status --json tells it.
    }

    @Override
    public void identity(Identity identity) {
        print(event("identity").put("account", identity.accountId()).put("arn", identity.arn())
                .put("region", identity.region()));
    }

    @Override
    public void preflight(PreflightLine line) {
        ObjectNode event = event("preflight").put("topic", line.topic().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("verdict", line.verdict().word()).put("message", texts.text(line.text(), line.arguments()))
                .put("remedy", line.remedy().isEmpty() ? "" : texts.text(line.remedy(), line.arguments()))
                .put("detail", line.detail());
        ArrayNode arguments = event.putArray("arguments");
        line.arguments().forEach(arguments::add);
        print(event);
    }

    @Override
    public void preflightEnd(PreflightReport found) {
        ObjectNode event = event("preflight-end").put("verdict", found.verdict().word())
                .put("zone", found.zone().map(Zone::name).orElse(null));
        ArrayNode zones = event.putArray("zones");
        found.zones().forEach(zone -> zones.addObject().put("name", zone.name()).put("id", zone.id()));
        ArrayNode earlier = event.putArray("earlierLabs");
        found.earlierLabs().forEach(one -> earlier.addObject().put("run", one.runId())
                .put("resources", one.resources()));
        print(event);
    }

    @Override
    public void keeping(Duration left) {
        print(event("keeping").put("seconds", left.toSeconds()));
    }

    @Override
    public void spending(Spending spending) {
        ObjectNode event = event("spending");
        SpendingText.write(spending, event);
        print(event);
    }

    @Override
    public void step(int step, StepState.Status status, long millis) {
        String word = switch (status) {
            case RUNNING -> "running";
            case DONE -> "done";
            default -> "failed";
        };
        print(event("step").put("step", step).put("status", word).put("ms", millis));
    }

    @Override
    public void resource(String id, String kind, ResourceState state) {
        print(event("resource").put("id", id).put("kind", kind).put("status", state.status().word())
                .put("awsId", state.awsId()));
    }

    @Override
    public void waiting(WaitInfo wait) {
        // Only people look at waits; programs see them end.
    }

    @Override
    public void waitEnded(String id) {
        // As above.
    }

    @Override
    public void check(int step, CheckResult result) {
        print(event("check").put("step", step).put("command", result.command()).put("exit", result.exit())
                .put("body", result.body()).put("expected", result.expected()));
    }

    @Override
    public void problem(Problem problem) {
        print(event("problem").put("code", problem.code()).put("message", texts.text(problem.cause(),
                problem.arguments())).put("remedy", texts.text(problem.remedy(), problem.arguments()))
                .put("operation", problem.operation()).put("detail", problem.detail())
                .put("requestId", problem.requestId()));
    }

    @Override
    public void badInput(List<String> sentences) {
        sentences.forEach(sentence -> print(event("problem").put("code", "BadInput").put("message", sentence)
                .put("remedy", "")));
        end(new End(false, false, OptionalInt.empty(), 0, OptionalLong.empty(), Map.of()));
    }

    @Override
    public void nothingToDo(String sentence) {
        end(new End(true, false, OptionalInt.of(0), 0, OptionalLong.empty(), Map.of()));
    }

    @Override
    public void leftovers(List<Priced> leftovers) {
        for (Priced one : leftovers) {
            Leftover left = one.left();
            print(event("problem").put("code", "Leftover")
                    .put("message", texts.text("terminal.leftover", left.kind(), left.awsId()))
                    .put("remedy", texts.text("terminal.leftover.remedy")).put("kind", left.kind())
                    .put("awsId", left.awsId()).put("ours", left.ours()).put("usdPerHour", one.perHour())
                    .put("command", left.removal()));
        }
    }

    @Override
    public void labs(List<FoundLab> labs) {
        for (FoundLab lab : labs) {
            ObjectNode event = event("lab").put("run", lab.runId()).put("region", lab.region())
                    .put("account", lab.accountId()).put("owner", lab.owner().orElse(null))
                    .put("createdAt", lab.createdAt().map(Instant::toString).orElse(null))
                    .put("ageSeconds", lab.age().map(Duration::toSeconds).orElse(null));
            event.put("usdPerHour", lab.perHour().isPresent() ? (Double) lab.perHour().getAsDouble() : null);
            print(event.put("resources", lab.parts().size()).put("chosen", lab.chosen()));
        }
    }

    @Override
    public void work(WorkFound found) {
        ObjectNode event = event("work").put("id", found.spec().id()).put("kind", found.spec().kind())
                .put("verdict", found.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("fits", found.fits()).put("problem", found.problem().map(Problem::code).orElse(null));
        ArrayNode candidates = event.putArray("candidates");
        for (HandMade one : found.candidates()) {
            ObjectNode candidate = candidates.addObject().put("awsId", one.awsId())
                    .put("how", one.how().name().toLowerCase(Locale.ROOT));
            ArrayNode differences = candidate.putArray("differences");
            one.differences().forEach(difference -> differences.addObject().put("setting", difference.setting())
                    .put("planned", difference.expected()).put("found", difference.found())
                    .put("matters", HandMade.matters(difference)));
        }
        print(event);
    }

    @Override
    public void ended(String sentence, End end) {
        end(end);
    }

    @Override
    public void end(End end) {
        ObjectNode event = event("end").put("ok", end.ok());
        event.put("leftover", end.leftover().isPresent() ? (Integer) end.leftover().getAsInt() : null);
        event.put("wallMs", end.wallMs());
        event.put("criticalPathMs", end.criticalPathMs().isPresent() ? (Long) end.criticalPathMs().getAsLong() : null);
        ObjectNode calls = event.putObject("calls");
        for (String kind : List.of("create", "describe", "delete", "modify")) {
            calls.put(kind, end.calls().getOrDefault(kind, 0));
        }
        end.calls().forEach(calls::put);
        print(event);
    }

    private ObjectNode event(String name) {
        return mapper.createObjectNode().put("event", name);
    }

    private void print(ObjectNode object) {
        try {
            out.print(mapper.writeValueAsString(object) + "\n");
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
