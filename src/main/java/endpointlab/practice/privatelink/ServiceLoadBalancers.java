package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.EndpointServiceStates;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.LoadBalancer;
import endpointlab.practice.world.Entities.LoadBalancerNode;
import endpointlab.practice.world.LoadBalancerStates;
import java.util.List;

/**
 * Which load balancers may stand behind an endpoint service. Use inside
 * {@link endpointlab.practice.world.World#locked}.
 *
 * <p>Source: VPC PrivateLink Guide, "Create a service": a Network Load Balancer serves one endpoint service only.
 * Assumed: it must be {@code active}; code and text of both refusals.
 */
final class ServiceLoadBalancers {

    private static final String ARN =
            "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/net/[A-Za-z0-9-]+/[0-9a-f]+";

    private final Cloud cloud;

    ServiceLoadBalancers(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * @param serviceId the service that wants them, {@code null} while it is being made
     * @throws AwsException {@code InvalidNetworkLoadBalancerArn.Malformed}, {@code ….NotFound},
     *                      {@code InvalidParameter}
     */
    void check(List<String> arns, String serviceId) {
        arns.forEach(arn -> check(arn, serviceId));
    }

    private void check(String arn, String serviceId) {
        if (!arn.matches(ARN)) {
            throw new AwsException("InvalidNetworkLoadBalancerArn.Malformed",
                    "The Network Load Balancer ARN '" + arn + "' is malformed");
        }
        LoadBalancer found = cloud.world.loadBalancers.find(arn).orElseThrow(() -> new AwsException(
                "InvalidNetworkLoadBalancerArn.NotFound",
                "The Network Load Balancer ARN '" + arn + "' does not exist"));
        if (!LoadBalancerStates.at(found, cloud.now()).equals(LoadBalancerStates.ACTIVE)) {
            throw PrivateLinkErrors.invalid("The Network Load Balancer " + arn + " is not active");
        }
        boolean taken = cloud.world.endpointServices.where(service -> service.loadBalancerArns().contains(arn))
                .stream().anyMatch(service -> !service.id().equals(serviceId) && exists(service));
        if (taken) {
            throw PrivateLinkErrors.invalid("The Network Load Balancer " + arn
                    + " is already associated with another VPC endpoint service");
        }
    }

    /** The zones that the load balancers are enabled in now. */
    List<String> zones(List<String> arns) {
        return arns.stream().flatMap(arn -> cloud.world.loadBalancers.find(arn).stream())
                .flatMap(found -> found.nodes().stream()).map(LoadBalancerNode::availabilityZone)
                .distinct().sorted().toList();
    }

    private boolean exists(EndpointService service) {
        return !EndpointServiceStates.at(service, cloud.now()).equals(EndpointServiceStates.DELETED);
    }
}
