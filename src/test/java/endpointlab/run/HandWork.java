package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.awaitility.Awaitility.await;

import endpointlab.lab.FieldValues;
import endpointlab.resource.Account;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** A learner who makes things by hand: with the SDK's clients, without the lab's tags and mostly without names. */
final class HandWork {

    final LabSession session;
    final Ec2Client ec2;
    final ElasticLoadBalancingV2Client elb;

    HandWork(PracticeLab practice, LabSession session) {
        this.session = session;
        this.ec2 = practice.aws.ec2();
        this.elb = practice.aws.elb();
    }

    /** What checking a step by hand shows, by resource. */
    Map<String, WorkFound> check(int step) {
        List<WorkFound> found = Collections.synchronizedList(new ArrayList<>());
        done(session.checkWork(step, found::add));
        return found.stream().collect(Collectors.toMap(one -> one.spec().id(), one -> one));
    }

    /** Takes over what fits. */
    RunResult adopt(int step) {
        return result(session.adoptWork(step, check(step).values().stream().filter(WorkFound::fits)
                .collect(Collectors.toMap(one -> one.spec().id(), one -> one.candidates().get(0).awsId()))));
    }

    String id(String resource) {
        return session.state().resource(resource).awsId();
    }

    String value(String field) {
        return FieldValues.of(session.lab(), session.state()).value(field);
    }

    String vpc(String cidr, String name) {
        String vpc = ec2.createVpc(request -> request.cidrBlock(cidr)).vpc().vpcId();
        name(vpc, name);
        return vpc;
    }

    void name(String id, String name) {
        if (!name.isEmpty()) {
            ec2.createTags(request -> request.resources(id).tags(tag -> tag.key("Name").value(name)));
        }
    }

    /** Steps 1 to 5 or 9 to 13, of which the first is {@code first}; adopted one by one. */
    void network(int first, String side) {
        vpc(value("step-" + first + ".cidr"), "");
        done(adopting(first));
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(id(side + "-vpc")));
        done(adopting(first + 1));
        ec2.createSubnet(request -> request.vpcId(id(side + "-vpc")).cidrBlock(value("step-" + (first + 2) + ".cidr"))
                .availabilityZone(value("step-" + (first + 2) + ".az")));
        done(adopting(first + 2));
        String table = ec2.createRouteTable(request -> request.vpcId(id(side + "-vpc"))).routeTable().routeTableId();
        ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(id(side + "-subnet")));
        done(adopting(first + 3));
        ec2.createRoute(request -> request.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        done(adopting(first + 4));
    }

    RunHandle adopting(int step) {
        return session.adoptWork(step, check(step).values().stream().filter(WorkFound::fits)
                .collect(Collectors.toMap(one -> one.spec().id(), one -> one.candidates().get(0).awsId())));
    }

    String group(String side, String step) {
        String group = ec2.createSecurityGroup(request -> request.groupName("my-" + side).description("mine")
                .vpcId(id(side + "-vpc"))).groupId();
        List<IpPermission> rules = endpointlab.lab.InboundRule.parseAll(value(step + ".sg-rules")).stream()
                .map(rule -> IpPermission.builder().ipProtocol(rule.protocol()).fromPort(rule.fromPort())
                        .toPort(rule.toPort()).ipRanges(IpRange.builder().cidrIp(rule.source()).build()).build())
                .toList();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(rules));
        return group;
    }

    String instance(String side, String step, String group, String userData) {
        String id = ec2.runInstances(request -> request.minCount(1).maxCount(1).imageId(value("step-6.ami"))
                .instanceType(value(step + ".instance-type")).keyName(value("step-6.key-name"))
                .userData(Base64.getEncoder().encodeToString(userData.getBytes(StandardCharsets.UTF_8)))
                .networkInterfaces(one -> one.deviceIndex(0).subnetId(id(side + "-subnet")).groups(group)
                        .associatePublicIpAddress(true))).instances().get(0).instanceId();
        await().until(() -> ec2.describeInstances(request -> request.instanceIds(id)).reservations().get(0)
                .instances().get(0).state().nameAsString().equals("running"));
        return id;
    }

    void balancer() {
        String balancer = elb.createLoadBalancer(request -> request.name("mine").type(LoadBalancerTypeEnum.NETWORK)
                .scheme("internet-facing").subnets(id("service-subnet"))).loadBalancers().get(0).loadBalancerArn();
        String group = elb.createTargetGroup(request -> request.name("mine").protocol("TCP")
                .port(Integer.valueOf(value("step-7.target-port"))).vpcId(id("service-vpc"))
                .targetType(TargetTypeEnum.INSTANCE).healthCheckIntervalSeconds(
                        Integer.valueOf(value("step-7.health-interval")))).targetGroups().get(0).targetGroupArn();
        elb.createListener(request -> request.loadBalancerArn(balancer).protocol("TCP")
                .port(Integer.valueOf(value("step-7.listener-port")))
                .defaultActions(action -> action.type(ActionTypeEnum.FORWARD).targetGroupArn(group)));
        elb.registerTargets(request -> request.targetGroupArn(group).targets(target -> target.id(id("web-server"))
                .port(Integer.valueOf(value("step-7.target-port")))));
    }

    void service(boolean acceptanceRequired) {
        String service = ec2.createVpcEndpointServiceConfiguration(request -> request
                .networkLoadBalancerArns(id("load-balancer")).acceptanceRequired(acceptanceRequired))
                .serviceConfiguration().serviceId();
        ec2.modifyVpcEndpointServicePermissions(request -> request.serviceId(service)
                .addAllowedPrincipals(Account.rootArn(session.state().accountId(), "us-east-1")));
    }

    String endpoint() {
        return ec2.createVpcEndpoint(request -> request.vpcEndpointType("Interface").privateDnsEnabled(false)
                .serviceName(session.state().resource("endpoint-service").attributes().get("service-name"))
                .vpcId(id("customer-vpc")).subnetIds(id("customer-subnet"))
                .securityGroupIds(id("customer-security-group"))).vpcEndpoint().vpcEndpointId();
    }
}
