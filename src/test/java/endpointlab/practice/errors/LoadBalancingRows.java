package endpointlab.practice.errors;

import static endpointlab.practice.errors.ErrorLab.ELB_ARN;
import static endpointlab.practice.errors.ErrorLab.GONE;
import static endpointlab.practice.errors.Row.elb;

import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Entities.TargetGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** AWS-FACTS 2.5: load balancers, target groups, listeners and targets. */
final class LoadBalancingRows {

    private static final String NLB = ELB_ARN + "loadbalancer/net/gone/0123456789abcdef";
    private static final String GROUP = ELB_ARN + "targetgroup/gone/0123456789abcdef";
    private static final String LISTENER = ELB_ARN + "listener/net/gone/0123456789abcdef/0123456789abcdef";

    private LoadBalancingRows() {
    }

    static List<Row> all() {
        return Stream.of(taken(), quotas(), places(), targets(), inUse(), notThere()).flatMap(List::stream).toList();
    }

    private static Object create(ErrorLab lab, Consumer<CreateLoadBalancerRequest.Builder> more) {
        String subnet = lab.subnet(lab.vpc());
        return lab.elb().createLoadBalancer(r -> {
            r.name("MyNetwork-LB").type("network").subnets(subnet);
            more.accept(r);
        });
    }

    private static List<Row> taken() {
        return List.of(
                elb("DuplicateLoadBalancerName", "a load balancer's name with another scheme",
                        "A load balancer with the same name 'nlb' exists, but with different settings", lab -> {
                            String subnet = lab.subnet(lab.vpc());
                            lab.balancer("nlb", subnet);
                            return lab.elb().createLoadBalancer(r -> r.name("nlb").type("network").subnets(subnet)
                                    .scheme("internal"));
                        }),
                elb("DuplicateTargetGroupName", "a target group's name with another port",
                        "A target group with the same name 'tg' exists, but with different settings", lab -> {
                            String vpc = lab.vpc();
                            lab.targetGroup("tg", vpc);
                            return lab.elb().createTargetGroup(r -> r.name("tg").protocol("TCP").port(8080)
                                    .vpcId(vpc));
                        }),
                elb("DuplicateListener", "a port for another target group",
                        "A listener already exists on this port for this load balancer '…'", lab -> {
                            String vpc = lab.vpc();
                            String nlb = lab.balancer("nlb", lab.subnet(vpc));
                            lab.listener(nlb, lab.targetGroup("one", vpc), 80);
                            return lab.listener(nlb, lab.targetGroup("two", vpc), 80);
                        }),
                elb("TargetGroupAssociationLimit", "a target group for a second load balancer",
                        "The following target groups cannot be associated with more than one load balancer: …",
                        lab -> {
                            String vpc = lab.vpc();
                            String subnet = lab.subnet(vpc);
                            String group = lab.targetGroup("tg", vpc);
                            lab.listener(lab.balancer("one", subnet), group, 80);
                            return lab.listener(lab.balancer("two", subnet), group, 80);
                        }));
    }

    private static List<Row> quotas() {
        return List.of(
                elb("TooManyLoadBalancers", "51 load balancers",
                        "The maximum number of load balancers has been reached", lab -> {
                            IntStream.range(0, 50).forEach(i -> lab.world.loadBalancers.put(new LoadBalancer("arn" + i,
                                    "nlb" + i, "", "internal", "vpc", List.of(), List.of(), true, Map.of(),
                                    lab.practice.now(), lab.practice.now())));
                            return create(lab, r -> { });
                        }),
                elb("TooManyTargetGroups", "3001 target groups",
                        "The maximum number of target groups has been reached", lab -> {
                            IntStream.range(0, 3_000).forEach(i -> lab.world.targetGroups.put(new TargetGroup(
                                    "arn" + i, "tg" + i, "TCP", 80, "vpc", "instance", null, Map.of(), List.of(),
                                    lab.practice.now())));
                            return lab.targetGroup("tg", lab.vpc());
                        }),
                elb("TooManyListeners", "51 listeners",
                        "The maximum number of listeners for this load balancer has been reached", lab -> {
                            String vpc = lab.vpc();
                            String nlb = lab.balancer("nlb", lab.subnet(vpc));
                            IntStream.range(0, 50).forEach(i -> lab.world.listeners.put(
                                    new Listener("arn" + i, nlb, "TCP", 1_000 + i, "tg")));
                            return lab.listener(nlb, lab.targetGroup("tg", vpc), 80);
                        }),
                elb("TooManyTargets", "1001 targets",
                        "The maximum number of targets for this target group has been reached", lab -> {
                            String vpc = lab.vpc();
                            String group = lab.targetGroup("tg", vpc);
                            lab.world.targetGroups.update(group, old -> old.withTargets(IntStream.range(0, 1_000)
                                    .mapToObj(i -> new Target("i-" + i, 80, lab.practice.now())).toList()));
                            String instance = lab.network.instance(lab.subnet(vpc));
                            return lab.elb().registerTargets(r -> r.targetGroupArn(group)
                                    .targets(target -> target.id(instance)));
                        }),
                elb("TooManyTags", "51 tags on a load balancer",
                        "The maximum number of tags for a resource has been reached",
                        lab -> create(lab, r -> r.tags(IntStream.range(0, 51).mapToObj(i ->
                                Tag.builder().key("key " + i).value("").build()).toList()))));
    }

    private static List<Row> places() {
        return List.of(
                elb("InvalidSubnet", "fewer than eight free addresses", "Not enough IP space available in …. ELB "
                        + "requires at least 8 free IP addresses in each subnet.", lab -> {
                            String subnet = lab.network.subnet(lab.vpc(), "10.0.2.0/28", ErrorLab.ZONE);
                            IntStream.range(0, 4).forEach(i -> lab.network.instance(subnet));
                            return create(lab, r -> r.subnets(subnet));
                        }),
                elb("InvalidSubnet", "internet-facing without an internet gateway",
                        "VPC … has no internet gateway",
                        lab -> create(lab, r -> r.subnets(lab.subnet(
                                lab.network.vpcWithoutGateway("10.3.0.0/16"))))),
                elb("SubnetNotFound", "a subnet that is gone",
                        "The subnet ID 'subnet-0123456789abcdef0' does not exist",
                        lab -> create(lab, r -> r.subnets("subnet-" + GONE))),
                elb("InvalidSecurityGroup", "a security group that is gone",
                        "Security group 'sg-0123456789abcdef0' does not exist",
                        lab -> create(lab, r -> r.securityGroups("sg-" + GONE))),
                elb("InvalidScheme", "a scheme that doesn't exist", "The scheme 'public' is not valid",
                        lab -> create(lab, r -> r.scheme("public"))),
                elb("AvailabilityZoneNotSupported", "a constrained zone",
                        "Load balancers with type 'network' are not supported in us-east-1e",
                        lab -> create(lab, r -> r.subnets(
                                lab.network.subnet(lab.vpc(), "10.0.2.0/24", "us-east-1e")))),
                elb("AllocationIdNotFound", "an Elastic IP address that is gone",
                        "The allocation ID 'eipalloc-0123456789abcdef0' does not exist", lab -> {
                            String subnet = lab.subnet(lab.vpc());
                            return lab.elb().createLoadBalancer(r -> r.name("nlb").type("network").subnetMappings(one ->
                                    one.subnetId(subnet).allocationId("eipalloc-" + GONE)));
                        }),
                elb("InvalidConfigurationRequest", "two subnets of a zone",
                        "A load balancer cannot be attached to multiple subnets in the same Availability Zone", lab -> {
                            String vpc = lab.vpc();
                            return create(lab, r -> r.subnets(lab.subnet(vpc),
                                    lab.network.subnet(vpc, "10.0.2.0/24", ErrorLab.ZONE)));
                        }),
                elb("ValidationError", "a name of 33 characters", "The load balancer name '" + "n".repeat(33)
                        + "' cannot be longer than '32' characters",
                        lab -> create(lab, r -> r.name("n".repeat(33)))).notModeled(),
                elb("ValidationError", "a listener of HTTP",
                        "Listener protocol 'HTTP' must be one of 'UDP, TCP, TCP_UDP, TLS'", lab -> {
                            String vpc = lab.vpc();
                            String nlb = lab.balancer("nlb", lab.subnet(vpc));
                            String group = lab.targetGroup("tg", vpc);
                            return lab.elb().createListener(r -> r.loadBalancerArn(nlb).protocol("HTTP").port(80)
                                    .defaultActions(action -> action.type("forward").targetGroupArn(group)));
                        }).notModeled());
    }

    private static Object register(ErrorLab lab, String vpc, String instance) {
        String group = lab.targetGroup("tg", vpc);
        return lab.elb().registerTargets(r -> r.targetGroupArn(group).targets(target -> target.id(instance)));
    }

    private static List<Row> targets() {
        return List.of(
                elb("InvalidTarget", "register an instance that is still starting",
                        "The following targets are not in a running state and cannot be registered: '…'", lab -> {
                            String vpc = lab.vpc();
                            return register(lab, vpc, lab.network.instance(lab.subnet(vpc),
                                    lab.practice.now().plusSeconds(60)));
                        }),
                elb("InvalidTarget", "register an instance of another VPC",
                        "The following targets are not in the target group VPC '…': '…'", lab -> {
                            String instance = lab.network.instance(lab.subnet(lab.vpc()));
                            return register(lab, lab.vpc(), instance);
                        }),
                elb("InvalidTarget", "register an instance that is gone",
                        "The following targets do not exist: 'i-0123456789abcdef0'",
                        lab -> register(lab, lab.vpc(), "i-" + GONE)));
    }

    private static List<Row> inUse() {
        return List.of(
                elb("ResourceInUse", "delete a load balancer behind an endpoint service", "Load balancer '…' cannot be "
                        + "deleted because it is currently associated with another service", lab -> {
                            String nlb = lab.service().networkLoadBalancerArns().get(0);
                            return lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(nlb));
                        }),
                elb("ResourceInUse", "delete a target group that a listener uses",
                        "Target group '…' is currently in use by a listener or a rule", lab -> {
                            String vpc = lab.vpc();
                            String group = lab.targetGroup("tg", vpc);
                            lab.listener(lab.balancer("nlb", lab.subnet(vpc)), group, 80);
                            return lab.elb().deleteTargetGroup(r -> r.targetGroupArn(group));
                        }),
                elb("OperationNotPermitted", "delete a load balancer that is protected",
                        "Load balancer '…' cannot be deleted because deletion protection is enabled", lab -> {
                            String nlb = lab.balancer("nlb", lab.subnet(lab.vpc()));
                            lab.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(nlb).attributes(one ->
                                    one.key("deletion_protection.enabled").value("true")));
                            return lab.elb().deleteLoadBalancer(r -> r.loadBalancerArn(nlb));
                        }));
    }

    private static List<Row> notThere() {
        return List.of(
                elb("LoadBalancerNotFound", "describe a load balancer that is gone",
                        "Load balancers '[" + NLB + "]' not found",
                        lab -> lab.elb().describeLoadBalancers(r -> r.loadBalancerArns(NLB))),
                elb("LoadBalancerNotFound", "a listener for a load balancer that is gone",
                        "Load balancer '" + NLB + "' not found",
                        lab -> lab.listener(NLB, lab.targetGroup("tg", lab.vpc()), 80)),
                elb("TargetGroupNotFound", "the health of a target group that is gone",
                        "One or more target groups not found",
                        lab -> lab.elb().describeTargetHealth(r -> r.targetGroupArn(GROUP))),
                elb("ListenerNotFound", "delete a listener twice", "One or more listeners not found",
                        lab -> lab.elb().deleteListener(r -> r.listenerArn(LISTENER))));
    }
}
