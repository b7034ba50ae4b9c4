package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.Leftover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Looks for whatever a run, or all of them, may have left behind: by the run's tag, and by everything inside the run's
 * VPCs, because AWS's own network interfaces for endpoints and load balancers carry no tag of ours. {@code terminated}
 * and {@code deleted} count as gone; a VPC's main route table, default security group and default network ACL are part
 * of the VPC.
 */
public final class Sweep {

    private static final String NONE = "";

    private final AwsCaller aws;
    private final Optional<String> run;
    private final List<String> vpcIds;
    private final Executor workers;

    /**
     * @param vpcIds  AWS ids of all VPCs that the run made, also of those that are gone
     * @param workers runs the calls, some at the same time; must never queue
     */
    public Sweep(AwsCaller aws, String run, Collection<String> vpcIds, Executor workers) {
        this(aws, Optional.of(run), vpcIds, workers);
    }

    private Sweep(AwsCaller aws, Optional<String> run, Collection<String> vpcIds, Executor workers) {
        this.workers = workers;
        this.aws = aws;
        this.run = run;
        this.vpcIds = List.copyOf(vpcIds);
    }

    /**
     * Looks for what all runs, of whatever machine, have in the account and Region; by tag alone.
     *
     * @param workers as of a single run
     */
    public static Sweep ofAllRuns(AwsCaller aws, Executor workers) {
        return new Sweep(aws, Optional.empty(), List.of(), workers);
    }

    /**
     * Something found.
     *
     * @param specId value of its tag {@code LabResource}; empty if it has none, or is not of the run looked for
     */
    public record Found(Leftover leftover, String specId, Origin origin) {

        static Found of(Leftover leftover, Map<String, String> tags, boolean ours, Instant createdAt) {
            return new Found(leftover, ours ? tags.getOrDefault(RunTags.RESOURCE, NONE) : NONE,
                    new Origin(tags.getOrDefault(RunTags.RUN, NONE), tags.getOrDefault(RunTags.NAME, NONE),
                            Optional.ofNullable(createdAt)));
        }
    }

    /**
     * Where something found comes from, as far as AWS tells.
     *
     * @param run       value of its tag {@code LabRun}; empty if it has none
     * @param name      value of its tag {@code Name}; empty if it has none
     * @param createdAt when it was made; of an instance, when it was last started
     */
    public record Origin(String run, String name, Optional<Instant> createdAt) {
    }

    /** What is there; nothing twice. */
    public List<Found> look() {
        List<Supplier<List<Found>>> parts = new ArrayList<>();
        parts.addAll(by("tag", List.of(byRun())));
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
                .map(one -> found(one(how, "instance", one.instanceId(), one.state().nameAsString()), one.tags(),
                        one.launchTime())).toList();
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
                .map(one -> found(new Leftover("internet-gateway", one.internetGatewayId(), NONE, how,
                        Removal.ofGateway(one, aws.region())), one.tags(), null)).toList();
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
                .map(one -> found(new Leftover("network-interface", one.networkInterfaceId(), one.statusAsString(),
                        how, goesWithItsOwner(one) ? NONE : Removal.command("network-interface",
                                one.networkInterfaceId(), aws.region())), one.tagSet(),
                        one.attachment() == null ? null : one.attachment().attachTime())).toList();
    }

    private static boolean goesWithItsOwner(NetworkInterface one) {
        return Boolean.TRUE.equals(one.requesterManaged()) || one.attachment() != null;
    }

    private List<Found> endpoints(String how, List<Filter> filters) {
        return Pages.of(aws, token -> DescribeVpcEndpointsRequest.builder().filters(filters).nextToken(token).build(),
                        aws.ec2()::describeVpcEndpoints, DescribeVpcEndpointsResponse::nextToken).stream()
                .flatMap(page -> page.vpcEndpoints().stream())
                .filter(one -> !one.stateAsString().equalsIgnoreCase("deleted"))
                .map(one -> found(one(how, "vpc-endpoint", one.vpcEndpointId(), one.stateAsString()), one.tags(),
                        one.creationTimestamp())).toList();
    }

    private List<Found> keyPairs() {
        DescribeKeyPairsRequest request = DescribeKeyPairsRequest.builder().filters(byRun()).build();
        return aws.read(request, aws.ec2()::describeKeyPairs).keyPairs().stream()
                .map(one -> found(one("tag", "key-pair", one.keyPairId(), NONE), one.tags(), one.createTime()))
                .toList();
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
                .map(one -> found(one("tag", "volume", one.volumeId(), one.stateAsString()), one.tags(),
                        one.createTime())).toList();
    }

    private Filter byRun() {
        return run.map(one -> RunTags.filter("tag:" + RunTags.RUN, one))
                .orElseGet(() -> RunTags.filter("tag-key", RunTags.RUN));
    }

    private Found found(String kind, String id, String state, String how, List<Tag> tags) {
        return found(one(how, kind, id, state), tags, null);
    }

    private Leftover one(String how, String kind, String id, String state) {
        return new Leftover(kind, id, state, how, Removal.command(kind, id, aws.region()));
    }

    private Found found(Leftover leftover, List<Tag> tags, Instant createdAt) {
        Map<String, String> byKey = new LinkedHashMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        return Found.of(leftover, byKey, RunTags.areOf(run, byKey), createdAt);
    }
}
