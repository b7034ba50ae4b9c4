package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.Leftover;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Looks for whatever a run may have left behind: by the run's tag, and by everything inside the run's VPCs, because
 * AWS's own network interfaces for endpoints and load balancers carry no tag of ours. {@code terminated} and
 * {@code deleted} count as gone; a VPC's main route table, default security group and default network ACL are part
 * of the VPC.
 */
public final class Sweep {

    private static final String NONE = "";

    private final AwsCaller aws;
    private final String run;
    private final List<String> vpcIds;
    private final Executor workers;

    /**
     * @param vpcIds  AWS ids of all VPCs that the run made, also of those that are gone
     * @param workers runs the calls, some at the same time; must never queue
     */
    public Sweep(AwsCaller aws, String run, Collection<String> vpcIds, Executor workers) {
        this.workers = workers;
        this.aws = aws;
        this.run = run;
        this.vpcIds = List.copyOf(vpcIds);
    }

    /**
     * Something found.
     *
     * @param specId value of its tag {@code LabResource}; empty if it has none
     */
    public record Found(Leftover leftover, String specId) {
    }

    /** What is there; nothing twice. */
    public List<Found> look() {
        List<Supplier<List<Found>>> parts = new ArrayList<>();
        parts.addAll(by("tag", List.of(RunTags.filter("tag:" + RunTags.RUN, run))));
        if (!vpcIds.isEmpty()) {
            parts.addAll(by("vpc", List.of(RunTags.filter("vpc-id", vpcIds.toArray(String[]::new)))));
        }
        parts.add(this::keyPairs);
        parts.add(this::endpointServices);
        parts.add(this::volumes);
        parts.add(() -> new LoadBalancingSweep(aws, run, vpcIds).look());
        Map<String, Found> found = new LinkedHashMap<>();
        parts.stream().map(part -> CompletableFuture.supplyAsync(part, workers)).toList()
                .forEach(part -> joined(part).forEach(one -> found.putIfAbsent(one.leftover().awsId(), one)));
        return found.values().stream().sorted(Removal.order()).toList();
    }

    private static List<Found> joined(CompletableFuture<List<Found>> part) {
        try {
            return part.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private List<Supplier<List<Found>>> by(String how, List<Filter> filters) {
        return List.of(() -> instances(how, filters), () -> vpcs(how, filters), () -> gateways(how, filters),
                () -> subnets(how, filters), () -> routeTables(how, filters), () -> securityGroups(how, filters),
                () -> interfaces(how, filters), () -> endpoints(how, filters));
    }

    private List<Found> instances(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeInstancesRequest.builder().filters(filters).nextToken(token).build(),
                        aws.ec2()::describeInstances, DescribeInstancesResponse::nextToken).stream()
                .flatMap(page -> page.reservations().stream())
                .flatMap(reservation -> reservation.instances().stream())
                .filter(one -> !one.state().nameAsString().equals("terminated"))
                .map(one -> found("instance", one.instanceId(), one.state().nameAsString(), how, one.tags()))
                .toList();
    }

    private List<Found> vpcs(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeVpcsRequest.builder().filters(filters).nextToken(token).build(),
                        aws.ec2()::describeVpcs, DescribeVpcsResponse::nextToken).stream()
                .flatMap(page -> page.vpcs().stream())
                .map(one -> found("vpc", one.vpcId(), one.stateAsString(), how, one.tags())).toList();
    }

    private List<Found> gateways(String how, List<Filter> filters) {
        List<Filter> own = filters.stream().map(filter -> filter.name().equals("vpc-id")
                ? filter.toBuilder().name("attachment.vpc-id").build() : filter).toList();
        return Pages.of(aws, token -> DescribeInternetGatewaysRequest.builder().filters(own).nextToken(token).build(),
                        aws.ec2()::describeInternetGateways, DescribeInternetGatewaysResponse::nextToken).stream()
                .flatMap(page -> page.internetGateways().stream())
                .map(one -> found("internet-gateway", one.internetGatewayId(), NONE, how, one.tags(),
                        Removal.ofGateway(one, aws.region()))).toList();
    }

    private List<Found> subnets(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeSubnetsRequest.builder().filters(filters).nextToken(token).build(),
                        aws.ec2()::describeSubnets, DescribeSubnetsResponse::nextToken).stream()
                .flatMap(page -> page.subnets().stream())
                .map(one -> found("subnet", one.subnetId(), one.stateAsString(), how, one.tags())).toList();
    }

    private List<Found> routeTables(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeRouteTablesRequest.builder().filters(filters).nextToken(token).build(),
                        aws.ec2()::describeRouteTables, DescribeRouteTablesResponse::nextToken).stream()
                .flatMap(page -> page.routeTables().stream())
                .filter(one -> one.associations().stream().noneMatch(join -> Boolean.TRUE.equals(join.main())))
                .map(one -> found("route-table", one.routeTableId(), NONE, how, one.tags())).toList();
    }

    private List<Found> securityGroups(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeSecurityGroupsRequest.builder().filters(filters).nextToken(token)
                        .build(), aws.ec2()::describeSecurityGroups, DescribeSecurityGroupsResponse::nextToken)
                .stream().flatMap(page -> page.securityGroups().stream())
                .filter(one -> !one.groupName().equals("default"))
                .map(one -> found("security-group", one.groupId(), NONE, how, one.tags())).toList();
    }

    private List<Found> interfaces(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeNetworkInterfacesRequest.builder().filters(filters).nextToken(token)
                        .build(), aws.ec2()::describeNetworkInterfaces, DescribeNetworkInterfacesResponse::nextToken)
                .stream().flatMap(page -> page.networkInterfaces().stream())
                .map(one -> found("network-interface", one.networkInterfaceId(), one.statusAsString(), how,
                        one.tagSet(), goesWithItsOwner(one) ? "" : Removal.command("network-interface",
                                one.networkInterfaceId(), aws.region()))).toList();
    }

    private static boolean goesWithItsOwner(NetworkInterface one) {
        return Boolean.TRUE.equals(one.requesterManaged()) || one.attachment() != null;
    }

    private List<Found> endpoints(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeVpcEndpointsRequest.builder().filters(filters).nextToken(token).build(),
                        aws.ec2()::describeVpcEndpoints, DescribeVpcEndpointsResponse::nextToken).stream()
                .flatMap(page -> page.vpcEndpoints().stream())
                .filter(one -> !one.stateAsString().equalsIgnoreCase("deleted"))
                .map(one -> found("vpc-endpoint", one.vpcEndpointId(), one.stateAsString(), how, one.tags()))
                .toList();
    }

    private List<Found> keyPairs() {
        DescribeKeyPairsRequest request = DescribeKeyPairsRequest.builder().filters(byRun()).build();
        return aws.read(request, aws.ec2()::describeKeyPairs).keyPairs().stream()
                .map(one -> found("key-pair", one.keyPairId(), NONE, "tag", one.tags())).toList();
    }

    private List<Found> endpointServices() {
        return Pages.of(aws, token -> DescribeVpcEndpointServiceConfigurationsRequest.builder().filters(byRun())
                                .nextToken(token).build(), aws.ec2()::describeVpcEndpointServiceConfigurations,
                        DescribeVpcEndpointServiceConfigurationsResponse::nextToken).stream()
                .flatMap(page -> page.serviceConfigurations().stream())
                .filter(one -> !"Deleted".equals(one.serviceStateAsString()))
                .map(one -> found("endpoint-service", one.serviceId(), one.serviceStateAsString(), "tag",
                        one.tags())).toList();
    }

    private List<Found> volumes() {
        return Pages.of(aws, token -> DescribeVolumesRequest.builder().filters(byRun()).nextToken(token).build(),
                        aws.ec2()::describeVolumes, DescribeVolumesResponse::nextToken).stream()
                .flatMap(page -> page.volumes().stream())
                .map(one -> found("volume", one.volumeId(), one.stateAsString(), "tag", one.tags())).toList();
    }

    private Filter byRun() {
        return RunTags.filter("tag:" + RunTags.RUN, run);
    }

    private Found found(String kind, String id, String state, String how, List<Tag> tags) {
        return found(kind, id, state, how, tags, Removal.command(kind, id, aws.region()));
    }

    private Found found(String kind, String id, String state, String how, List<Tag> tags, String removal) {
        String specId = tags.stream().filter(tag -> tag.key().equals(RunTags.RESOURCE)).map(Tag::value).findFirst()
                .orElse("");
        boolean ours = tags.stream().anyMatch(tag -> tag.key().equals(RunTags.RUN) && run.equals(tag.value()));
        return new Found(new Leftover(kind, id, state, how, removal), ours ? specId : "");
    }
}
