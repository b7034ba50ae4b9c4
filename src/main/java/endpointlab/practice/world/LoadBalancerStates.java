package endpointlab.practice.world;

import endpointlab.practice.world.Entities.LoadBalancer;
import java.time.Instant;

/** The states of a load balancer as ELBv2 names them, told from its times; a deleted one is gone from the world. */
public final class LoadBalancerStates {

    public static final String PROVISIONING = "provisioning";
    public static final String ACTIVE = "active";

    private LoadBalancerStates() {
    }

    public static String at(LoadBalancer loadBalancer, Instant now) {
        return now.isBefore(loadBalancer.activeAt()) ? PROVISIONING : ACTIVE;
    }
}
