package endpointlab.run;

import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.resource.Sweep;
import endpointlab.resource.Sweep.Found;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks AWS what is left of the run. What carries the run's own tags is deleted once more: it was made by a call whose
 * answer never came.
 */
final class Proof {

    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

    private static final int ROUNDS = 4;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(10);
    private static final String ID = "proof";

    private final Engine engine;
    private final Works works;

    Proof(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
    }

    List<Leftover> leftovers() {
        List<Found> found = sweep();
        for (int round = 1; round < ROUNDS && !found.isEmpty(); round++) {
            found.stream().filter(one -> !isKnown(one)).forEach(this::deleteOrphan);
            works.cancellation().sleep(engine.clock(), BETWEEN_ROUNDS);
            found = sweep();
        }
        return found.stream().map(Found::leftover).toList();
    }

    private List<Found> sweep() {
        engine.waits().waiting(ID, "wait.proof");
        try {
            List<String> vpcs = engine.lab().resources().stream().filter(spec -> spec.kind().equals("vpc"))
                    .map(spec -> engine.keeper().resource(spec.id()).awsId()).filter(Objects::nonNull).toList();
            return new Sweep(engine.caller("", works.cancellation()), engine.keeper().state().runId(), vpcs,
                    engine.workers()).look();
        } finally {
            engine.waits().ended(ID);
        }
    }

    /** What the run knows has been tried just now; to try again would only wait as long once more. */
    private boolean isKnown(Found found) {
        ResourceState state = engine.keeper().state().resources().get(found.specId());
        return state != null && state.mayExist() && found.leftover().awsId().equals(state.awsId());
    }

    private void deleteOrphan(Found found) {
        Optional<ResourceSpec> spec = engine.lab().resources().stream()
                .filter(one -> one.id().equals(found.specId()) && one.kind().equals(found.leftover().kind()))
                .findFirst();
        if (spec.isEmpty()) {
            return;
        }
        LOG.info("{} {} was left behind and is deleted", found.leftover().kind(), found.leftover().awsId());
        ResourceState orphan = ResourceChanges.deleting(ResourceState.notMade(found.specId()),
                found.leftover().awsId());
        new OrphanRemover(engine, works).remove(spec.get(), orphan);
    }
}
