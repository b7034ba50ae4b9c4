package endpointlab.run;

import endpointlab.aws.AwsFault;
import endpointlab.aws.RetryListener;
import endpointlab.lab.Holder;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceSpec;
import endpointlab.resource.ResourceWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While AWS refuses to delete something, names what holds it. What only its owner can take away isn't waited for as
 * long as what goes by itself. Used by one thread.
 */
final class Refusals implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Set<String> HELD = Set.of("DependencyViolation", "InvalidGroup.InUse", "ResourceInUse",
            "ResourceInUseException", "ExistingVpcEndpointConnections");
    private static final Duration ASK_EVERY = Duration.ofSeconds(15);
    /** Somebody's own instance may be going already. */
    private static final Duration OTHERS_MAY_GO = Duration.ofMinutes(2);

    private final Engine engine;
    private final ResourceSpec spec;
    private final Supplier<ResourceWork> work;
    private List<Holder> holders = List.of();
    private Instant asked;
    private Instant othersSince;

    /** @param work to ask with; its calls must not end here again */
    Refusals(Engine engine, ResourceSpec spec, Supplier<ResourceWork> work) {
        this.engine = engine;
        this.spec = spec;
        this.work = work;
    }

    /** @throws ProblemException if it has been held long enough by nothing but what isn't ours */
    @Override
    public void waitingOut(String what, AwsFault fault, Duration budget) {
        if (!HELD.contains(fault.code())) {
            engine.waits().waitingOut(spec.id(), what, fault.code(), List.of());
            return;
        }
        Instant now = engine.clock().now();
        if (asked == null || Duration.between(asked, now).compareTo(ASK_EVERY) >= 0) {
            asked = now;
            holders = ask();
            othersSince = !Holder.onlyOthers(holders) ? null : othersSince == null ? now : othersSince;
        }
        engine.waits().waitingOut(spec.id(), what, fault.code(), holders);
        if (othersSince != null && Duration.between(othersSince, now).compareTo(OTHERS_MAY_GO) > 0) {
            throw new ProblemException(problem(new Problem(fault.code(), "", "", List.of(), "", fault.message(),
                    fault.requestId()), holders), null);
        }
    }

    /** The problem with the holders named, if it is that something holds what should be deleted. */
    Problem explained(Problem problem) {
        if (!HELD.contains(problem.code()) || problem.cause().startsWith("problem.held")) {
            return problem;
        }
        List<Holder> now = ask();
        return now.isEmpty() ? problem : problem(problem, now);
    }

    private List<Holder> ask() {
        try {
            return engine.handler(spec).holders(work.get());
        } catch (ProblemException unknown) {
            LOG.warn("what holds {} could not be found out: {}", spec.id(), unknown.getMessage());
            return List.of();
        }
    }

    private Problem problem(Problem refused, List<Holder> by) {
        String text = Holder.onlyOthers(by) ? "problem.held-by-others" : "problem.held";
        return new Problem(refused.code(), text + ".cause", text + ".remedy",
                List.of(engine.keeper().resource(spec.id()).awsId(), Holder.text(by)), refused.operation(),
                refused.detail(), refused.requestId());
    }
}
