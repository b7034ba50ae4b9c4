package endpointlab.resource;

import endpointlab.lab.Holder;
import endpointlab.lab.Holder.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Finds what holds something that AWS refuses to delete: its error says only that something does. Behind a network
 * interface stands the instance, the load balancer or the endpoint that it was made for.
 */
final class Holders {

    private static final String ENDPOINT_INTERFACE = "VPC Endpoint Interface ";

    private final ResourceWork work;

    Holders(ResourceWork work) {
        this.work = work;
    }

    /** All network interfaces that the filters let through. */
    List<Holder> interfaces(Filter... filters) {
        return holders(read(filters));
    }

    /** Whatever has a public address in a VPC: its internet gateway can't be detached meanwhile. */
    List<Holder> withPublicAddress(String vpcId) {
        return holders(read(RunTags.filter("vpc-id", vpcId)).stream()
                .filter(one -> one.association() != null && one.association().publicIp() != null).toList());
    }

    /** Whatever is inside a VPC and isn't deleted along with it. */
    List<Holder> inside(String vpcId) {
        Filter in = RunTags.filter("vpc-id", vpcId);
        Stream<Holder> subnets = work.aws().read(DescribeSubnetsRequest.builder().filters(in).build(),
                work.aws().ec2()::describeSubnets).subnets().stream()
                .map(one -> tagged("subnet", one.subnetId(), one.tags()));
        Stream<Holder> groups = work.aws().read(DescribeSecurityGroupsRequest.builder().filters(in).build(),
                work.aws().ec2()::describeSecurityGroups).securityGroups().stream()
                .filter(one -> !one.groupName().equals("default"))
                .map(one -> tagged("security-group", one.groupId(), one.tags()));
        Stream<Holder> gateways = work.aws().read(DescribeInternetGatewaysRequest.builder()
                        .filters(RunTags.filter("attachment.vpc-id", vpcId)).build(),
                work.aws().ec2()::describeInternetGateways).internetGateways().stream()
                .map(one -> tagged("internet-gateway", one.internetGatewayId(), one.tags()));
        return Stream.of(interfaces(in).stream(), subnets, groups, gateways).flatMap(Function.identity()).toList();
    }

    private List<NetworkInterface> read(Filter... filters) {
        return Pages.of(work.aws(), token -> DescribeNetworkInterfacesRequest.builder().filters(filters)
                                .nextToken(token).build(), work.aws().ec2()::describeNetworkInterfaces,
                        DescribeNetworkInterfacesResponse::nextToken).stream()
                .flatMap(page -> page.networkInterfaces().stream()).toList();
    }

    private List<Holder> holders(List<NetworkInterface> interfaces) {
        Map<String, Instance> instances = instances(interfaces);
        Map<String, Holder> holders = new LinkedHashMap<>();
        for (NetworkInterface one : interfaces) {
            Holder holder = holder(one, instances);
            holders.putIfAbsent(holder.awsId(), holder);
        }
        return new ArrayList<>(holders.values());
    }

    private Holder holder(NetworkInterface one, Map<String, Instance> instances) {
        Instance instance = instances.get(instanceId(one));
        if (instance != null) {
            return tagged("instance", instance.instanceId(), instance.tags());
        }
        String description = one.description() == null ? "" : one.description();
        if (description.startsWith(ENDPOINT_INTERFACE)) {
            return new Holder("vpc-endpoint", description.substring(ENDPOINT_INTERFACE.length()),
                    one.networkInterfaceId(), Owner.AWS);
        }
        if (Boolean.TRUE.equals(one.requesterManaged())) {
            return new Holder("network-interface", one.networkInterfaceId(), description, Owner.AWS);
        }
        return tagged("network-interface", one.networkInterfaceId(), one.tagSet());
    }

    private Map<String, Instance> instances(List<NetworkInterface> interfaces) {
        List<String> ids = interfaces.stream().map(Holders::instanceId).filter(id -> !id.isEmpty()).distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        DescribeInstancesRequest request = DescribeInstancesRequest.builder()
                .filters(RunTags.filter("instance-id", ids.toArray(String[]::new))).build();
        return work.aws().read(request, work.aws().ec2()::describeInstances).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .collect(Collectors.toMap(Instance::instanceId, Function.identity()));
    }

    private static String instanceId(NetworkInterface one) {
        return one.attachment() == null || one.attachment().instanceId() == null ? "" : one.attachment().instanceId();
    }

    private Holder tagged(String kind, String id, List<Tag> tags) {
        boolean ours = tags.stream().anyMatch(tag -> tag.key().equals(RunTags.RUN) && work.run().equals(tag.value()));
        String name = tags.stream().filter(tag -> tag.key().equals("Name")).map(Tag::value).findFirst().orElse("");
        return new Holder(kind, id, name, ours ? Owner.RUN : Owner.OTHER);
    }
}
