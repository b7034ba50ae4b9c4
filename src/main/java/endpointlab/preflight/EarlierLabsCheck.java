package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.preflight.PreflightLine.Topic;
import endpointlab.resource.Sweep;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Earlier runs of the lab that weren't cleaned up: they cost money and use up quotas. */
final class EarlierLabsCheck implements Check {

    private final Executor workers;

    EarlierLabsCheck(Executor workers) {
        this.workers = workers;
    }

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        Map<String, Integer> runs = new TreeMap<>();
        Sweep.ofAllRuns(aws, workers).look().stream().map(found -> found.origin().run())
                .filter(run -> !run.isEmpty() && !run.equals(plan.state().runId()))
                .forEach(run -> runs.merge(run, 1, Integer::sum));
        findings.earlierLabs = runs.entrySet().stream().map(run -> new EarlierLab(run.getKey(), run.getValue()))
                .toList();
        if (runs.isEmpty()) {
            findings.ok(Topic.EARLIER_LABS, "earlier-none");
        }
        findings.earlierLabs.forEach(lab -> findings.warn(Topic.EARLIER_LABS, "earlier", lab.runId(),
                String.valueOf(lab.resources())));
    }
}
