package endpointlab.practice.policy;

import endpointlab.practice.policy.Policy.Decision;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.RequestInterceptor;
import endpointlab.practice.world.Cloud;
import java.util.Objects;
import java.util.Set;

/**
 * Lets a call pass only if the policy allows its action on all its resources, and answers else as the service does
 * ({@link Denial}), a dry run too. Without a policy everything passes. The policy may be changed at any time.
 */
public final class PolicyGuard implements RequestInterceptor {

    /** Source: STS API Reference: "No permissions are required to perform this operation." */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity");

    private final Cloud cloud;
    private final Authorizations authorizations;
    private final Denial denial;
    private volatile Policy policy = Policy.allowEverything();

    /** @param principal ARN of the practice cloud's one user */
    public PolicyGuard(Cloud cloud, String principal) {
        this.cloud = cloud;
        this.authorizations = new Authorizations(cloud, principal);
        this.denial = new Denial(principal);
    }

    /** Holds for calls from now on. */
    public void enforce(Policy next) {
        policy = Objects.requireNonNull(next);
    }

    /** @throws AwsException {@code UnauthorizedOperation} or {@code AccessDenied} */
    @Override
    public void before(ApiCall call) {
        Policy now = policy;
        if (now == Policy.allowEverything() || FREE.contains(call.iamAction())) {
            return;
        }
        for (Authorization asked : cloud.world.locked(() -> authorizations.of(call))) {
            Decision decision = now.decide(asked);
            if (decision != Decision.ALLOWED) {
                throw denial.answer(call.service(), asked, decision);
            }
        }
    }
}
