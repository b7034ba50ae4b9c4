package endpointlab.practice.errors;

import endpointlab.practice.ec2.DefaultVpc;
import endpointlab.practice.ec2.TestAccount;
import endpointlab.practice.testcloud.NetworkFixture;
import endpointlab.practice.testcloud.TestPractice;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Transition;
import endpointlab.practice.world.World;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * A started practice cloud in which one row of the error catalogue is met: a new account with its default VPC, and
 * short ways to what a lab makes.
 */
final class ErrorLab implements AutoCloseable {

    static final String ZONE = "us-east-1a";
    static final String GONE = "0123456789abcdef0";
    static final String ELB_ARN = "arn:aws:elasticloadbalancing:us-east-1:123456789012:";

    final TestPractice practice = new TestPractice();
    final NetworkFixture network = practice.network;
    final World world = practice.world;

    ErrorLab() {
        DefaultVpc.createIn(practice.cloud());
    }

    Ec2Client ec2() {
        return practice.ec2();
    }

    ElasticLoadBalancingV2Client elb() {
        return practice.elb();
    }

    /** As the lab's, with an internet gateway. */
    String vpc() {
        return network.vpc("10.0.0.0/16");
    }

    String subnet(String vpcId) {
        return network.subnet(vpcId, "10.0.1.0/24", ZONE);
    }

    /** The internet gateway of a VPC of {@link #vpc}. */
    String gatewayOf(String vpcId) {
        return world.internetGateways.where(gateway -> vpcId.equals(gateway.vpcId())).get(0).id();
    }

    String mainTableOf(String vpcId) {
        return world.routeTables.where(table -> table.vpcId().equals(vpcId)).get(0).id();
    }

    String defaultVpc() {
        return world.vpcs.where(Vpc::isDefault).get(0).id();
    }

    String defaultGroupOf(String vpcId) {
        return world.securityGroups.where(group -> group.vpcId().equals(vpcId) && group.isDefault()).get(0).id();
    }

    String interfaceOf(String ownerId) {
        return practice.cloud().interfaces.ofOwner(ownerId).get(0).id();
    }

    /** A launch as a learner asks for it. */
    static RunInstancesRequest.Builder launch() {
        return RunInstancesRequest.builder().imageId(TestAccount.AMI).instanceType("t3.micro").minCount(1).maxCount(1);
    }

    String targetGroup(String name, String vpcId) {
        return elb().createTargetGroup(r -> r.name(name).protocol("TCP").port(80).vpcId(vpcId))
                .targetGroups().get(0).targetGroupArn();
    }

    /** Active. */
    String balancer(String name, String subnetId) {
        String arn = elb().createLoadBalancer(r -> r.name(name).type("network").subnets(subnetId))
                .loadBalancers().get(0).loadBalancerArn();
        practice.advance(Transition.LOAD_BALANCER_ACTIVE);
        return arn;
    }

    String listener(String balancer, String targetGroup, int port) {
        return elb().createListener(r -> r.loadBalancerArn(balancer).protocol("TCP").port(port)
                        .defaultActions(action -> action.type("forward").targetGroupArn(targetGroup)))
                .listeners().get(0).listenerArn();
    }

    ServiceConfiguration freshService(String balancer) {
        return ec2().createVpcEndpointServiceConfiguration(r -> r.networkLoadBalancerArns(balancer))
                .serviceConfiguration();
    }

    /** One that CreateVpcEndpoint no longer answers with 503. */
    ServiceConfiguration service() {
        ServiceConfiguration service = freshService(balancer("MyNetwork-LB", subnet(vpc())));
        practice.advance(Transition.ENDPOINT_SERVICE_USABLE);
        return service;
    }

    /** Waits for its acceptance. */
    String endpoint(ServiceConfiguration service, String vpcId, String subnetId) {
        String id = ec2().createVpcEndpoint(r -> r.vpcEndpointType("Interface").serviceName(service.serviceName())
                .vpcId(vpcId).subnetIds(subnetId)).vpcEndpoint().vpcEndpointId();
        practice.advance(Transition.ENDPOINT_REQUESTED);
        return id;
    }

    String endpoint(ServiceConfiguration service) {
        String vpc = vpc();
        return endpoint(service, vpc, subnet(vpc));
    }

    /** Puts as many as wanted into the world without asking for each. */
    void vpcs(int count) {
        IntStream.range(0, count).forEach(i -> network.vpcWithoutGateway("10." + i + ".0.0/16"));
    }

    void subnets(String vpcId, int count) {
        IntStream.range(0, count).forEach(i -> world.subnets.put(new Subnet("subnet-" + i, vpcId,
                "10.0." + i + ".0/28", ZONE, false, false, practice.now(), practice.now())));
    }

    void groups(String vpcId, int count) {
        IntStream.range(0, count).forEach(i -> world.securityGroups.put(new SecurityGroup("sg-" + i, vpcId,
                "group " + i, "", false, List.of(), practice.now())));
    }

    @Override
    public void close() {
        practice.close();
    }
}
