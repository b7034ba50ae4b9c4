package endpointlab.resource;

import endpointlab.lab.Holder.Owner;
import endpointlab.lab.Holder;
import endpointlab.lab.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** Network Load Balancers. */
final class LoadBalancerHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "load-balancer";
    }

    @Override
    public List<String> find(ResourceWork work) {
        DescribeLoadBalancersRequest request =
                DescribeLoadBalancersRequest.builder().names(work.input("name")).build();
        List<String> candidates = Tolerance.ifThere(() -> work.aws().read(request,
                        work.aws().elb()::describeLoadBalancers)).stream()
                .flatMap(answer -> answer.loadBalancers().stream()).map(LoadBalancer::loadBalancerArn).toList();
        return LoadBalancerTags.ours(work, candidates);
    }

    @Override
    public CreateLoadBalancerRequest request(ResourceWork work) {
        return CreateLoadBalancerRequest.builder().name(work.input("name"))
                .type(LoadBalancerTypeEnum.NETWORK).scheme(work.input("scheme")).ipAddressType(IpAddressType.IPV4)
                .subnets(work.input("subnet")).tags(work.tags().forLoadBalancing()).build();
    }

    @Override
    public Look create(ResourceWork work) {
        // The same name with the same settings is the same load balancer, so this call may be sent twice.
        return look(work.aws().change(request(work), work.aws().elb()::createLoadBalancer, work.repeatable(),
                answer -> work.made(answer.loadBalancers().get(0).loadBalancerArn(),
                        attributes(answer.loadBalancers().get(0)))).loadBalancers().get(0));
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeLoadBalancersRequest request =
                DescribeLoadBalancersRequest.builder().loadBalancerArns(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().elb()::describeLoadBalancers))
                .flatMap(answer -> answer.loadBalancers().stream().findFirst()).map(LoadBalancerHandler::look)
                .orElse(Look.gone());
    }

    private static Look look(LoadBalancer found) {
        String state = found.state().codeAsString();
        return switch (state) {
            case "active", "active_impaired" -> Look.ready(state, attributes(found));
            case "failed" -> Look.failed(state, new Problem("LoadBalancerFailed", "problem.load-balancer.cause",
                    "problem.load-balancer.remedy", List.of(found.loadBalancerName()), "DescribeLoadBalancers",
                    found.state().reason() == null ? "" : found.state().reason(), ""));
            default -> Look.notYet(state, attributes(found));
        };
    }

    private static Map<String, String> attributes(LoadBalancer found) {
        return Map.of("dns-name", found.dnsName());
    }

    @Override
    public Expectation ready() {
        return Expectation.seconds("wait.load-balancer", 155, 138, 20, 1, 1200);
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteLoadBalancerRequest request = DeleteLoadBalancerRequest.builder().loadBalancerArn(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().elb()::deleteLoadBalancer,
                Waiting.inUse(work)));
    }

    @Override
    public Optional<Expectation> lingers() {
        return Optional.of(Expectation.seconds("wait.load-balancer-gone", 45, 38, 10, 1, 1200));
    }

    /** A deleted load balancer isn't described any more, but its network interfaces stay for a while. */
    @Override
    public boolean isGone(ResourceWork work) {
        DescribeNetworkInterfacesRequest request = DescribeNetworkInterfacesRequest.builder()
                .filters(RunTags.filter("description", interfaceDescription(work.id()))).build();
        return work.aws().poll(request, work.aws().ec2()::describeNetworkInterfaces).networkInterfaces().isEmpty();
    }

    /** {@code ELB net/<name>/<id>}: what AWS writes on the network interfaces of a load balancer. */
    private static String interfaceDescription(String arn) {
        return "ELB " + arn.substring(arn.indexOf("loadbalancer/") + "loadbalancer/".length());
    }

    @Override
    public List<Holder> holders(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeVpcEndpointServiceConfigurationsRequest.builder()
                                .nextToken(token).build(), work.aws().ec2()::describeVpcEndpointServiceConfigurations,
                        DescribeVpcEndpointServiceConfigurationsResponse::nextToken).stream()
                .flatMap(page -> page.serviceConfigurations().stream())
                .filter(service -> service.networkLoadBalancerArns().contains(work.id()))
                .map(service -> new Holder("endpoint-service", service.serviceId(), service.serviceStateAsString(),
                        Owner.RUN)).toList();
    }
}
