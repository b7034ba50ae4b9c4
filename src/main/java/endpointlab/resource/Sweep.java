package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.Leftover;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Looks for whatever a run may have left behind: by the run's tag, and by everything inside the run's VPCs, because
 * AWS's own network interfaces for endpoints and load balancers carry no tag of ours. {@code terminated} and
 * {@code deleted} count as gone; a VPC's main route table, default security group and default network ACL are part
 * of the VPC.
 *
 * <p>Assumed: an instance's root volume goes with it, as the Amazon Linux images ask for; volumes are not looked for.
 */
public final class Sweep {

    private static final String NONE = "";

    private final AwsCaller aws;
    private final String run;
    private final List<String> vpcIds;
    private final List<Found> found = new ArrayList<>();

    /** @param vpcIds AWS ids of all VPCs that the run made, also of those that are gone */
    public Sweep(AwsCaller aws, String run, Collection<String> vpcIds) {
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
        found.clear();
        by("tag", List.of(RunTags.filter("tag:" + RunTags.RUN, run)));
        if (!vpcIds.isEmpty()) {
            by("vpc", List.of(RunTags.filter("vpc-id", vpcIds.toArray(String[]::new))));
        }
        keyPairsAndServices();
        new LoadBalancingSweep(aws, run, vpcIds).look().forEach(this::add);
        return List.copyOf(found);
    }

    private void by(String how, List<Filter> filters) {
        instances(how, filters);
        vpcs(how, filters);
        insideVpcs(how, filters);
        aws.read(DescribeNetworkInterfacesRequest.builder().filters(filters).build(),
                        aws.ec2()::describeNetworkInterfaces).networkInterfaces()
                .forEach(one -> add("network-interface", one.networkInterfaceId(), one.statusAsString(), how,
                        one.tagSet()));
        aws.read(DescribeVpcEndpointsRequest.builder().filters(filters).build(),
                        aws.ec2()::describeVpcEndpoints).vpcEndpoints().stream()
                .filter(one -> !one.stateAsString().equalsIgnoreCase("deleted"))
                .forEach(one -> add("vpc-endpoint", one.vpcEndpointId(), one.stateAsString(), how, one.tags()));
    }

    private void instances(String how, List<Filter> filters) {
        aws.read(DescribeInstancesRequest.builder().filters(filters).build(), aws.ec2()::describeInstances)
                .reservations().stream().flatMap(reservation -> reservation.instances().stream())
                .filter(one -> !one.state().nameAsString().equals("terminated"))
                .forEach(one -> add("instance", one.instanceId(), one.state().nameAsString(), how, one.tags()));
    }

    private void vpcs(String how, List<Filter> filters) {
        aws.read(DescribeVpcsRequest.builder().filters(filters).build(), aws.ec2()::describeVpcs).vpcs()
                .forEach(one -> add("vpc", one.vpcId(), one.stateAsString(), how, one.tags()));
        List<Filter> gateways = filters.stream().map(filter -> filter.name().equals("vpc-id")
                ? filter.toBuilder().name("attachment.vpc-id").build() : filter).toList();
        aws.read(DescribeInternetGatewaysRequest.builder().filters(gateways).build(),
                        aws.ec2()::describeInternetGateways).internetGateways()
                .forEach(one -> add("internet-gateway", one.internetGatewayId(), NONE, how, one.tags()));
    }

    private void insideVpcs(String how, List<Filter> filters) {
        aws.read(DescribeSubnetsRequest.builder().filters(filters).build(), aws.ec2()::describeSubnets).subnets()
                .forEach(one -> add("subnet", one.subnetId(), one.stateAsString(), how, one.tags()));
        aws.read(DescribeRouteTablesRequest.builder().filters(filters).build(), aws.ec2()::describeRouteTables)
                .routeTables().stream()
                .filter(one -> one.associations().stream().noneMatch(join -> Boolean.TRUE.equals(join.main())))
                .forEach(one -> add("route-table", one.routeTableId(), NONE, how, one.tags()));
        aws.read(DescribeSecurityGroupsRequest.builder().filters(filters).build(),
                        aws.ec2()::describeSecurityGroups).securityGroups().stream()
                .filter(one -> !one.groupName().equals("default"))
                .forEach(one -> add("security-group", one.groupId(), NONE, how, one.tags()));
    }

    private void keyPairsAndServices() {
        Filter byRun = RunTags.filter("tag:" + RunTags.RUN, run);
        aws.read(DescribeKeyPairsRequest.builder().filters(byRun).build(), aws.ec2()::describeKeyPairs).keyPairs()
                .forEach(one -> add("key-pair", one.keyPairId(), NONE, "tag", one.tags()));
        aws.read(DescribeVpcEndpointServiceConfigurationsRequest.builder().filters(byRun).build(),
                        aws.ec2()::describeVpcEndpointServiceConfigurations).serviceConfigurations().stream()
                .filter(one -> !"Deleted".equals(one.serviceStateAsString()))
                .forEach(one -> add("endpoint-service", one.serviceId(), one.serviceStateAsString(), "tag",
                        one.tags()));
    }

    private void add(String kind, String id, String state, String how, List<Tag> tags) {
        String specId = tags.stream().filter(tag -> tag.key().equals(RunTags.RESOURCE)).map(Tag::value).findFirst()
                .orElse("");
        boolean ours = tags.stream().anyMatch(tag -> tag.key().equals(RunTags.RUN) && run.equals(tag.value()));
        add(new Found(new Leftover(kind, id, state, how), ours ? specId : ""));
    }

    private void add(Found one) {
        if (found.stream().noneMatch(known -> known.leftover().awsId().equals(one.leftover().awsId()))) {
            found.add(one);
        }
    }
}
