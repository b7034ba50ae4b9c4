package endpointlab.run;

import endpointlab.lab.HandMade;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.resource.ByHand;
import endpointlab.resource.Look;
import endpointlab.run.RunResult.Outcome;
import endpointlab.run.WorkFound.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what the learner made by hand for a step the lab's: its tags first, so that clean-up and sweep find it even
 * if the program is killed here, then its id.
 */
final class AdoptCommand {

    private static final Logger LOG = LoggerFactory.getLogger(AdoptCommand.class);

    private final Engine engine;
    private final Works works;

    AdoptCommand(Engine engine, Works works) {
        this.engine = engine;
        this.works = works;
    }

    /**
     * @param confirmed AWS ids by resource, as they were shown to the learner; nothing else is adopted
     * @return {@link Outcome#FAILED} with the reasons if something of the step isn't the lab's after it
     */
    RunResult run(int step, Map<String, String> confirmed) {
        works.learnAccount();
        List<Problem> problems = new ArrayList<>();
        for (WorkFound found : new WorkCheck(engine, works).look(step)) {
            Optional<Problem> refused = refusal(found, confirmed);
            refused.ifPresent(problems::add);
            if (refused.isEmpty() && found.verdict() == Verdict.FOUND) {
                works.cancellation().throwIfCancelled();
                adopt(found.spec(), found.candidates().get(0));
            }
        }
        new StepBook(engine).finishIfComplete(step);
        return new RunResult(problems.isEmpty() ? Outcome.DONE : Outcome.FAILED, problems, List.of());
    }

    private static Optional<Problem> refusal(WorkFound found, Map<String, String> confirmed) {
        if (found.fits()) {
            boolean asShown = found.verdict() == Verdict.KNOWN
                    || found.candidates().get(0).awsId().equals(confirmed.get(found.spec().id()));
            return asShown ? Optional.empty() : Optional.of(problem("hand-made-unconfirmed", found.spec().id()));
        }
        return Optional.of(found.problem().orElseGet(() -> switch (found.verdict()) {
            case SEVERAL -> problem("hand-made-several", found.spec().id(), found.candidates().stream()
                    .map(HandMade::awsId).toList().toString());
            case FOUND -> problem("hand-made-differs", found.candidates().get(0).awsId(),
                    endpointlab.lab.Difference.text(found.candidates().get(0).mattering()));
            default -> problem("hand-made-missing", found.spec().id());
        }));
    }

    private static Problem problem(String text, String... arguments) {
        return new Problem("ByHand", "problem." + text + ".cause", "problem." + text + ".remedy",
                List.of(arguments), "", "", "");
    }

    private void adopt(ResourceSpec spec, HandMade found) {
        engine.keeper().resource(spec.id(), was -> ResourceChanges.intended(was, null,
                new Outlived(engine).notes(spec), engine.clock().now()));
        ResourceState as = ResourceChanges.made(engine.keeper().resource(spec.id()), found.awsId(), Map.of());
        if (found.how() != HandMade.How.TAGS) {
            new ByHand().tag(spec.kind(), works.toLook(spec,
                    engine.keeper().state().withResource(spec.id(), was -> as)));
        }
        LOG.info("{} was made by hand as {} and is adopted", spec.id(), found.awsId());
        engine.keeper().resource(spec.id(), was -> as);
        Look look = engine.handler(spec).look(works.toMake(spec));
        engine.keeper().resource(spec.id(), was -> look.status() == Look.Status.READY
                ? ResourceChanges.ready(was, look, engine.clock().now()) : ResourceChanges.waiting(was, look));
    }
}
