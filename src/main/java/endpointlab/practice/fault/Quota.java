package endpointlab.practice.fault;

import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.InstanceStates;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;

/**
 * Quotas that an account may have lower than usual: how many there are, and what AWS says to one more.
 *
 * <p>Source: AWS-FACTS 2.3 and 2.5; EC2 and ELBv2 API References. Assumed: the words, except of VPCs, internet
 * gateways and instances.
 */
enum Quota {

    VPCS("vpcs", "VpcLimitExceeded", "VPCs", Set.of("CreateVpc"),
            (cloud, request) -> cloud.world.vpcs.all().size()),
    INTERNET_GATEWAYS("internet-gateways", "InternetGatewayLimitExceeded", "internet gateways",
            Set.of("CreateInternetGateway"), (cloud, request) -> cloud.world.internetGateways.all().size()),
    SUBNETS("subnets-per-vpc", "SubnetLimitExceeded", "subnets", Set.of("CreateSubnet"), (cloud, request) ->
            count(cloud.world.subnets.all(), one -> one.vpcId().equals(((CreateSubnetRequest) request).vpcId()))),
    ROUTE_TABLES("route-tables-per-vpc", "RouteTableLimitExceeded", "route tables", Set.of("CreateRouteTable"),
            (cloud, request) -> count(cloud.world.routeTables.all(),
                    one -> one.vpcId().equals(((CreateRouteTableRequest) request).vpcId()))),
    ROUTES("routes-per-route-table", "RouteLimitExceeded", "routes", Set.of("CreateRoute"), (cloud, request) ->
            cloud.world.routeTables.find(((CreateRouteRequest) request).routeTableId())
                    .map(one -> one.routes().size()).orElse(0)),
    SECURITY_GROUPS("security-groups", "SecurityGroupLimitExceeded", "security groups",
            Set.of("CreateSecurityGroup"), (cloud, request) -> cloud.world.securityGroups.all().size()),
    RULES("rules-per-security-group", "RulesPerSecurityGroupLimitExceeded", "rules per security group",
            Set.of("AuthorizeSecurityGroupIngress"), (cloud, request) -> cloud.world.securityGroups
                    .find(String.valueOf(((AuthorizeSecurityGroupIngressRequest) request).groupId()))
                    .map(one -> count(one.rules(), rule -> !rule.egress())).orElse(0)),
    KEY_PAIRS("key-pairs", "KeyPairLimitExceeded", "key pairs", Set.of("CreateKeyPair", "ImportKeyPair"),
            (cloud, request) -> cloud.world.keyPairs.all().size()),
    NETWORK_INTERFACES("network-interfaces", "NetworkInterfaceLimitExceeded", "network interfaces",
            Set.of("RunInstances", "CreateVpcEndpoint"), (cloud, request) -> count(
                    cloud.world.networkInterfaces.all(), one -> !cloud.passed(one.releasedAt()))),
    INSTANCES("instances", "InstanceLimitExceeded", "instances", Set.of("RunInstances"),
            (cloud, request) -> count(cloud.world.instances.all(), one -> isLiving(cloud, one))),
    VPC_ENDPOINTS("vpc-endpoints-per-vpc", "VpcEndpointLimitExceeded", "VPC endpoints", Set.of("CreateVpcEndpoint"),
            (cloud, request) -> count(cloud.world.vpcEndpoints.all(), one -> one.vpcId().equals(
                    ((CreateVpcEndpointRequest) request).vpcId()) && !cloud.passed(one.deletedAt()))),
    LOAD_BALANCERS("load-balancers", "TooManyLoadBalancers", "load balancers", Set.of("CreateLoadBalancer"),
            (cloud, request) -> cloud.world.loadBalancers.all().size()),
    TARGET_GROUPS("target-groups", "TooManyTargetGroups", "target groups", Set.of("CreateTargetGroup"),
            (cloud, request) -> cloud.world.targetGroups.all().size()),
    LISTENERS("listeners-per-load-balancer", "TooManyListeners", "listeners", Set.of("CreateListener"),
            (cloud, request) -> count(cloud.world.listeners.all(), one -> one.loadBalancerArn().equals(
                    ((CreateListenerRequest) request).loadBalancerArn())));

    private final String word;
    private final String code;
    private final String things;
    private final Set<String> actions;
    private final BiFunction<Cloud, SdkPojo, Integer> present;

    Quota(String word, String code, String things, Set<String> actions, BiFunction<Cloud, SdkPojo, Integer> present) {
        this.word = word;
        this.code = code;
        this.things = things;
        this.actions = actions;
        this.present = present;
    }

    static Quota named(String word) {
        return Arrays.stream(values()).filter(quota -> quota.word.equals(word)).findFirst().orElseThrow();
    }

    static String[] words() {
        return Arrays.stream(values()).map(quota -> quota.word).toArray(String[]::new);
    }

    List<String> operations() {
        return List.copyOf(actions);
    }

    /** Refuses what would go beyond {@code limit}. */
    Effect limitedTo(long limit) {
        return new Effect() {
            @Override
            public boolean counts() {
                return true;
            }

            @Override
            public boolean concerns(ApiCall call, Place place) {
                return place.cloud().world.locked(() -> present.apply(place.cloud(), call.request())) >= limit;
            }

            @Override
            public void before(ApiCall call, Place place) {
                throw new AwsException(code, Quota.this == INSTANCES ? instances(limit) : code.startsWith("Too")
                        ? "The maximum number of " + things + " has been reached"
                        : "The maximum number of " + things + " has been reached.");
            }
        };
    }

    private static String instances(long limit) {
        return "You have requested more instances (" + (limit + 1) + ") than your current instance limit of " + limit
                + " allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request "
                + "to request an adjustment to this limit.";
    }

    private static boolean isLiving(Cloud cloud, Instance instance) {
        return !InstanceStates.at(instance, cloud.now()).equals(InstanceStates.TERMINATED);
    }

    private static <E> int count(List<E> all, Predicate<E> condition) {
        return (int) all.stream().filter(condition).count();
    }
}
