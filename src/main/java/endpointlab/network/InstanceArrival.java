package endpointlab.network;

import endpointlab.network.NetworkSnapshot.Instance;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.Delivered;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;

/** The last leg: through an instance's security groups to its interface and to the instance. */
record InstanceArrival(Topology topology, SecurityGroups groups, Journey journey) {

    Outcome at(NetworkInterface eni, Packet packet) {
        String instanceId = eni.ownerId();
        return Journey.steps(
                        () -> groups.ingress(topology.groupsOf(eni), packet),
                        () -> journey.pass(HopKind.NETWORK_INTERFACE, eni.id(), packet),
                        () -> isRunning(instanceId)
                                ? journey.pass(HopKind.INSTANCE, instanceId, packet)
                                : journey.drop(Cause.INSTANCE_NOT_RUNNING, HopKind.INSTANCE, instanceId, packet))
                .orElseGet(() -> journey.arrive(new Delivered(instanceId, packet.port(), packet.source(),
                        packet.loadBalancerArn())));
    }

    private boolean isRunning(String instanceId) {
        Instance instance = topology.snapshot().instances().get(instanceId);
        return instance != null && instance.running();
    }
}
