package endpointlab.app;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import endpointlab.run.CallSummary;
import endpointlab.run.LabListener;
import endpointlab.run.WaitInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Turns what a session tells its listeners into a {@link Report}, and counts its calls. */
final class RunReporter implements LabListener {

    private final Lab lab;
    private final Report report;
    private final Map<String, Integer> calls = new TreeMap<>();

    RunReporter(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    @Override
    public synchronized void changed(LabState before, LabState after) {
        for (ResourceSpec spec : lab.resources()) {
            ResourceState now = after.resource(spec.id());
            ResourceState then = before.resource(spec.id());
            if (now.status() != then.status() || !Objects.equals(now.awsId(), then.awsId())) {
                report.resource(spec.id(), spec.kind(), now);
            }
        }
        after.steps().forEach((number, step) -> stepChanged(number, before.steps().get(number), step));
    }

    @Override
    public synchronized void waiting(WaitInfo wait) {
        report.waiting(wait);
    }

    @Override
    public synchronized void waitEnded(String id) {
        report.waitEnded(id);
    }

    @Override
    public synchronized void called(CallSummary call) {
        calls.merge(call.kind(), 1, Integer::sum);
    }

    /** AWS calls so far, by kind. */
    synchronized Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    private void stepChanged(int number, StepState before, StepState after) {
        boolean checked = after.check() != null && (before == null || !after.check().equals(before.check()));
        if (checked) {
            report.check(number, after.check());
        }
        boolean moved = before == null || before.status() != after.status()
                || !Objects.equals(before.startedAt(), after.startedAt());
        if (moved && after.status() != StepState.Status.OPEN) {
            report.step(number, after.status(), millis(after.startedAt(), after.finishedAt()));
        }
    }

    private static long millis(Instant started, Instant finished) {
        return started == null || finished == null ? 0 : Duration.between(started, finished).toMillis();
    }
}
