package endpointlab.practice.elb;

/**
 * The quotas of an account that DescribeAccountLimits tells and the practice cloud keeps.
 *
 * <p>Source: NLB User Guide, "Quotas for your Network Load Balancers".
 */
enum ElbLimit {

    NETWORK_LOAD_BALANCERS("network-load-balancers", 50),
    TARGET_GROUPS("target-groups", 3_000),
    LISTENERS("listeners-per-network-load-balancer", 50),
    TARGETS("targets-per-target-group", 1_000),
    TARGET_GROUPS_PER_ACTION("target-groups-per-action-on-network-load-balancer", 1);

    private final String awsName;
    private final int most;

    ElbLimit(String awsName, int most) {
        this.awsName = awsName;
        this.most = most;
    }

    String awsName() {
        return awsName;
    }

    int most() {
        return most;
    }
}
