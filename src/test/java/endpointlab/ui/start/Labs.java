package endpointlab.ui.start;

import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.LabSession;
import endpointlab.ui.shared.LabDesk.LabSummary;
import endpointlab.ui.shared.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Labs in all states that the start page tells apart. */
public final class Labs {

    static final Lab LAB = new LabReader().read(LabReader.DEFAULT_LAB);

    private Labs() {
    }

    public static LabState fresh(String runId) {
        return changed(LabSession.newState(LAB, runId, "practice", "us-east-1", 7, "", Map.of()),
                TestApp.NOW.minus(Duration.ofMinutes(15)));
    }

    /** All steps up to {@code last} are done and what they make is ready. */
    public static LabState doneUpTo(String runId, int last) {
        LabState state = fresh(runId);
        Instant then = TestApp.NOW.minus(Duration.ofHours(1));
        for (ResourceSpec spec : LAB.resources()) {
            if (spec.step() <= last) {
                state = state.withResource(spec.id(), was -> new ResourceState(spec.id(), ResourceStatus.READY,
                        spec.kind() + "-0a1b2c3d4e5f60718", null, Map.of("private-ip", "10.0.1.10"), null, null, then,
                        then, then, null));
            }
        }
        for (int step = 1; step <= last; step++) {
            state = state.withStep(step, new StepState(StepState.Status.DONE, then, then, null, null));
        }
        return state;
    }

    public static LabState failedAt(String runId, int step) {
        Problem problem = new Problem("VpcLimitExceeded", "problem.unexpected.cause", "problem.unexpected.remedy",
                List.of(""), "CreateVpc", "", "");
        return doneUpTo(runId, step - 1).withStep(step,
                new StepState(StepState.Status.FAILED, TestApp.NOW, TestApp.NOW, null, problem));
    }

    public static LabState finished(String runId) {
        LabState state = doneUpTo(runId, 17);
        for (ResourceSpec spec : LAB.resources()) {
            state = state.withResource(spec.id(), was -> new ResourceState(spec.id(), ResourceStatus.DELETED,
                    was.awsId(), null, Map.of(), null, null, TestApp.NOW, TestApp.NOW, TestApp.NOW, TestApp.NOW));
        }
        return changed(state, TestApp.NOW.minus(Duration.ofDays(3)));
    }

    public static LabSummary summary(LabState state) {
        return new LabSummary(state.runId(), state, null);
    }

    public static LabSummary damaged(String runId) {
        return new LabSummary(runId, null, new Problem("StateFileDamaged", "problem.state-damaged.cause",
                "problem.state-damaged.remedy", List.of("lab.json", "lab.damaged-1.json"), "", "", ""));
    }

    private static LabState changed(LabState was, Instant at) {
        return new LabState(was.schema(), was.labId(), was.runId(), was.mode(), was.region(), was.accountId(),
                was.seed(), was.prefix(), was.values(), was.resources(), was.steps(), at, at);
    }
}
