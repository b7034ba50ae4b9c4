package endpointlab.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeWalkerTest {

    private final NodeWalker walker = new NodeWalker(SampleLab.DIAGRAM);

    @ParameterizedTest
    @CsvSource({
        "customer-instance, 1, 0, endpoint", "endpoint, 1, 0, endpoint-service",
        "endpoint-service, 1, 0, load-balancer", "load-balancer, 1, 0, target-group",
        "target-group, 1, 0, web-server", "web-server, -1, 0, target-group",
        "customer-igw, 0, 1, customer-route-table", "customer-route-table, 0, 1, customer-instance",
        "customer-instance, 0, -1, customer-route-table", "service-route-table, 0, -1, service-igw",
    })
    void arrowsFollowTheLinks(String from, int dx, int dy, String to) {
        assertThat(walker.next(from, dx, dy)).contains(to);
    }

    @Test
    void everyPlaceCanBeReached() {
        Set<String> seen = new HashSet<>(Set.of(walker.first()));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String at = open.remove();
            for (int[] step : List.of(new int[] {1, 0}, new int[] {-1, 0}, new int[] {0, 1}, new int[] {0, -1})) {
                walker.next(at, step[0], step[1]).filter(seen::add).ifPresent(open::add);
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(new PlaceMap(SampleLab.DIAGRAM).spots().stream()
                .map(PlaceMap.Spot::id).toList());
    }

    @Test
    void theWalkBeginsAtTheLeftAndEndsAtTheRight() {
        assertThat(walker.first()).isEqualTo("customer-instance");
        assertThat(walker.last()).isEqualTo("web-server");
        assertThat(walker.next("web-server", 1, 0)).isEmpty();
    }
}
