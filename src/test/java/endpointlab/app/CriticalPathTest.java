package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Transition;
import endpointlab.run.LabSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The longest chain, from transitions whose sum is easily told. */
class CriticalPathTest {

    private static final List<Timing.Drawn> TRANSITIONS = List.of(
            drawn("service-vpc", Transition.VPC_AVAILABLE, 1), drawn("service-subnet", Transition.SUBNET_AVAILABLE, 2),
            drawn("load-balancer", Transition.LOAD_BALANCER_ACTIVE, 150),
            drawn("target-group", Transition.TARGET_FIRST_CHECK, 100),
            drawn("web-server", Transition.INSTANCE_RUNNING, 20),
            drawn("endpoint-service", Transition.ENDPOINT_SERVICE_USABLE, 10),
            drawn("endpoint", Transition.ENDPOINT_REQUESTED, 5),
            drawn("endpoint", Transition.ENDPOINT_AVAILABLE, 30),
            drawn("endpoint", Transition.ENDPOINT_DELETED, 90),
            drawn("endpoint-service", Transition.ENDPOINT_SERVICE_DELETED, 4),
            drawn("load-balancer", Transition.LOAD_BALANCER_RELEASED, 45),
            drawn("web-server", Transition.INSTANCE_TERMINATED, 30));

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);

    @Test
    void makingWaitsForTheTargetsFifthCheck() {
        assertThat(path(TRANSITIONS).making()).isEqualTo(Duration.ofSeconds(1 + 2 + 150 + 100 + 4 * 10));
    }

    @Test
    void aSlowAcceptanceTakesOver() {
        assertThat(path(List.of(drawn("endpoint", Transition.ENDPOINT_AVAILABLE, 500),
                drawn("load-balancer", Transition.LOAD_BALANCER_ACTIVE, 100))).making())
                .isEqualTo(Duration.ofSeconds(600));
    }

    @Test
    void theLoadBalancerGoesWhileItsEndpointIsStillBeingDeleted() {
        assertThat(path(TRANSITIONS).deleting()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whatWasNeitherMadeNorDeletedTakesNoTime() {
        CriticalPath nothing = path(List.of());
        assertThat(nothing.making()).isZero();
        assertThat(nothing.deleting()).isZero();
    }

    private CriticalPath path(List<Timing.Drawn> transitions) {
        LabState state = LabSession.newState(lab, "test0run", "practice", "us-east-1", 1, "", Map.of());
        for (ResourceSpec spec : lab.resources()) {
            state = state.withResource(spec.id(), before -> new ResourceState(spec.id(), ResourceStatus.READY,
                    spec.id(), null, Map.of(), null, null, null, null, null, null));
        }
        return new CriticalPath(lab, state, transitions);
    }

    private static Timing.Drawn drawn(String id, Transition transition, long seconds) {
        return new Timing.Drawn(id, transition, Duration.ofSeconds(seconds));
    }
}
