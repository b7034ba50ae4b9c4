package endpointlab.app;

import endpointlab.aws.MfaPrompt;
import endpointlab.clock.Pace;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.store.LabStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which practice clouds a sweep looks into: the one that was named, else those of all unfinished labs that are kept
 * here.
 */
final class SweptPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(SweptPlaces.class);

    private final LabShelf shelf;
    private final CloudOptions options;
    private final Optional<String> region;

    /** @param region the only one to look into; empty for any */
    SweptPlaces(LabShelf shelf, CloudOptions options, Optional<String> region) {
        this.shelf = shelf;
        this.options = options;
        this.region = region;
    }

    /**
     * @param told     is told what the learner should know of labs that can be used
     * @param unusable is told of each lab of which can't be told where it lives
     * @throws BadInput if the named cloud's address is malformed
     */
    List<SweptPlace> find(Consumer<Problem> told, Consumer<Problem> unusable) {
        Optional<CloudAddress> address = options.address();
        Trouble trouble = options.trouble();
        if (address.isPresent()) {
            if (!trouble.isNone()) {
                throw BadInput.of("trouble-elsewhere");
            }
            address.ifPresent(CloudAddress::ofPractice);
            return List.of(new SweptPlace(region.orElse(CommonOptions.DEFAULT_REGION), LabState.PRACTICE,
                    new LabAtWork.Way(address, options.profile(), options.pace().orElse(Pace.BRISK), trouble,
                            MfaPrompt.NOBODY, Optional.empty()), Optional.empty()));
        }
        Map<Object, SweptPlace> places = new LinkedHashMap<>();
        for (LabState state : unfinished(told, unusable)) {
            LabAtWork.Way way = LabAtWork.Way.of(shelf, state, options, MfaPrompt.NOBODY);
            Object where = way.address().<Object>map(other -> List.of(other.endpoint(), state.region()))
                    .orElse(state.runId());
            places.putIfAbsent(where, new SweptPlace(state.region(), LabState.PRACTICE, way,
                    way.address().isPresent() ? Optional.empty() : Optional.of(state)));
        }
        return List.copyOf(places.values());
    }

    private List<LabState> unfinished(Consumer<Problem> told, Consumer<Problem> unusable) {
        List<LabState> found = new ArrayList<>();
        for (String runId : shelf.store().runIds()) {
            try {
                Optional<LabStore.Loaded> lab = shelf.store().load(runId);
                lab.flatMap(LabStore.Loaded::problem).ifPresent(told);
                lab.map(LabStore.Loaded::state).filter(state -> !state.finished() && !state.inAws())
                        .filter(state -> region.map(state.region()::equals).orElse(true)).ifPresent(found::add);
            } catch (ProblemException failure) {
                LOG.warn("the lab {} can't be swept", runId, failure);
                unusable.accept(failure.problem());
            }
        }
        return found;
    }
}
