package endpointlab.practice.world;

import java.time.Duration;

/**
 * How long things take in AWS, in lab time: the one table of durations. Each row is a range from which a seeded draw
 * is taken, see {@link Timing}.
 *
 * <p>Source: AWS-FACTS 1.4, from AWS documentation and public logs where there are any. Rows marked "assumed" rest
 * on experience without a source.
 */
public enum Transition {

    /** Assumed. */
    VPC_AVAILABLE(0.6, 1.4),
    /** Assumed. */
    SUBNET_AVAILABLE(0.6, 1.4),
    /** How long a Describe may still answer not found after a create; differs from call to call. Assumed. */
    VISIBLE(0.0, 1.5),
    /** RunInstances until {@code running}. Assumed. */
    INSTANCE_RUNNING(12, 24),
    /** {@code running} until the status checks are {@code ok}. Assumed. */
    STATUS_CHECKS_OK(120, 200),
    /** {@code running} until sshd answers. Assumed. */
    SSHD_ANSWERS(18, 30),
    /** {@code running} until the console output is posted; empty before. Assumed. */
    CONSOLE_OUTPUT_POSTED(32, 45),
    /** Start of user data after sshd. Assumed. */
    USER_DATA_STARTS(4, 8),
    /** One dnf or yum install of a small package. Assumed. */
    PACKAGE_INSTALL(14, 26),
    /** TerminateInstances until {@code terminated}: 20–35 s in public logs. */
    INSTANCE_TERMINATED(20, 35),
    /** NLB {@code provisioning} until {@code active}: 142, 157 and 161 s in three public logs. */
    LOAD_BALANCER_ACTIVE(142, 161),
    /** DeleteLoadBalancer until its network interfaces are gone: 40 and 47 s in two public logs. */
    LOAD_BALANCER_RELEASED(40, 47),
    /** Target {@code initial} on an active NLB until its first health check: 70–120 s. */
    TARGET_FIRST_CHECK(70, 120),
    /** DeregisterTargets until the load balancer's nodes send no new connections to the target: 30–120 s. */
    TARGET_SERVES_ON(30, 120),
    /** Endpoint service says {@code Available}, CreateVpcEndpoint still answers 503: seconds to minutes. */
    ENDPOINT_SERVICE_USABLE(8, 25),
    /** DeleteVpcEndpointServiceConfigurations until gone. Assumed. */
    ENDPOINT_SERVICE_DELETED(2, 6),
    /** CreateVpcEndpoint until {@code pendingAcceptance}: seconds. Assumed. */
    ENDPOINT_REQUESTED(2, 6),
    /** Acceptance until {@code available}: 15–120 s. Assumed. */
    ENDPOINT_AVAILABLE(20, 50),
    /** DeleteVpcEndpoints until the endpoint and its network interface are gone: "a few minutes". */
    ENDPOINT_DELETED(90, 150);

    private final Duration shortest;
    private final Duration longest;

    Transition(double shortestSeconds, double longestSeconds) {
        this.shortest = Duration.ofMillis(Math.round(shortestSeconds * 1000));
        this.longest = Duration.ofMillis(Math.round(longestSeconds * 1000));
    }

    public Duration shortest() {
        return shortest;
    }

    public Duration longest() {
        return longest;
    }
}
