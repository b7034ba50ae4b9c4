package endpointlab.run;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.resource.Look;
import endpointlab.resource.ResourceHandler;
import endpointlab.run.RunResult.Outcome;
import java.time.Instant;
import java.util.List;

/** The person's decisions, as the provider. */
final class Decisions {

    private final Engine engine;
    private final Works works;

    Decisions(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
    }

    /** Resources that come about by a decision. */
    static List<ResourceSpec> of(Engine engine) {
        return engine.lab().resources().stream().filter(spec -> engine.handler(spec).isDecision()).toList();
    }

    /** Rejects every request there is; what asked becomes {@code FAILED}, so that its step can be run again. */
    RunResult reject() {
        try {
            of(engine).forEach(this::reject);
            return new RunResult(Outcome.DONE, List.of(), List.of());
        } catch (ProblemException problem) {
            return new RunResult(Outcome.FAILED, List.of(problem.problem()), List.of());
        }
    }

    private void reject(ResourceSpec decision) {
        ResourceHandler handler = engine.handler(decision);
        handler.reject(works.toMake(decision));
        for (String id : engine.graph().dependencies(decision.id())) {
            ResourceSpec spec = engine.lab().resource(id);
            if (isAffected(engine.keeper().resource(id), spec, decision)) {
                awaitRejected(spec);
            }
        }
        engine.keeper().resource(decision.id(), was -> ResourceState.notMade(decision.id()));
    }

    /** What the decision is about: it was held, or is ready since the decision was taken. */
    private boolean isAffected(ResourceState state, ResourceSpec spec, ResourceSpec decision) {
        return spec.step() == decision.step() && (state.status() == ResourceStatus.WAITING
                || state.status() == ResourceStatus.READY);
    }

    private void awaitRejected(ResourceSpec spec) {
        ResourceHandler handler = engine.handler(spec);
        Instant since = engine.clock().now();
        Look look = handler.look(works.toMake(spec));
        while (look.status() != Look.Status.FAILED
                && engine.clock().now().isBefore(since.plus(handler.ready().budget()))) {
            engine.waits().waiting(spec.id(), "wait.rejection");
            works.cancellation().sleep(engine.clock(), handler.ready().often());
            look = handler.look(works.toMake(spec));
        }
        engine.waits().ended(spec.id());
        Look last = look;
        Problem problem = last.problem();
        engine.keeper().resource(spec.id(), was -> ResourceChanges.failed(was, problem, last.awsState()));
        engine.keeper().change(was -> was.withStep(spec.step(), new StepState(StepState.Status.FAILED,
                was.steps().getOrDefault(spec.step(), StepState.OPEN).startedAt(), Instant.now(), null, problem)));
    }
}
