package endpointlab.run;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import endpointlab.aws.AwsConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * What others have in the account: named like the lab's, some of it with the tags of another run of the lab; and a
 * count of all that is there.
 */
public final class Neighbours {

    private static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4yT4XcTyMdGzl0cTPQ0g3p6uTBPNWTo8pXTpTGpHeP me";

    /** How many of each kind the whole lab makes. */
    public static final Map<String, Integer> WHOLE_LAB = new TreeMap<>(Map.ofEntries(Map.entry("vpc", 2),
            Map.entry("igw", 2), Map.entry("subnet", 2), Map.entry("rtb", 4), Map.entry("sg", 4), Map.entry("key", 1),
            Map.entry("i", 2), Map.entry("eni", 4), Map.entry("vpce", 1), Map.entry("vpce-svc", 1),
            Map.entry("loadbalancer", 1), Map.entry("targetgroup", 1), Map.entry("listener", 1)));

    private final AwsConnection aws;

    public Neighbours(AwsConnection aws) {
        this.aws = aws;
    }

    /** Moves in beside the run {@code test0run}. */
    public void moveIn() {
        house("10.0.0.0/16", "10.0.1.0/24", "test0rum");
        house("10.1.0.0/16", "10.1.1.0/24", "");
        aws.ec2().importKeyPair(request -> request.keyName("endpoint-lab-test0ru")
                .publicKeyMaterial(SdkBytes.fromUtf8String(PUBLIC_KEY))
                .tagSpecifications(tags(ResourceType.KEY_PAIR, "endpoint-lab-" + PracticeLab.RUN, "TEST0RUN")));
    }

    private void house(String cidr, String part, String run) {
        String vpc = aws.ec2().createVpc(request -> request.cidrBlock(cidr)
                .tagSpecifications(tags(ResourceType.VPC, "Service_Network", run))).vpc().vpcId();
        String gateway = aws.ec2().createInternetGateway(request -> request.tagSpecifications(
                tags(ResourceType.INTERNET_GATEWAY, "Service_IGW", run))).internetGateway().internetGatewayId();
        visible(() -> aws.ec2().attachInternetGateway(request -> request.vpcId(vpc).internetGatewayId(gateway)));
        String subnet = visible(() -> aws.ec2().createSubnet(request -> request.vpcId(vpc).cidrBlock(part)
                .availabilityZone("us-east-1a").tagSpecifications(tags(ResourceType.SUBNET, "Service_Public_subnet",
                        run)))).subnet().subnetId();
        String table = visible(() -> aws.ec2().createRouteTable(request -> request.vpcId(vpc).tagSpecifications(
                tags(ResourceType.ROUTE_TABLE, "Service_PublicRT", run)))).routeTable().routeTableId();
        visible(() -> aws.ec2().createRoute(request -> request.routeTableId(table)
                .destinationCidrBlock("0.0.0.0/0").gatewayId(gateway)));
        visible(() -> aws.ec2().associateRouteTable(request -> request.routeTableId(table).subnetId(subnet)));
        visible(() -> aws.ec2().createSecurityGroup(request -> request.vpcId(vpc).groupName("Webserver_sg")
                .description("like that of the lab").tagSpecifications(tags(ResourceType.SECURITY_GROUP, "Webserver_sg",
                        run))));
        String group = visible(() -> aws.elb().createTargetGroup(request -> request.vpcId(vpc).protocol("TCP")
                .port(80).name("MyNetwork-TG-" + (run.isEmpty() ? "2" : run)))).targetGroups().get(0)
                .targetGroupArn();
        String balancer = visible(() -> aws.elb().createLoadBalancer(request -> request.type("network")
                .scheme("internal").subnets(subnet).name("MyNetwork-LB-" + (run.isEmpty() ? "2" : run))))
                .loadBalancers().get(0).loadBalancerArn();
        aws.elb().createListener(request -> request.loadBalancerArn(balancer).protocol("TCP").port(80)
                .defaultActions(action -> action.type("forward").targetGroupArn(group)));
    }

    private static TagSpecification tags(ResourceType type, String name, String run) {
        Stream<String[]> tags = Stream.of(new String[] {"Name", name}, new String[] {"LabRun", run},
                new String[] {"LabResource", "service-vpc"});
        return TagSpecification.builder().resourceType(type).tags(tags.filter(tag -> !tag[1].isEmpty())
                .map(tag -> Tag.builder().key(tag[0]).value(tag[1]).build()).toList()).build();
    }

    private static <T> T visible(Callable<T> call) {
        return await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .ignoreExceptions().until(call, answer -> answer != null);
    }

    /** Everything in the account that is not gone, by id, with all that doesn't change by itself. */
    public TreeMap<String, String> census() {
        TreeMap<String, String> all = new TreeMap<>();
        aws.ec2().describeVpcs().vpcs().forEach(one -> all.put(one.vpcId(), one.toString()));
        aws.ec2().describeSubnets().subnets().forEach(one -> all.put(one.subnetId(), one.tags().toString()));
        aws.ec2().describeInternetGateways().internetGateways()
                .forEach(one -> all.put(one.internetGatewayId(), one.attachments() + " " + one.tags()));
        aws.ec2().describeRouteTables().routeTables()
                .forEach(one -> all.put(one.routeTableId(), one.toString()));
        aws.ec2().describeSecurityGroups().securityGroups().forEach(one -> all.put(one.groupId(), one.toString()));
        aws.ec2().describeKeyPairs().keyPairs().forEach(one -> all.put(one.keyPairId(), one.toString()));
        aws.ec2().describeVpcEndpoints().vpcEndpoints().stream()
                .filter(one -> !one.stateAsString().equals("deleted"))
                .forEach(one -> all.put(one.vpcEndpointId(), one.tags().toString()));
        aws.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations()
                .forEach(one -> all.put(one.serviceId(), one.tags().toString()));
        aws.ec2().describeInstances().reservations().stream().flatMap(one -> one.instances().stream())
                .filter(one -> !one.state().nameAsString().equals("terminated"))
                .forEach(one -> all.put(one.instanceId(), one.tags().toString()));
        aws.ec2().describeNetworkInterfaces().networkInterfaces()
                .forEach(one -> all.put(one.networkInterfaceId(), one.description()));
        aws.elb().describeTargetGroups().targetGroups().forEach(one -> all.put(one.targetGroupArn(),
                one.loadBalancerArns().toString()));
        aws.elb().describeLoadBalancers().loadBalancers().forEach(one -> {
            all.put(one.loadBalancerArn(), one.loadBalancerName());
            aws.elb().describeListeners(request -> request.loadBalancerArn(one.loadBalancerArn())).listeners()
                    .forEach(listener -> all.put(listener.listenerArn(), listener.port().toString()));
        });
        // AWS promises no order within an answer.
        all.replaceAll((id, text) -> Stream.of(text.split("[\\[\\](), ]+")).sorted().collect(joining(" ")));
        return all;
    }

    /** What of {@code before} is not there any more, or not as it was; empty if all is well. */
    public static List<String> touched(TreeMap<String, String> before, TreeMap<String, String> now) {
        return before.entrySet().stream().filter(one -> !one.getValue().equals(now.get(one.getKey())))
                .map(one -> one.getKey() + " was: " + one.getValue() + " is: " + now.get(one.getKey())).toList();
    }

    /** How many there are of each kind, such as {@code vpc}. */
    public static TreeMap<String, Integer> kinds(Iterable<String> ids) {
        TreeMap<String, Integer> kinds = new TreeMap<>();
        ids.forEach(id -> kinds.merge(id.startsWith("arn:") ? id.replaceAll(".*:([a-z]+)/.*", "$1")
                : id.replaceAll("-[0-9a-f]+$", ""), 1, Integer::sum));
        return kinds;
    }

    public static List<String> without(TreeMap<String, String> all, TreeMap<String, String> others) {
        return all.keySet().stream().filter(id -> !others.containsKey(id)).toList();
    }
}
