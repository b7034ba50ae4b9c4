package endpointlab.practice.elb;

import endpointlab.practice.world.Cloud;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeCapacityReservationRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeCapacityReservationResponse;

/**
 * The capacity that is reserved for a load balancer: none, as nobody can reserve any here.
 *
 * <p>Source: DescribeCapacityReservation in the ELBv2 API Reference. Assumed: all else is left out as long as no
 * reservation was ever made.
 */
final class CapacityReservations {

    private final ElbFinder find;

    CapacityReservations(Cloud cloud) {
        this.find = new ElbFinder(cloud.world);
    }

    DescribeCapacityReservationResponse describe(DescribeCapacityReservationRequest request) {
        find.loadBalancer(request.loadBalancerArn());
        return DescribeCapacityReservationResponse.builder().capacityReservationState(List.of()).build();
    }
}
