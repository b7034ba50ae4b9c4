package endpointlab.network;

import endpointlab.network.NetworkSnapshot.EndpointService;
import endpointlab.network.NetworkSnapshot.Instance;
import endpointlab.network.NetworkSnapshot.InternetGateway;
import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.NetworkAcl;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.RouteTable;
import endpointlab.network.NetworkSnapshot.Subnet;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who belongs to whom in a snapshot. Where several would fit, the one with the smallest id is taken. */
record Topology(NetworkSnapshot snapshot) {

    /** The interface that has this private address; addresses mean something only within their VPC. */
    Optional<NetworkInterface> byPrivateIp(String vpcId, String address) {
        return first(snapshot.networkInterfaces().values().stream()
                .filter(eni -> eni.vpcId().equals(vpcId) && eni.privateIp().equals(address)), NetworkInterface::id);
    }

    Optional<NetworkInterface> byPublicIp(String address) {
        return first(snapshot.networkInterfaces().values().stream()
                .filter(eni -> eni.publicIp().filter(address::equals).isPresent()), NetworkInterface::id);
    }

    Optional<NetworkInterface> interfaceOf(Instance instance) {
        return Optional.ofNullable(snapshot.networkInterfaces().get(instance.networkInterfaceId()));
    }

    Optional<NetworkInterface> nodeOf(LoadBalancer loadBalancer, String az) {
        return Optional.ofNullable(loadBalancer.nodes().get(az)).map(snapshot.networkInterfaces()::get);
    }

    Optional<InternetGateway> internetGatewayOf(String vpcId) {
        return first(snapshot.internetGateways().values().stream()
                .filter(gateway -> gateway.vpcId().filter(vpcId::equals).isPresent()), InternetGateway::id);
    }

    /** The table associated with the subnet, else its VPC's main table. */
    Optional<RouteTable> routeTableOf(Subnet subnet) {
        Predicate<RouteTable> associated = table -> table.subnetIds().contains(subnet.id());
        Predicate<RouteTable> main = table -> table.main() && table.vpcId().equals(subnet.vpcId());
        return routeTable(associated).or(() -> routeTable(main));
    }

    private Optional<RouteTable> routeTable(Predicate<RouteTable> which) {
        return first(snapshot.routeTables().values().stream().filter(which), RouteTable::id);
    }

    Optional<NetworkAcl> networkAclOf(String subnetId) {
        return first(snapshot.networkAcls().values().stream()
                .filter(acl -> acl.subnetIds().contains(subnetId)), NetworkAcl::id);
    }

    Optional<EndpointService> endpointServiceNamed(String name) {
        return first(snapshot.endpointServices().values().stream()
                .filter(service -> service.name().equals(name)), EndpointService::id);
    }

    Optional<Subnet> subnetOf(NetworkInterface eni) {
        return Optional.ofNullable(snapshot.subnets().get(eni.subnetId()));
    }

    /** Name of the Availability Zone it stands in; empty if its subnet is gone. */
    String azOf(NetworkInterface eni) {
        return subnetOf(eni).map(Subnet::az).orElse("");
    }

    /** The security groups an interface wears; a load balancer's groups are those of its nodes. */
    Set<String> groupsOf(NetworkInterface eni) {
        LoadBalancer loadBalancer = snapshot.loadBalancers().get(eni.ownerId());
        return loadBalancer == null ? eni.securityGroupIds() : loadBalancer.securityGroupIds();
    }

    private static <T> Optional<T> first(Stream<T> candidates, Function<T, String> id) {
        return candidates.min(Comparator.comparing(id));
    }
}
