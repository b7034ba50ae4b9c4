package endpointlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceGraphTest {

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
    private final ResourceGraph graph = new ResourceGraph(lab);

    @Test
    void referencesAndAfterAreEdges() {
        assertThat(graph.dependencies("service-route"))
                .containsExactly("service-igw", "service-igw-attachment", "service-route-table");
        assertThat(graph.dependants("load-balancer")).containsExactly("listener", "endpoint-service");
        assertThat(graph.dependencies(lab.checks().get(1)))
                .containsExactly("key-pair", "target", "customer-instance", "endpoint", "endpoint-connection");
    }

    @Test
    void everyResourceComesAfterWhatItNeeds() {
        List<String> order = graph.order();

        assertThat(order).hasSameSizeAs(lab.resources()).doesNotHaveDuplicates();
        assertThat(order).allSatisfy(id -> assertThat(order.subList(0, order.indexOf(id)))
                .containsAll(graph.dependencies(id)));
    }

    @Test
    void theTwoSidesNeedNothingOfEachOtherUntilTheyAreJoined() {
        assertThat(graph.withDependencies(List.of("load-balancer"))).containsExactly("service-vpc", "service-igw",
                "service-igw-attachment", "service-subnet", "service-route-table",
                "service-route-table-association", "service-route", "load-balancer");
        assertThat(graph.withDependencies(List.of("customer-instance")))
                .contains("key-pair", "customer-vpc").doesNotContain("service-vpc");
    }

    @Test
    void whatTheStepsUpToOneNeed() {
        assertThat(graph.neededUpTo(2)).containsExactly("service-vpc", "service-igw", "service-igw-attachment");
        assertThat(graph.neededUpTo(7)).contains("target").doesNotContain("endpoint-service", "customer-vpc");
        assertThat(graph.neededUpTo(17)).containsExactlyElementsOf(graph.order());
    }

    @Test
    void everythingThatNeedsSomething() {
        assertThat(graph.withDependants(List.of("endpoint-service"))).containsExactly("endpoint-service",
                "endpoint-service-permission", "endpoint", "endpoint-connection");
    }

    @Test
    void aCircleIsNamed() {
        Lab circular = new Lab("circular", List.of(), List.of(resource("a", "c"), resource("b", "a"),
                resource("c", "b")), List.of());

        assertThatThrownBy(() -> new ResourceGraph(circular)).isInstanceOf(LabFormatException.class)
                .hasMessage("lab circular: resources need each other in a circle: a -> c -> b -> a");
    }

    @Test
    void unknownResourcesAreRefused() {
        assertThatThrownBy(() -> graph.dependencies("no-such")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ResourceSpec resource(String id, String needs) {
        return new ResourceSpec(id, "vpc", 1, null, Map.of("other", "${" + needs + ".id}"), List.of());
    }
}
