package endpointlab.practice.world;

import endpointlab.network.NetworkSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes the picture of the practice cloud's network that the judge of reachability looks at: only what exists at that
 * lab time, in the state it has then. Network interfaces that were released are gone, addresses with them.
 */
public final class SnapshotBuilder {

    private static final int LAST_PORT = 65_535;

    private final World world;

    public SnapshotBuilder(World world) {
        this.world = world;
    }

    /** @param now the lab time of the picture */
    public NetworkSnapshot at(Instant now) {
        return world.locked(() -> new NetworkSnapshot(
                byId(world.vpcs, vpc -> true, vpc -> new NetworkSnapshot.Vpc(vpc.id(), vpc.cidrBlock())),
                byId(world.subnets, subnet -> true, subnet -> new NetworkSnapshot.Subnet(subnet.id(), subnet.vpcId(),
                        subnet.cidrBlock(), subnet.availabilityZone())),
                byId(world.internetGateways, gateway -> true, gateway -> new NetworkSnapshot.InternetGateway(
                        gateway.id(), Optional.ofNullable(gateway.vpcId()))),
                byId(world.routeTables, table -> true, SnapshotBuilder::routeTable),
                byId(world.securityGroups, group -> true, SnapshotBuilder::securityGroup),
                byId(world.networkAcls, acl -> true, SnapshotBuilder::networkAcl),
                byId(world.networkInterfaces, one -> !hasCome(one.releasedAt(), now),
                        SnapshotBuilder::networkInterface),
                byId(world.instances, one -> !hasCome(one.terminatedAt(), now),
                        one -> new NetworkSnapshot.Instance(one.id(), one.networkInterfaceId(),
                                InstanceStates.at(one, now).equals(InstanceStates.RUNNING))),
                byId(world.loadBalancers, one -> true, one -> loadBalancer(one, now)),
                byId(world.targetGroups, group -> true, group -> targetGroup(group, now)),
                byId(world.endpointServices,
                        service -> EndpointServiceStates.at(service, now).equals(EndpointServiceStates.AVAILABLE),
                        service -> new NetworkSnapshot.EndpointService(service.id(), service.serviceName(),
                                service.loadBalancerArns(), Set.copyOf(service.availabilityZones()))),
                byId(world.vpcEndpoints, endpoint -> !hasCome(endpoint.deletedAt(), now),
                        endpoint -> new NetworkSnapshot.VpcEndpoint(endpoint.id(), endpoint.vpcId(),
                                endpoint.serviceName(), VpcEndpointStates.at(endpoint, now), endpoint.dnsNames(),
                                endpoint.networkInterfaceIds()))));
    }

    private static <E extends Entity, S> Map<String, S> byId(Table<E> table, Predicate<E> exists,
                                                             Function<E, S> picture) {
        Map<String, S> pictures = new HashMap<>();
        table.where(exists).forEach(entity -> pictures.put(entity.id(), picture.apply(entity)));
        return pictures;
    }

    private static NetworkSnapshot.RouteTable routeTable(Entities.RouteTable table) {
        return new NetworkSnapshot.RouteTable(table.id(), table.vpcId(),
                table.associations().stream().anyMatch(Entities.RouteTableAssociation::main),
                table.associations().stream().map(Entities.RouteTableAssociation::subnetId)
                        .filter(Objects::nonNull).collect(Collectors.toSet()),
                table.routes().stream().map(route -> new NetworkSnapshot.Route(
                        route.destinationCidrBlock(), route.gatewayId())).toList());
    }

    private static NetworkSnapshot.SecurityGroup securityGroup(Entities.SecurityGroup group) {
        return new NetworkSnapshot.SecurityGroup(group.id(), group.vpcId(), group.groupName(),
                rules(group, false), rules(group, true));
    }

    private static List<NetworkSnapshot.Rule> rules(Entities.SecurityGroup group, boolean egress) {
        return group.rules().stream().filter(rule -> rule.egress() == egress && rule.cidrIpv6() == null)
                .map(rule -> new NetworkSnapshot.Rule(rule.protocol(), firstPort(rule.fromPort()),
                        lastPort(rule.toPort()),
                        rule.cidrIpv4() == null ? rule.referencedGroupId() : rule.cidrIpv4()))
                .toList();
    }

    private static NetworkSnapshot.NetworkAcl networkAcl(Entities.NetworkAcl acl) {
        return new NetworkSnapshot.NetworkAcl(acl.id(), acl.vpcId(),
                acl.associations().stream().map(Entities.NetworkAclAssociation::subnetId)
                        .collect(Collectors.toSet()),
                acl.entries().stream().map(entry -> new NetworkSnapshot.AclEntry(entry.ruleNumber(), entry.egress(),
                        entry.ruleAction().equals("allow"), protocolName(entry.protocol()),
                        firstPort(entry.fromPort()), lastPort(entry.toPort()), entry.cidrBlock())).toList());
    }

    private static NetworkSnapshot.NetworkInterface networkInterface(Entities.NetworkInterface one) {
        return new NetworkSnapshot.NetworkInterface(one.id(), one.vpcId(), one.subnetId(), one.privateIp(),
                Optional.ofNullable(one.publicIp()), Set.copyOf(one.groupIds()), one.ownerId());
    }

    private NetworkSnapshot.LoadBalancer loadBalancer(Entities.LoadBalancer one, Instant now) {
        return new NetworkSnapshot.LoadBalancer(one.id(), one.name(), one.dnsName(),
                LoadBalancerStates.at(one, now).equals(LoadBalancerStates.ACTIVE),
                one.scheme().equals("internet-facing"),
                one.nodes().stream().collect(Collectors.toMap(Entities.LoadBalancerNode::availabilityZone,
                        Entities.LoadBalancerNode::networkInterfaceId)),
                Set.copyOf(one.securityGroupIds()), one.enforceOnPrivateLink(),
                Boolean.parseBoolean(one.attributes().get("load_balancing.cross_zone.enabled")),
                world.listeners.where(listener -> listener.loadBalancerArn().equals(one.id())).stream()
                        .collect(Collectors.toMap(Entities.Listener::port, Entities.Listener::targetGroupArn)));
    }

    private NetworkSnapshot.TargetGroup targetGroup(Entities.TargetGroup group, Instant now) {
        return new NetworkSnapshot.TargetGroup(group.id(), group.name(),
                !"false".equals(group.attributes().get("preserve_client_ip.enabled")),
                TargetHealth.remembered(group, now).stream().map(target -> new NetworkSnapshot.Target(
                        target.instanceId(), target.port(),
                        TargetHealth.toNodes(world, group, target, now))).toList());
    }

    /** No port, or ICMP's -1, means all of them. */
    private static int firstPort(Integer port) {
        return port == null || port < 0 ? 0 : port;
    }

    private static int lastPort(Integer port) {
        return port == null || port < 0 ? LAST_PORT : port;
    }

    /** Network ACLs name protocols by IANA's numbers. */
    private static String protocolName(String number) {
        return switch (number) {
            case "1" -> "icmp";
            case "6" -> "tcp";
            case "17" -> "udp";
            default -> number;
        };
    }

    private static boolean hasCome(Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }
}
