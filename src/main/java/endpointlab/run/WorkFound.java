package endpointlab.run;

import endpointlab.lab.HandMade;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import java.util.List;
import java.util.Optional;

/**
 * What looking for one resource of a step showed, which the learner may have made by hand.
 *
 * @param candidates what it could be; for {@link Verdict#KNOWN} what it is
 * @param problem    why it can't be the lab's as it is, apart from differences
 */
public record WorkFound(ResourceSpec spec, Verdict verdict, List<HandMade> candidates, Optional<Problem> problem) {

    public WorkFound {
        candidates = List.copyOf(candidates);
    }

    /** How far it is told what it is. */
    public enum Verdict {
        /** The lab has it already. */
        KNOWN,
        FOUND,
        /** More than one thing is as likely. */
        SEVERAL,
        MISSING,
        /** It can't be looked for, because what it is made of isn't there. */
        BASE_MISSING
    }

    /** Whether the lab can go on with it. */
    public boolean fits() {
        return verdict == Verdict.KNOWN || verdict == Verdict.FOUND && problem.isEmpty()
                && candidates.get(0).mattering().isEmpty();
    }

    static WorkFound without(ResourceSpec spec, Verdict verdict) {
        return new WorkFound(spec, verdict, List.of(), Optional.empty());
    }
}
