package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.World;
import java.util.List;

/**
 * Finds what a request names by ARN, or answers as ELBv2 does. Use inside {@link World#locked}. Every method throws
 * {@link AwsException}: {@code ValidationError} for what is no such ARN, {@code …NotFound}.
 */
final class ElbFinder {

    private final World world;

    ElbFinder(World world) {
        this.world = world;
    }

    LoadBalancer loadBalancer(String arn) {
        checkArn(arn, "loadbalancer/", "load balancer ARN");
        return world.loadBalancers.find(arn).orElseThrow(() -> ElbErrors.loadBalancerNotFound(arn));
    }

    TargetGroup targetGroup(String arn) {
        checkArn(arn, "targetgroup/", "target group ARN");
        return world.targetGroups.find(arn).orElseThrow(ElbErrors::targetGroupNotFound);
    }

    Listener listener(String arn) {
        checkArn(arn, "listener/", "listener ARN");
        return world.listeners.find(arn).orElseThrow(ElbErrors::listenerNotFound);
    }

    /** Any of the three, for tags. */
    void exists(String arn) {
        if (arn.contains(":targetgroup/")) {
            targetGroup(arn);
        } else if (arn.contains(":listener/")) {
            listener(arn);
        } else {
            loadBalancer(arn);
        }
    }

    List<Listener> listenersOf(LoadBalancer loadBalancer) {
        return world.listeners.where(listener -> listener.loadBalancerArn().equals(loadBalancer.id()));
    }

    List<Listener> listenersWith(TargetGroup group) {
        return world.listeners.where(listener -> listener.targetGroupArn().equals(group.id()));
    }

    static void checkArn(String arn, String kind, String what) {
        if (!arn.matches("arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:" + kind + ".+")) {
            throw ElbErrors.validation("'" + arn + "' is not a valid " + what);
        }
    }
}
