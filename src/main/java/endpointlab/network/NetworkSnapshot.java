package endpointlab.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides whether a packet arrives, at one moment: an immutable picture of VPCs and what stands in them.
 * It can be taken from the practice cloud's world or from the answers of AWS's Describe calls; the
 * {@link ReachabilityJudge} reads nothing else. Maps are keyed by AWS id (ARN for load balancers and target groups).
 */
public record NetworkSnapshot(
        Map<String, Vpc> vpcs,
        Map<String, Subnet> subnets,
        Map<String, InternetGateway> internetGateways,
        Map<String, RouteTable> routeTables,
        Map<String, SecurityGroup> securityGroups,
        Map<String, NetworkAcl> networkAcls,
        Map<String, NetworkInterface> networkInterfaces,
        Map<String, Instance> instances,
        Map<String, LoadBalancer> loadBalancers,
        Map<String, TargetGroup> targetGroups,
        Map<String, EndpointService> endpointServices,
        Map<String, VpcEndpoint> vpcEndpoints) {

    public NetworkSnapshot {
        vpcs = Map.copyOf(vpcs);
        subnets = Map.copyOf(subnets);
        internetGateways = Map.copyOf(internetGateways);
        routeTables = Map.copyOf(routeTables);
        securityGroups = Map.copyOf(securityGroups);
        networkAcls = Map.copyOf(networkAcls);
        networkInterfaces = Map.copyOf(networkInterfaces);
        instances = Map.copyOf(instances);
        loadBalancers = Map.copyOf(loadBalancers);
        targetGroups = Map.copyOf(targetGroups);
        endpointServices = Map.copyOf(endpointServices);
        vpcEndpoints = Map.copyOf(vpcEndpoints);
    }

    /** @param cidr IPv4 block such as {@code 10.0.0.0/16} */
    public record Vpc(String id, String cidr) {
    }

    /** @param az Availability Zone name such as {@code us-east-1a} */
    public record Subnet(String id, String vpcId, String cidr, String az) {
    }

    /** @param vpcId the VPC it is attached to; empty while detached */
    public record InternetGateway(String id, Optional<String> vpcId) {
    }

    /** @param subnetIds explicitly associated subnets; the main table also serves subnets without an association */
    public record RouteTable(String id, String vpcId, boolean main, Set<String> subnetIds, List<Route> routes) {
    }

    /**
     * @param destination IPv4 block
     * @param target      {@code local} or an internet gateway's id; a target that is gone or detached is a black hole
     */
    public record Route(String destination, String target) {
    }

    public record SecurityGroup(String id, String vpcId, String name, List<Rule> ingress, List<Rule> egress) {
    }

    /**
     * One rule of a security group: allows {@code protocol} to ports {@code fromPort}..{@code toPort} for the peer.
     *
     * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1} for all (ports are then ignored)
     * @param peer     IPv4 block, or a security group's id whose members are meant
     */
    public record Rule(String protocol, int fromPort, int toPort, String peer) {
    }

    public record NetworkAcl(String id, String vpcId, Set<String> subnetIds, List<AclEntry> entries) {
    }

    /**
     * One entry of a network ACL; the lowest number that matches decides, and nothing matching means deny.
     *
     * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1}
     */
    public record AclEntry(int number, boolean egress, boolean allow, String protocol, int fromPort, int toPort,
                           String cidr) {
    }

    /**
     * @param publicIp    public IPv4 that the internet gateway maps to {@code privateIp}
     * @param ownerId     id of the instance, endpoint or load balancer (ARN) it belongs to
     */
    public record NetworkInterface(String id, String vpcId, String subnetId, String privateIp,
                                   Optional<String> publicIp, Set<String> securityGroupIds, String ownerId) {
    }

    /** @param running whether it is in state {@code running}; others neither send nor receive */
    public record Instance(String id, String networkInterfaceId, boolean running) {
    }

    /**
     * @param arn              the load balancer's ARN
     * @param dnsName          its public name
     * @param active           whether its state is {@code active}; a {@code provisioning} one has no address yet
     * @param internetFacing   whether {@code dnsName} resolves to public addresses
     * @param nodes            its node (a network interface) per Availability Zone name
     * @param securityGroupIds empty if it was made without security groups, as in the lab: then anything may come in
     * @param enforceOnPrivateLink whether those groups are also asked for traffic that comes through PrivateLink
     * @param crossZone        whether a node may send to targets in other zones
     * @param listeners        target group ARN by TCP port
     */
    public record LoadBalancer(String arn, String name, String dnsName, boolean active, boolean internetFacing,
                               Map<String, String> nodes, Set<String> securityGroupIds, boolean enforceOnPrivateLink,
                               boolean crossZone, Map<Integer, String> listeners) {
    }

    /** @param preserveClientIp whether targets see the client's address; on by default for instance targets */
    public record TargetGroup(String arn, String name, boolean preserveClientIp, List<Target> targets) {
    }

    /** @param health AWS's word: {@code initial}, {@code healthy}, {@code unhealthy}, {@code unused}, {@code draining} */
    public record Target(String instanceId, int port, String health) {
    }

    /** @param azs names of the zones in which it can be reached, as taken when the load balancer was associated */
    public record EndpointService(String id, String name, List<String> loadBalancerArns, Set<String> azs) {
    }

    /**
     * @param serviceName         name of the endpoint service
     * @param state               AWS's word as on the wire, such as {@code pendingAcceptance} or {@code available}
     * @param dnsNames            public names that resolve to the private addresses of its network interfaces
     * @param networkInterfaceIds one per subnet
     */
    public record VpcEndpoint(String id, String vpcId, String serviceName, String state, List<String> dnsNames,
                              List<String> networkInterfaceIds) {
    }
}
