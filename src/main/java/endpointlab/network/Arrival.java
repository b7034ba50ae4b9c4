package endpointlab.network;

import endpointlab.network.NetworkSnapshot.LoadBalancer;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.VpcEndpoint;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;

/** A packet stands before a network interface: what happens next is its owner's business. */
record Arrival(Topology topology, InstanceArrival instances, PrivateLinkLeg endpoints, LoadBalancerLeg loadBalancers,
               Journey journey) {

    Outcome at(NetworkInterface eni, Packet packet) {
        NetworkSnapshot snapshot = topology.snapshot();
        if (snapshot.instances().containsKey(eni.ownerId())) {
            return instances.at(eni, packet);
        }
        VpcEndpoint endpoint = snapshot.vpcEndpoints().get(eni.ownerId());
        if (endpoint != null) {
            return endpoints.at(endpoint, eni, packet);
        }
        LoadBalancer loadBalancer = snapshot.loadBalancers().get(eni.ownerId());
        if (loadBalancer != null) {
            return loadBalancers.fromClient(loadBalancer, eni, packet);
        }
        return journey.drop(Cause.NO_SUCH_ADDRESS, HopKind.NETWORK_INTERFACE, eni.id(), packet).orElseThrow();
    }
}
