package endpointlab.practice.elb;

import static endpointlab.practice.testcloud.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.testcloud.TestPractice;
import org.junit.jupiter.api.Test;

/** DescribeCapacityReservation through a real client. */
class CapacityReservationsTest {

    @Test
    void aLoadBalancerHasNoneReserved() {
        try (TestPractice practice = new TestPractice()) {
            String subnet = practice.network.subnet(practice.network.vpc("10.0.0.0/16"), "10.0.1.0/24", "us-east-1a");
            String arn = practice.elb().createLoadBalancer(request -> request.name("lb").type("network")
                    .subnets(subnet)).loadBalancers().get(0).loadBalancerArn();

            assertThat(practice.elb().describeCapacityReservation(request -> request.loadBalancerArn(arn)))
                    .satisfies(answer -> {
                        assertThat(answer.capacityReservationState()).isEmpty();
                        assertThat(answer.minimumLoadBalancerCapacity()).isNull();
                    });
            assertRefused("LoadBalancerNotFound", "Load balancer '" + arn + "0' not found",
                    () -> practice.elb().describeCapacityReservation(request -> request.loadBalancerArn(arn + "0")));
        }
    }
}
