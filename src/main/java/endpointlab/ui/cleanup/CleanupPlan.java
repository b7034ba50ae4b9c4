package endpointlab.ui.cleanup;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceGraph;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the lab's resources can be deleted: the graph backwards, without the acts (attachments, rules,
 * registrations) that go along with what they belong to. Pure.
 */
final class CleanupPlan {

    private static final Set<String> SHOWN = Set.of("instance", "vpc-endpoint", "endpoint-service", "load-balancer",
            "target-group", "security-group", "route-table", "internet-gateway", "subnet", "vpc", "key-pair");
    private static final String PROVIDER = "provider";

    private final Lab lab;
    private final ResourceGraph graph;
    private final Map<String, Card> cards = new LinkedHashMap<>();

    /**
     * A resource in the plan.
     *
     * @param provider whether it belongs to the service provider
     * @param column   from 1; everything that it waits for stands further left
     * @param holders  ids of the shown resources that hold it
     */
    record Card(ResourceSpec spec, boolean provider, int column, List<String> holders) {
    }

    CleanupPlan(Lab lab) {
        this.lab = lab;
        this.graph = new ResourceGraph(lab);
        List<String> backwards = new ArrayList<>(graph.order());
        Collections.reverse(backwards);
        for (String id : backwards) {
            ResourceSpec spec = lab.resource(id);
            if (SHOWN.contains(spec.kind())) {
                List<String> holders = holders(id);
                int column = 1 + holders.stream().mapToInt(holder -> cards.get(holder).column()).max().orElse(0);
                boolean provider = lab.steps().get(spec.step() - 1).group().equals(PROVIDER);
                cards.put(id, new Card(spec, provider, column, holders));
            }
        }
    }

    List<Card> cards() {
        return lab.resources().stream().map(spec -> cards.get(spec.id())).filter(card -> card != null).toList();
    }

    int columns() {
        return cards.values().stream().mapToInt(Card::column).max().orElse(1);
    }

    /** What {@code card} still waits for; empty if it could be deleted now. */
    static List<String> waitsFor(Card card, LabState state) {
        return card.holders().stream().filter(id -> state.resource(id).mayExist()).toList();
    }

    /** How many that the lab makes may still exist, acts included; in all and not yet deleted. */
    static int left(LabState state) {
        return (int) state.resources().values().stream().filter(resource -> resource.mayExist()).count();
    }

    static int deleted(LabState state) {
        return (int) state.resources().values().stream()
                .filter(resource -> resource.status() == ResourceStatus.DELETED).count();
    }

    /** The shown resources that use {@code id}, themselves or through an act. */
    private List<String> holders(String id) {
        Set<String> found = new LinkedHashSet<>();
        for (String dependant : graph.dependants(id)) {
            if (SHOWN.contains(lab.resource(dependant).kind())) {
                found.add(dependant);
            } else {
                found.addAll(holders(dependant));
            }
        }
        found.remove(id);
        return List.copyOf(found);
    }
}
