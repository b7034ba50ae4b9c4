package endpointlab.run;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.resource.Expectation;
import endpointlab.resource.ResourceHandler;
import java.util.List;
import java.util.Optional;

/** Deletes one resource of the run and waits until it, and what AWS made for it, is gone. */
final class ResourceRemover {

    private final Engine engine;
    private final Works works;

    ResourceRemover(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
    }

    /**
     * @param asked is run when AWS has accepted to delete it
     * @throws ProblemException if it can't be deleted; the state says so, too
     */
    void remove(ResourceSpec spec, Runnable asked) {
        Refusals refusals = new Refusals(engine, spec, () -> works.toDelete(spec));
        try {
            for (String id : ids(spec)) {
                engine.keeper().resource(spec.id(), was -> ResourceChanges.deleting(was, id));
                engine.handler(spec).delete(works.toDelete(spec, refusals));
                engine.waits().ended(spec.id());
                asked.run();
                awaitGone(spec);
            }
            engine.keeper().resource(spec.id(), was -> ResourceChanges.deleted(was, engine.clock().now()));
        } catch (ProblemException refused) {
            Problem problem = refusals.explained(refused.problem());
            engine.keeper().resource(spec.id(), was -> ResourceChanges.failed(was, problem));
            throw new ProblemException(problem, refused);
        } finally {
            engine.waits().ended(spec.id());
        }
    }

    private void awaitGone(ResourceSpec spec) {
        ResourceHandler handler = engine.handler(spec);
        Optional<Expectation> lingers = handler.lingers();
        lingers.ifPresent(expectation -> new Patience(engine, works).untilGone(spec, expectation,
                () -> handler.isGone(works.toDelete(spec))));
    }

    /** The saved id, or else whatever carries our tags: a call may have been sent whose answer was never saved. */
    private List<String> ids(ResourceSpec spec) {
        ResourceState state = engine.keeper().resource(spec.id());
        if (state.awsId() != null) {
            return List.of(state.awsId());
        }
        return new Adoption(engine, works).find(spec);
    }
}
