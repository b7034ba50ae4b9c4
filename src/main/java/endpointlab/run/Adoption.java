package endpointlab.run;

import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.resource.Look;
import endpointlab.run.TaskGraph.End;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds by the tags what calls made whose answers were never saved: of a killed program, or of a run whose state was
 * lost.
 */
final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final Engine engine;
    private final Works works;
    private final OwnResources own;

    Adoption(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
        this.own = new OwnResources(engine, works.cancellation());
    }

    /** What may exist but has no known id; what is found gets its id, the rest stays as it is. */
    List<Problem> run() {
        TaskGraph tasks = new TaskGraph();
        for (String id : engine.graph().order()) {
            ResourceSpec spec = engine.lab().resource(id);
            if (isUnsure(engine.keeper().resource(id))) {
                List<String> needs = engine.graph().dependencies(id).stream().filter(tasks::has).toList();
                tasks.add(id, needs, early -> {
                    adopt(spec);
                    return End.DONE;
                });
            }
        }
        return tasks.run(engine.workers(), TaskGraph.SILENT).stream().map(TaskGraph.Ended::problem)
                .filter(Objects::nonNull).toList();
    }

    /** @return the state of a run of which nothing was saved, as if all that it may have made were made now */
    static LabState dated(LabState state, Instant now) {
        LabState dated = state;
        for (ResourceState each : state.resources().values()) {
            if (isUnsure(each) && each.intentAt() == null) {
                dated = dated.withResource(each.specId(), was ->
                        ResourceChanges.intended(was, was.clientToken(), Map.of(), now));
            }
        }
        return dated;
    }

    static boolean isUnsure(ResourceState state) {
        return state.mayExist() && state.awsId() == null;
    }

    private void adopt(ResourceSpec spec) {
        if (adopt(spec, find(spec))) {
            // Others are made of what is known of it.
            Look look = engine.handler(spec).look(works.toDelete(spec));
            engine.keeper().resource(spec.id(), was -> ResourceChanges.waiting(was, look));
        }
    }

    /**
     * @param found AWS ids; the run goes on with the first, clean-up finds the others by their tags
     * @return whether there was one
     */
    boolean adopt(ResourceSpec spec, List<String> found) {
        if (found.isEmpty()) {
            return false;
        }
        LOG.info("{} was left behind as {} and is adopted", spec.id(), found.get(0));
        engine.keeper().resource(spec.id(), was -> ResourceChanges.made(was, found.get(0), Map.of()));
        return true;
    }

    /** AWS ids; nothing of it can exist if something that it is made of doesn't. */
    List<String> find(ResourceSpec spec) {
        if (!works.knowsAll(spec)) {
            return List.of();
        }
        return own.find(engine.keeper().resource(spec.id()), () -> engine.handler(spec).find(works.toDelete(spec)));
    }
}
