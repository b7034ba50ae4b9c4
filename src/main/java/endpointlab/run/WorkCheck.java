package endpointlab.run;

import endpointlab.lab.HandMade;
import endpointlab.lab.Input;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.resource.ByHand;
import endpointlab.resource.Look;
import endpointlab.resource.ResourceWork;
import endpointlab.run.WorkFound.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for what the learner made by hand for a step and compares it with what was planned. Changes nothing: what
 * it finds counts only for what is looked for after it.
 */
final class WorkCheck {

    private final ByHand byHand = new ByHand();

    private final Engine engine;
    private final Works works;
    private LabState state;

    WorkCheck(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
        this.state = engine.keeper().state();
    }

    /** All resources of the step, in the order of making. */
    List<WorkFound> look(int step) {
        List<WorkFound> all = new ArrayList<>();
        for (String id : engine.graph().order()) {
            ResourceSpec spec = engine.lab().resource(id);
            if (spec.step() == step) {
                works.cancellation().throwIfCancelled();
                all.add(look(spec));
            }
        }
        return all;
    }

    private WorkFound look(ResourceSpec spec) {
        ResourceState known = state.resource(spec.id());
        if (known.mayExist() && known.awsId() != null) {
            return new WorkFound(spec, Verdict.KNOWN,
                    List.of(new HandMade(known.awsId(), HandMade.How.TAGS, List.of())), Optional.empty());
        }
        if (!works.knowsAll(spec, state)) {
            return WorkFound.without(spec, Verdict.BASE_MISSING);
        }
        List<HandMade> found = byHand.find(spec.kind(), joined(spec), taken(spec));
        if (found.isEmpty()) {
            return WorkFound.without(spec, Verdict.MISSING);
        }
        return found.size() > 1 ? new WorkFound(spec, Verdict.SEVERAL, found, Optional.empty())
                : compare(spec, found.get(0));
    }

    private WorkFound compare(ResourceSpec spec, HandMade found) {
        state = state.withResource(spec.id(), was ->
                ResourceChanges.made(ResourceState.notMade(spec.id()), found.awsId(), Map.of()));
        Look look = engine.handler(spec).look(works.toLook(spec, state));
        if (look.status() == Look.Status.GONE && found.mattering().isEmpty()) {
            return WorkFound.without(spec, Verdict.MISSING);
        }
        state = state.withResource(spec.id(), was -> ResourceChanges.waiting(was, look));
        return new WorkFound(spec, Verdict.FOUND, List.of(ByHand.with(found, look.differences())), problem(look));
    }

    /** The private half of a key pair made by hand is where its maker put it. */
    private Optional<Problem> problem(Look look) {
        if (look.status() != Look.Status.FAILED) {
            return Optional.empty();
        }
        Problem why = look.problem();
        return Optional.of(!why.code().equals("KeyFileMissing") ? why : new Problem("HandMadeKey",
                "problem.hand-made-key.cause", "problem.hand-made-key.remedy",
                List.of(why.arguments().get(0), look.attributes().get("key-file") + ".pem", state.runId()), "", "", ""));
    }

    /** Together with what others that use it are made with: by that, too, it can be told. */
    private ResourceWork joined(ResourceSpec spec) {
        ResourceWork work = works.toLook(spec, state);
        Inputs inputs = new Inputs(engine.lab(), state);
        for (String id : engine.graph().dependants(spec.id())) {
            ResourceSpec user = engine.lab().resource(id);
            boolean uses = user.inputs().values().stream().anyMatch(text -> refersTo(text, spec));
            Map<String, String> others = new HashMap<>(uses ? inputs.known(user.inputs()) : Map.of());
            for (Map.Entry<String, String> other : others.entrySet()) {
                work = work.with(ByHand.JOINED + other.getKey(), other.getValue());
            }
        }
        return work;
    }

    private static boolean refersTo(String text, ResourceSpec spec) {
        return Input.parse(text) instanceof Input.ResourceReference reference
                && reference.resourceId().equals(spec.id());
    }

    /** What joins two others shares the id of one of them, with which it is looked for anyway. */
    private Set<String> taken(ResourceSpec spec) {
        return engine.lab().resources().stream()
                .filter(other -> other.kind().equals(spec.kind()) && !other.id().equals(spec.id()))
                .map(other -> state.resource(other.id())).filter(ResourceState::mayExist)
                .map(ResourceState::awsId).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
    }
}
