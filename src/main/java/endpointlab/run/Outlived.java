package endpointlab.run;

import endpointlab.lab.Input;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has outlived something that it was made with and keeps a copy of, as an instance keeps the key of a key pair
 * that was made anew: only making it anew, too, helps. With what it was made is noted before the call that makes it.
 */
final class Outlived {

    /** Stands before the input's name in the attributes. */
    private static final String MADE_WITH = "made-with.";

    private final Engine engine;

    Outlived(Engine engine) {
        this.engine = engine;
    }

    /** Attributes that note with what a resource is about to be made. */
    Map<String, String> notes(ResourceSpec spec) {
        Map<String, String> notes = new LinkedHashMap<>();
        spec.inputs().forEach((name, text) -> kept(spec, name, text).map(ResourceState::awsId)
                .ifPresent(id -> notes.put(MADE_WITH + name, id)));
        return notes;
    }

    /** Why a resource that is there must be made anew; empty if it need not, or that isn't known. */
    Optional<Problem> of(ResourceSpec spec) {
        LabState state = engine.keeper().state();
        Map<String, String> known = state.resource(spec.id()).attributes();
        for (Map.Entry<String, String> input : spec.inputs().entrySet()) {
            String madeWith = known.get(MADE_WITH + input.getKey());
            Optional<ResourceState> now = kept(spec, input.getKey(), input.getValue())
                    .filter(one -> one.status() == ResourceStatus.READY);
            if (madeWith != null && now.isPresent() && !madeWith.equals(now.get().awsId())) {
                return Optional.of(new Problem("MadeWithAnother", "problem.made-with-another." + spec.kind() + ".cause",
                        "problem.made-with-another." + spec.kind() + ".remedy",
                        List.of(state.resource(spec.id()).awsId(), String.valueOf(spec.step())), "", "", ""));
            }
        }
        return Optional.empty();
    }

    /** Marks all that is so; calls nothing. */
    void mark() {
        for (ResourceSpec spec : engine.lab().resources()) {
            if (engine.keeper().resource(spec.id()).status() == ResourceStatus.READY) {
                of(spec).ifPresent(problem -> engine.keeper().resource(spec.id(),
                        was -> ResourceChanges.drifted(was, problem, was.awsState())));
            }
        }
    }

    private Optional<ResourceState> kept(ResourceSpec spec, String input, String text) {
        return engine.handler(spec).keepsWhatItWasMadeWith(input)
                && Input.parse(text) instanceof Input.ResourceReference reference
                ? Optional.of(engine.keeper().resource(reference.resourceId())) : Optional.empty();
    }
}
