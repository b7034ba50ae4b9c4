package endpointlab.network;

import static endpointlab.network.LabIds.*;

import endpointlab.network.NetworkSnapshot.AclEntry;
import endpointlab.network.NetworkSnapshot.EndpointService;
import endpointlab.network.NetworkSnapshot.Instance;
import endpointlab.network.NetworkSnapshot.InternetGateway;
import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.NetworkAcl;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.Route;
import endpointlab.network.NetworkSnapshot.RouteTable;
import endpointlab.network.NetworkSnapshot.Rule;
import endpointlab.network.NetworkSnapshot.SecurityGroup;
import endpointlab.network.NetworkSnapshot.Subnet;
import endpointlab.network.NetworkSnapshot.Target;
import endpointlab.network.NetworkSnapshot.TargetGroup;
import endpointlab.network.NetworkSnapshot.Vpc;
import endpointlab.network.NetworkSnapshot.VpcEndpoint;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The finished lab's network, after step 15, for a test to change in a line: {@code new LabNetwork().health(…)}. */
public final class LabNetwork {

    private final Map<String, Vpc> vpcs = new TreeMap<>();
    private final Map<String, Subnet> subnets = new TreeMap<>();
    private final Map<String, InternetGateway> gateways = new TreeMap<>();
    private final Map<String, RouteTable> routeTables = new TreeMap<>();
    private final Map<String, SecurityGroup> groups = new TreeMap<>();
    private final Map<String, NetworkAcl> acls = new TreeMap<>();
    private final Map<String, NetworkInterface> interfaces = new TreeMap<>();
    private final Map<String, Instance> instances = new TreeMap<>();
    private final Map<String, LoadBalancer> loadBalancers = new TreeMap<>();
    private final Map<String, TargetGroup> targetGroups = new TreeMap<>();
    private final Map<String, EndpointService> services = new TreeMap<>();
    private final Map<String, VpcEndpoint> endpoints = new TreeMap<>();

    public LabNetwork() {
        publicVpc(SERVICE_VPC, "10.0.0.0/16", SERVICE_IGW, SERVICE_SUBNET, "10.0.1.0/24", SERVICE_RTB);
        group(WEB_SG, SERVICE_VPC, tcp(22, ANYWHERE), tcp(80, ANYWHERE), tcp(443, ANYWHERE));
        instance(WEB, SERVICE_SUBNET, WEB_IP, WEB_PUBLIC_IP, WEB_SG);
        loadBalancers.put(NLB, new LoadBalancer(NLB, "MyNetwork-LB", NLB_NAME, true, true, Map.of(), Set.of(), true,
                false, Map.of(80, TARGET_GROUP)));
        node(ZONE_A, SERVICE_SUBNET, NODE_ENI, NODE_IP, NODE_PUBLIC_IP);
        targetGroups.put(TARGET_GROUP, new TargetGroup(TARGET_GROUP, "MyNetwork-TG", true, List.of()));
        targets(new Target(WEB, 80, "healthy"));
        services.put(SERVICE, new EndpointService(SERVICE, SERVICE_NAME, List.of(NLB), Set.of(ZONE_A)));

        customerSide("10.1", CUSTOMER_IP, ENDPOINT_IP);
    }

    private void customerSide(String net, String instanceIp, String endpointIp) {
        publicVpc(CUSTOMER_VPC, net + ".0.0/16", CUSTOMER_IGW, CUSTOMER_SUBNET, net + ".1.0/24", CUSTOMER_RTB);
        group(CUSTOMER_SG, CUSTOMER_VPC, tcp(22, ANYWHERE), tcp(80, ANYWHERE));
        instance(CUSTOMER, CUSTOMER_SUBNET, instanceIp, CUSTOMER_PUBLIC_IP, CUSTOMER_SG);
        eni(ENDPOINT_ENI, CUSTOMER_SUBNET, endpointIp, "", ENDPOINT, CUSTOMER_SG);
        endpoints.put(ENDPOINT, new VpcEndpoint(ENDPOINT, CUSTOMER_VPC, SERVICE_NAME, "available",
                List.of(ENDPOINT_NAME, ENDPOINT_ZONAL_NAME), List.of(ENDPOINT_ENI)));
    }

    /** Gives the customer's VPC the provider's block, and its instance and endpoint addresses in use there too. */
    public LabNetwork overlapping() {
        customerSide("10.0", WEB_IP, NODE_IP);
        return this;
    }

    public NetworkSnapshot snapshot() {
        return new NetworkSnapshot(vpcs, subnets, gateways, routeTables, groups, acls, interfaces, instances,
                loadBalancers, targetGroups, services, endpoints);
    }

    private void publicVpc(String vpc, String cidr, String igw, String subnet, String subnetCidr, String rtb) {
        vpcs.put(vpc, new Vpc(vpc, cidr));
        gateways.put(igw, new InternetGateway(igw, Optional.of(vpc)));
        acls.put("acl-" + vpc, new NetworkAcl("acl-" + vpc, vpc, Set.of(),
                List.of(allow(100, false, "-1", PortRange.ALL, ANYWHERE),
                        allow(100, true, "-1", PortRange.ALL, ANYWHERE))));
        subnet(subnet, vpc, subnetCidr, ZONE_A);
        routeTables.put("rtb-main-" + vpc, new RouteTable("rtb-main-" + vpc, vpc, true, Set.of(),
                List.of(new Route(cidr, "local"))));
        routeTables.put(rtb, new RouteTable(rtb, vpc, false, Set.of(subnet),
                List.of(new Route(cidr, "local"), new Route(ANYWHERE, igw))));
    }

    /** A further subnet: with its VPC's main route table and default network ACL. */
    public LabNetwork subnet(String id, String vpcId, String cidr, String az) {
        subnets.put(id, new Subnet(id, vpcId, cidr, az));
        acls.computeIfPresent("acl-" + vpcId, (key, acl) -> new NetworkAcl(acl.id(), acl.vpcId(),
                with(acl.subnetIds(), id), acl.entries()));
        return this;
    }

    /** Associates the subnet with a route table other than the main one. */
    public LabNetwork associate(String routeTable, String subnet) {
        routeTables.computeIfPresent(routeTable, (key, table) -> new RouteTable(key, table.vpcId(), table.main(),
                with(table.subnetIds(), subnet), table.routes()));
        return this;
    }

    /** Gives the route table these routes and no others. */
    public LabNetwork routes(String routeTable, Route... routes) {
        routeTables.computeIfPresent(routeTable, (key, table) -> new RouteTable(key, table.vpcId(), table.main(),
                table.subnetIds(), List.of(routes)));
        return this;
    }

    /** Leaves nothing but the local route. */
    public LabNetwork onlyLocalRoute(String routeTable) {
        String vpc = routeTables.get(routeTable).vpcId();
        return routes(routeTable, new Route(vpcs.get(vpc).cidr(), "local"));
    }

    public LabNetwork detach(String gateway) {
        gateways.put(gateway, new InternetGateway(gateway, Optional.empty()));
        return this;
    }

    /** Adds a group with these inbound rules that lets everything out. */
    public LabNetwork group(String id, String vpc, Rule... ingress) {
        groups.put(id, new SecurityGroup(id, vpc, id, List.of(ingress), List.of(new Rule("-1", 0, 0, ANYWHERE))));
        return this;
    }

    /** Gives the group these inbound rules and no others. */
    public LabNetwork ingress(String group, Rule... rules) {
        groups.computeIfPresent(group, (key, old) ->
                new SecurityGroup(key, old.vpcId(), old.name(), List.of(rules), old.egress()));
        return this;
    }

    /** Gives the group these outbound rules and no others. */
    public LabNetwork egress(String group, Rule... rules) {
        groups.computeIfPresent(group, (key, old) ->
                new SecurityGroup(key, old.vpcId(), old.name(), old.ingress(), List.of(rules)));
        return this;
    }

    public static Rule tcp(int port, String peer) {
        return new Rule("tcp", port, port, peer);
    }

    public static Rule icmp(String peer) {
        return new Rule("icmp", -1, -1, peer);
    }

    /** Gives the subnet's network ACL {@code acl-custom} these entries and no others. */
    public LabNetwork acl(String subnet, AclEntry... entries) {
        acls.replaceAll((id, acl) -> new NetworkAcl(id, acl.vpcId(), without(acl.subnetIds(), subnet), acl.entries()));
        acls.put("acl-custom", new NetworkAcl("acl-custom", subnets.get(subnet).vpcId(), Set.of(subnet),
                List.of(entries)));
        return this;
    }

    static AclEntry allow(int number, boolean egress, String protocol, PortRange ports, String cidr) {
        return new AclEntry(number, egress, true, protocol, ports.from(), ports.to(), cidr);
    }

    static AclEntry deny(int number, boolean egress, String protocol, PortRange ports, String cidr) {
        return new AclEntry(number, egress, false, protocol, ports.from(), ports.to(), cidr);
    }

    /** A running instance; its interface is {@code eni-…} of the same name. {@code publicIp} empty for none. */
    public LabNetwork instance(String id, String subnet, String ip, String publicIp, String... groups) {
        String eni = id.replaceFirst("^i-", "eni-");
        instances.put(id, new Instance(id, eni, true));
        return eni(eni, subnet, ip, publicIp, id, groups);
    }

    public LabNetwork stop(String instance) {
        instances.computeIfPresent(instance, (id, old) -> new Instance(id, old.networkInterfaceId(), false));
        return this;
    }

    public LabNetwork eni(String id, String subnet, String ip, String publicIp, String owner, String... groups) {
        interfaces.put(id, new NetworkInterface(id, subnets.get(subnet).vpcId(), subnet, ip,
                Optional.of(publicIp).filter(text -> !text.isEmpty()), Set.of(groups), owner));
        return this;
    }

    /** A node of the load balancer in another zone; {@code publicIp} empty for none. */
    public LabNetwork node(String az, String subnet, String eni, String ip, String publicIp) {
        eni(eni, subnet, ip, publicIp, NLB);
        return loadBalancer(lb -> {
            Map<String, String> nodes = new HashMap<>(lb.nodes());
            nodes.put(az, eni);
            return new LoadBalancer(lb.arn(), lb.name(), lb.dnsName(), lb.active(), lb.internetFacing(), nodes,
                    lb.securityGroupIds(), lb.enforceOnPrivateLink(), lb.crossZone(), lb.listeners());
        });
    }

    public LabNetwork provisioning() {
        return loadBalancer(lb -> new LoadBalancer(lb.arn(), lb.name(), lb.dnsName(), false, lb.internetFacing(),
                lb.nodes(), lb.securityGroupIds(), lb.enforceOnPrivateLink(), lb.crossZone(), lb.listeners()));
    }

    public LabNetwork internal() {
        return loadBalancer(lb -> new LoadBalancer(lb.arn(), lb.name(), lb.dnsName(), lb.active(), false,
                lb.nodes(), lb.securityGroupIds(), lb.enforceOnPrivateLink(), lb.crossZone(), lb.listeners()));
    }

    public LabNetwork crossZone() {
        return loadBalancer(lb -> new LoadBalancer(lb.arn(), lb.name(), lb.dnsName(), lb.active(),
                lb.internetFacing(), lb.nodes(), lb.securityGroupIds(), lb.enforceOnPrivateLink(), true,
                lb.listeners()));
    }

    public LabNetwork loadBalancerGroups(boolean enforceOnPrivateLink, String... ids) {
        return loadBalancer(lb -> new LoadBalancer(lb.arn(), lb.name(), lb.dnsName(), lb.active(),
                lb.internetFacing(), lb.nodes(), Set.of(ids), enforceOnPrivateLink, lb.crossZone(), lb.listeners()));
    }

    public LabNetwork listeners(Map<Integer, String> listeners) {
        return loadBalancer(lb -> new LoadBalancer(lb.arn(), lb.name(), lb.dnsName(), lb.active(),
                lb.internetFacing(), lb.nodes(), lb.securityGroupIds(), lb.enforceOnPrivateLink(), lb.crossZone(),
                listeners));
    }

    private LabNetwork loadBalancer(UnaryOperator<LoadBalancer> change) {
        loadBalancers.computeIfPresent(NLB, (arn, lb) -> change.apply(lb));
        return this;
    }

    public LabNetwork targets(Target... targets) {
        targetGroups.computeIfPresent(TARGET_GROUP, (arn, group) ->
                new TargetGroup(arn, group.name(), group.preserveClientIp(), List.of(targets)));
        return this;
    }

    /** Gives every target this health. */
    public LabNetwork health(String health) {
        return targets(targetGroups.get(TARGET_GROUP).targets().stream()
                .map(target -> new Target(target.instanceId(), target.port(), health)).toArray(Target[]::new));
    }

    public LabNetwork clientIpNotPreserved() {
        targetGroups.computeIfPresent(TARGET_GROUP, (arn, group) ->
                new TargetGroup(arn, group.name(), false, group.targets()));
        return this;
    }

    /** A further load balancer that is not active yet. */
    public LabNetwork provisioningLoadBalancer(String arn, String az, String nodeEni) {
        loadBalancers.put(arn, new LoadBalancer(arn, "second", "second.elb.us-east-1.amazonaws.com", false, true,
                Map.of(az, nodeEni), Set.of(), true, false, Map.of()));
        return this;
    }

    public LabNetwork serviceLoadBalancers(String... arns) {
        services.computeIfPresent(SERVICE, (id, service) ->
                new EndpointService(id, service.name(), List.of(arns), service.azs()));
        return this;
    }

    public LabNetwork serviceZones(String... azs) {
        services.put(SERVICE, new EndpointService(SERVICE, SERVICE_NAME, List.of(NLB), Set.of(azs)));
        return this;
    }

    public LabNetwork withoutService() {
        services.clear();
        return this;
    }

    /** Puts the endpoint's interface into this group in place of its own. */
    public LabNetwork endpointGroup(String group) {
        return eni(ENDPOINT_ENI, CUSTOMER_SUBNET, ENDPOINT_IP, "", ENDPOINT, group);
    }

    public LabNetwork endpointState(String state) {
        endpoints.computeIfPresent(ENDPOINT, (id, endpoint) -> new VpcEndpoint(id, endpoint.vpcId(),
                endpoint.serviceName(), state, endpoint.dnsNames(), endpoint.networkInterfaceIds()));
        return this;
    }

    /** Gives the endpoint these interfaces and names, in place of its own. */
    public LabNetwork endpointInterfaces(List<String> enis, String... names) {
        endpoints.computeIfPresent(ENDPOINT, (id, endpoint) -> new VpcEndpoint(id, endpoint.vpcId(),
                endpoint.serviceName(), endpoint.state(), Arrays.asList(names), enis));
        return this;
    }

    public LabNetwork withoutEndpoint() {
        endpoints.clear();
        interfaces.remove(ENDPOINT_ENI);
        return this;
    }

    private static Set<String> with(Set<String> set, String element) {
        Set<String> more = new HashSet<>(set);
        more.add(element);
        return more;
    }

    private static Set<String> without(Set<String> set, String element) {
        Set<String> fewer = new HashSet<>(set);
        fewer.remove(element);
        return fewer;
    }
}
