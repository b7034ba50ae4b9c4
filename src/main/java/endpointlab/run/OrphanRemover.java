package endpointlab.run;

import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.resource.ResourceHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes something of the run that the run's state doesn't know. */
final class OrphanRemover {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanRemover.class);

    private final Engine engine;
    private final Works works;

    OrphanRemover(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
    }

    /** What can't be deleted stays and is found again by the proof. */
    void remove(ResourceSpec spec, ResourceState orphan) {
        ResourceHandler handler = engine.handler(spec);
        try {
            handler.delete(works.toDelete(spec, orphan));
            handler.lingers().ifPresent(expectation -> new Patience(engine, works).untilGone(spec, expectation,
                    () -> handler.isGone(works.toDelete(spec, orphan))));
        } catch (ProblemException problem) {
            LOG.warn("{} could not be deleted: {}", orphan.awsId(), problem.getMessage());
        } finally {
            engine.waits().ended(spec.id());
        }
    }
}
