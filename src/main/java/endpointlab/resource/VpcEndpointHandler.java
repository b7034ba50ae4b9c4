package endpointlab.resource;

import endpointlab.aws.RetryRules;
import endpointlab.lab.Difference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * Interface endpoints. States are read as the words on the wire: AWS sends them lower-first, and the SDK's enum
 * doesn't know those.
 */
final class VpcEndpointHandler implements ResourceHandler {

    /** A service that says it is available may answer 503 for some minutes (AWS-FACTS, I-3). */
    private static final Duration SERVICE_USABLE = Duration.ofMinutes(5);
    private static final Duration SERVICE_KNOWN = Duration.ofMinutes(2);
    private static final Set<String> USED_UNTIL_DELETED = Set.of("endpoint-service", "endpoint-service-permission");

    @Override
    public String kind() {
        return "vpc-endpoint";
    }

    @Override
    public boolean takesClientToken() {
        return true;
    }

    @Override
    public List<String> find(ResourceWork work) {
        return Pages.of(work.aws(), token -> DescribeVpcEndpointsRequest.builder().filters(work.tags().filters())
                                .nextToken(token).build(), work.aws().ec2()::describeVpcEndpoints,
                        DescribeVpcEndpointsResponse::nextToken).stream()
                .flatMap(page -> page.vpcEndpoints().stream())
                .filter(endpoint -> !state(endpoint).startsWith("delet")).map(VpcEndpoint::vpcEndpointId).toList();
    }

    @Override
    public CreateVpcEndpointRequest request(ResourceWork work) {
        return CreateVpcEndpointRequest.builder()
                .vpcEndpointType(VpcEndpointType.INTERFACE).serviceName(work.input("service-name"))
                .vpcId(work.input("vpc")).subnetIds(work.input("subnet"))
                .securityGroupIds(work.input("security-group")).privateDnsEnabled(false)
                .clientToken(work.state().clientToken())
                .tagSpecifications(work.tags().specification(ResourceType.VPC_ENDPOINT)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        RetryRules rules = work.repeatable().waitingOut("wait.service-known", SERVICE_KNOWN, "InvalidServiceName");
        verifyService(work, rules);
        VpcEndpoint made = work.aws().change(request(work), work.aws().ec2()::createVpcEndpoint,
                rules.waitingOut("wait.service-usable", SERVICE_USABLE, "Unavailable"),
                answer -> work.made(answer.vpcEndpoint().vpcEndpointId(), attributes(answer.vpcEndpoint())))
                .vpcEndpoint();
        return Look.notYet(state(made), attributes(made));
    }

    /** As the console's "verify service": the name must be known to this account before it is used. */
    private static void verifyService(ResourceWork work, RetryRules rules) {
        DescribeVpcEndpointServicesRequest request = DescribeVpcEndpointServicesRequest.builder()
                .serviceNames(work.input("service-name")).build();
        work.aws().read(request, work.aws().ec2()::describeVpcEndpointServices, rules);
    }

    @Override
    public Look look(ResourceWork work) {
        return endpoint(work).map(endpoint -> look(work, endpoint).differing(groups(work, endpoint)))
                .orElse(Look.gone());
    }

    private static List<Difference> groups(ResourceWork work, VpcEndpoint endpoint) {
        String found = String.join(" ", groupIds(endpoint));
        return found.equals(work.input("security-group")) ? List.of()
                : List.of(new Difference("Groups", work.input("security-group"), found));
    }

    private static List<String> groupIds(VpcEndpoint endpoint) {
        return endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).sorted().toList();
    }

    @Override
    public void repair(ResourceWork work, List<Difference> differences) {
        String wanted = work.input("security-group");
        endpoint(work).map(VpcEndpointHandler::groupIds).ifPresent(there -> {
            ModifyVpcEndpointRequest.Builder request = ModifyVpcEndpointRequest.builder().vpcEndpointId(work.id());
            List<String> others = there.stream().filter(id -> !id.equals(wanted)).toList();
            if (!there.contains(wanted)) {
                request.addSecurityGroupIds(wanted);
            }
            if (!others.isEmpty()) {
                request.removeSecurityGroupIds(others);
            }
            work.aws().change(request.build(), work.aws().ec2()::modifyVpcEndpoint, work.repeatable());
        });
    }

    private static Look look(ResourceWork work, VpcEndpoint endpoint) {
        String state = state(endpoint);
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "pending" -> Look.notYet(state, attributes(endpoint));
            case "pendingacceptance" -> Look.held(state, withAddress(work, endpoint));
            case "available" -> {
                Map<String, String> attributes = withAddress(work, endpoint);
                yield attributes.containsKey("private-ip") ? Look.ready(state, attributes)
                        : Look.notYet(state, attributes);
            }
            case "deleted" -> Look.gone();
            default -> failed(endpoint);
        };
    }

    private static Look failed(VpcEndpoint endpoint) {
        String detail = endpoint.lastError() == null ? "" : endpoint.lastError().code() + ": "
                + endpoint.lastError().message();
        return Look.failed(state(endpoint),
                EndpointConnections.problem(state(endpoint), "DescribeVpcEndpoints", detail));
    }

    private static Map<String, String> withAddress(ResourceWork work, VpcEndpoint endpoint) {
        Map<String, String> attributes = attributes(endpoint);
        String known = work.attribute("private-ip");
        if (!known.isEmpty()) {
            attributes.put("private-ip", known);
        } else if (!endpoint.networkInterfaceIds().isEmpty()) {
            interfaces(work, endpoint.networkInterfaceIds()).stream().findFirst()
                    .ifPresent(found -> attributes.put("private-ip", found.privateIpAddress()));
        }
        return attributes;
    }

    private static Map<String, String> attributes(VpcEndpoint endpoint) {
        Map<String, String> attributes = new HashMap<>();
        if (!endpoint.networkInterfaceIds().isEmpty()) {
            attributes.put("network-interface", String.join(",", endpoint.networkInterfaceIds()));
        }
        if (!endpoint.dnsEntries().isEmpty()) {
            attributes.put("dns-name", endpoint.dnsEntries().get(0).dnsName());
        }
        return attributes;
    }

    private static List<NetworkInterface> interfaces(ResourceWork work, List<String> ids) {
        DescribeNetworkInterfacesRequest request = DescribeNetworkInterfacesRequest.builder()
                .filters(RunTags.filter("network-interface-id", ids.toArray(String[]::new))).build();
        return work.aws().poll(request, work.aws().ec2()::describeNetworkInterfaces).networkInterfaces();
    }

    private static String state(VpcEndpoint endpoint) {
        return endpoint.stateAsString();
    }

    private static Optional<VpcEndpoint> endpoint(ResourceWork work) {
        DescribeVpcEndpointsRequest request = DescribeVpcEndpointsRequest.builder().vpcEndpointIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeVpcEndpoints))
                .flatMap(answer -> answer.vpcEndpoints().stream().findFirst());
    }

    @Override
    public Expectation ready() {
        return Expectation.seconds("wait.endpoint", 45, 2, 1, 1, 900);
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteVpcEndpointsRequest request = DeleteVpcEndpointsRequest.builder().vpcEndpointIds(work.id()).build();
        Ec2Client ec2 = work.aws().ec2();
        Tolerance.unlessGone(() -> work.aws().change(request, sent -> {
            DeleteVpcEndpointsResponse answer = ec2.deleteVpcEndpoints(sent);
            return Unsuccessful.orElse(answer, answer.unsuccessful(), answer.responseMetadata().requestId());
        }, work.repeatable()));
    }

    /**
     * Assumed: an endpoint that is being deleted no longer counts as a connection of its service, which AWS says to
     * be held by connections that are available or pending acceptance only.
     */
    @Override
    public boolean letsGoAtOnce(String kind) {
        return USED_UNTIL_DELETED.contains(kind);
    }

    @Override
    public Optional<Expectation> lingers() {
        return Optional.of(Expectation.seconds("wait.endpoint-gone", 120, 88, 15, 1, 1200));
    }

    @Override
    public boolean isGone(ResourceWork work) {
        boolean described = endpoint(work).filter(found -> !state(found).equalsIgnoreCase("deleted")).isPresent();
        String interfaces = work.attribute("network-interface");
        return !described && (interfaces.isEmpty() || interfaces(work, List.of(interfaces.split(","))).isEmpty());
    }
}
