package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.Identity;
import endpointlab.lab.ProblemException;
import endpointlab.preflight.PreflightLine.Topic;
import endpointlab.resource.Account;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Looks at everything that can be known before the lab is begun. Makes nothing and changes nothing. */
public final class Preflight {

    private final Map<Topic, Check> checks = new EnumMap<>(Topic.class);

    /** @param workers runs the calls, some at the same time; must never queue */
    public Preflight(Executor workers) {
        this(EnumSet.allOf(Topic.class), workers);
    }

    /** @param topics looked at besides the identity */
    Preflight(Set<Topic> topics, Executor workers) {
        checks.put(Topic.CLOCK, new ClockCheck(Clock.systemUTC()));
        checks.put(Topic.PERMISSIONS, new PermissionCheck());
        checks.put(Topic.QUOTAS, new QuotaCheck());
        checks.put(Topic.EARLIER_LABS, new EarlierLabsCheck(workers));
        checks.put(Topic.ZONE, new ZoneCheck());
        checks.put(Topic.INSTANCE_TYPE, new InstanceTypeCheck());
        checks.put(Topic.IMAGE, new ImageCheck());
        checks.put(Topic.LOAD_BALANCER, new LoadBalancerCheck());
        checks.put(Topic.NAMES, new NameCheck());
        checks.put(Topic.ADDRESS, new AddressCheck());
        checks.put(Topic.COST, new CostCheck());
        checks.keySet().retainAll(topics);
    }

    /** Looks at one thing besides the identity. */
    Preflight(ClockCheck check) {
        checks.put(Topic.CLOCK, check);
    }

    /**
     * Blocks.
     *
     * @param listener is told of each line as it is found
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public PreflightReport look(AwsCaller aws, PreflightPlan plan, PreflightListener listener) {
        Findings findings = new Findings(listener);
        listener.looking(Topic.IDENTITY);
        try {
            Identity identity = Account.identity(aws);
            findings.identity = Optional.of(identity);
            findings.ok(Topic.IDENTITY, "identity", identity.accountId(), identity.arn(), identity.region());
        } catch (ProblemException nobody) {
            findings.add(PreflightLine.of(Topic.IDENTITY, Verdict.STOP, nobody.problem()));
            return findings.report();
        }
        checks.forEach((topic, check) -> {
            listener.looking(topic);
            look(topic, check, aws, plan, findings);
        });
        return findings.report();
    }

    /** What can't be looked at doesn't keep the lab from working. */
    private static void look(Topic topic, Check check, AwsCaller aws, PreflightPlan plan, Findings findings) {
        try {
            check.look(aws, plan, findings);
        } catch (ProblemException refused) {
            findings.add(PreflightLine.of(topic, Verdict.WARNING, refused.problem()));
        }
    }
}
