package endpointlab.practice.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.practice.world.Entities.Vpc;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    /** So slow that no time passes during a test. */
    private final LabClock clock = LabClock.startingNow(new Pace("0.0001", 0.0001));

    private List<Boolean> looks(Visibility visibility, Instant createdAt) {
        return IntStream.range(0, 400).mapToObj(i -> visibility.sees(createdAt)).toList();
    }

    @Test
    void aFreshResourceIsMissedByAFewCallsInNoOrder() {
        List<Boolean> looks = looks(new Visibility(false, 1, clock), clock.now());

        assertThat(looks.stream().filter(seen -> !seen).count()).isBetween(40L, 160L);
        assertThat(IntStream.range(1, looks.size()).filter(i -> looks.get(i - 1) && !looks.get(i)).count())
                .as("seen by one call and missed by the next").isGreaterThan(10);
    }

    @Test
    void whichCallsMissItFollowsFromTheSeed() {
        Instant now = clock.now();

        assertThat(looks(new Visibility(false, 1, clock), now)).isEqualTo(looks(new Visibility(false, 1, clock), now))
                .isNotEqualTo(looks(new Visibility(false, 2, clock), now));
    }

    @Test
    void everybodySeesItAfterAMoment() {
        Instant old = clock.now().minus(Transition.VISIBLE.longest());

        assertThat(looks(new Visibility(false, 1, clock), old)).containsOnly(true);
        assertThat(looks(new Visibility(true, 1, clock), clock.now())).containsOnly(true);
    }

    @Test
    void aCallThatMissesItAnswersNotFoundAndADeleteNeverDoes() {
        World world = new World("123456789012", "us-east-1", 1);
        Cloud cloud = new Cloud(world, clock, new Timing(1), new Visibility(false, 1, clock));
        world.vpcs.put(new Vpc("vpc-1", "10.0.0.0/16", false, "dopt-1", true, false, clock.now(), clock.now()));

        assertThatThrownBy(() -> IntStream.range(0, 400).forEach(i -> cloud.find.vpc("vpc-1")))
                .hasMessage("The vpc ID 'vpc-1' does not exist").extracting("code")
                .isEqualTo("InvalidVpcID.NotFound");
        IntStream.range(0, 400).forEach(i -> cloud.findSurely.vpc("vpc-1"));
        assertThat(IntStream.range(0, 400).map(i ->
                cloud.find.rows(List.of(), cloud.find::vpc, world.vpcs.all(), Vpc::createdAt).size()).boxed())
                .contains(0, 1);
    }
}
