package endpointlab.network;

import endpointlab.network.Flow.FromInstance;
import endpointlab.network.Flow.FromLoadBalancer;
import endpointlab.network.Flow.Internet;
import endpointlab.network.NetworkSnapshot.Instance;
import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.Delivered;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import endpointlab.network.Path.Unresolvable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** One flow from its source on: looks up the destination's name, then sends the first packet on its way. */
final class Trip {

    private final Topology topology;
    private final Flow flow;
    private final NameResolver names;
    private final Journey journey = new Journey();

    Trip(NetworkSnapshot snapshot, Flow flow, NameResolver names) {
        this.topology = new Topology(snapshot);
        this.flow = flow;
        this.names = names;
    }

    Path path() {
        return journey.path(outcome());
    }

    private Outcome outcome() {
        if (flow.source() instanceof Internet host) {
            return fromInternet(host.publicIp());
        }
        if (flow.source() instanceof FromInstance from) {
            return fromInstance(from.instanceId());
        }
        FromLoadBalancer from = (FromLoadBalancer) flow.source();
        return fromLoadBalancer(from.loadBalancerArn(), from.az());
    }

    private Outcome fromInternet(String client) {
        List<String> answer = names.fromInternet(topology.snapshot(), flow.destination());
        return depart(client, client, answer, (legs, destination) -> {
            Packet packet = Packet.of(flow, client, destination, PortRange.EPHEMERAL_ANY);
            Optional<LoadBalancer> named = names.loadBalancer(topology, flow.destination())
                    .filter(loadBalancer -> !InternetAddresses.isRouted(destination));
            return named.map(loadBalancer -> journey.drop(Cause.LOAD_BALANCER_NOT_PUBLIC, HopKind.LOAD_BALANCER,
                            loadBalancer.arn(), packet).orElseThrow())
                    .orElseGet(() -> legs.internet().deliver(packet));
        });
    }

    private Outcome fromInstance(String instanceId) {
        Optional<NetworkInterface> eni = Optional.ofNullable(topology.snapshot().instances().get(instanceId))
                .filter(Instance::running).flatMap(topology::interfaceOf);
        if (eni.isEmpty()) {
            return notRunning(Cause.SOURCE_NOT_RUNNING, instanceId);
        }
        NetworkInterface own = eni.get();
        List<String> answer = names.fromVpc(topology.snapshot(), own.vpcId(), flow.destination());
        return depart(instanceId, own.privateIp(), answer, (legs, destination) -> {
            Packet packet = Packet.of(flow, own.privateIp(), destination, PortRange.EPHEMERAL_LINUX)
                    .openedBy(instanceId);
            boolean itself = InternetAddresses.isLoopback(destination) || destination.equals(own.privateIp());
            return itself ? toItself(instanceId, packet) : legs.departure().from(own, packet);
        });
    }

    /** The operating system keeps it; no interface and no group is asked. */
    private Outcome toItself(String instanceId, Packet packet) {
        journey.pass(HopKind.INSTANCE, instanceId, packet.from(packet.destination()));
        return new Delivered(instanceId, packet.port(), packet.destination(), "");
    }

    private Outcome fromLoadBalancer(String arn, String az) {
        LoadBalancer loadBalancer = topology.snapshot().loadBalancers().get(arn);
        Optional<NetworkInterface> node = Optional.ofNullable(loadBalancer).filter(LoadBalancer::active)
                .flatMap(active -> topology.nodeOf(active, az));
        if (node.isEmpty()) {
            return notRunning(Cause.LOAD_BALANCER_NOT_ACTIVE, arn);
        }
        NetworkInterface own = node.get();
        return depart(arn, own.privateIp(), List.of(flow.destination()), (legs, destination) -> legs.departure()
                .from(own, Packet.of(flow, own.privateIp(), destination, PortRange.EPHEMERAL_ANY)));
    }

    private Outcome notRunning(Cause cause, String resourceId) {
        Packet unsent = Packet.of(flow, "", flow.destination(), PortRange.EPHEMERAL_ANY);
        return journey.drop(cause, HopKind.SOURCE, resourceId, unsent).orElseThrow();
    }

    private Outcome depart(String sourceId, String source, List<String> answer,
                           BiFunction<Legs, String, Outcome> onward) {
        Packet question = Packet.of(flow, source, flow.destination(), PortRange.EPHEMERAL_ANY);
        if (answer.isEmpty()) {
            journey.pass(HopKind.SOURCE, sourceId, question);
            journey.pass(HopKind.DNS, flow.destination(), question);
            return new Unresolvable(flow.destination());
        }
        Pick pick = Pick.of(source, flow);
        String destination = pick.from(answer);
        Packet packet = question.to(destination);
        journey.pass(HopKind.SOURCE, sourceId, packet);
        if (!destination.equals(flow.destination())) {
            journey.pass(HopKind.DNS, flow.destination(), packet);
        }
        return onward.apply(Legs.of(topology, pick, journey), destination);
    }

    /** The legs a flow can take, wired for one journey. */
    private record Legs(InternetLeg internet, Departure departure) {

        static Legs of(Topology topology, Pick pick, Journey journey) {
            SecurityGroups groups = new SecurityGroups(topology.snapshot().securityGroups(), journey);
            NetworkAcls acls = new NetworkAcls(topology, journey);
            Routes routes = new Routes(topology);
            VpcLeg vpc = new VpcLeg(routes, acls, journey);
            InstanceArrival instances = new InstanceArrival(topology, groups, journey);
            LoadBalancerLeg loadBalancers = new LoadBalancerLeg(topology, groups, vpc, instances, pick, journey);
            PrivateLinkLeg endpoints = new PrivateLinkLeg(topology, groups, loadBalancers, pick, journey);
            Arrival arrival = new Arrival(topology, instances, endpoints, loadBalancers, journey);
            InternetLeg internet = new InternetLeg(topology, routes, acls, arrival, journey);
            return new Legs(internet,
                    new Departure(topology, groups, acls, routes, vpc, internet, arrival, journey));
        }
    }
}
