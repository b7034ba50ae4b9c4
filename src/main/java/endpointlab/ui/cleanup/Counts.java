package endpointlab.ui.cleanup;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How many of each kind are still there: as the lab knows it while deleting, as AWS said it once that is proven. */
final class Counts {

    private static final List<String> KINDS = List.of("instance", "vpc-endpoint", "endpoint-service",
            "target-group", "load-balancer", "network-interface", "security-group", "route-table",
            "internet-gateway", "subnet", "vpc", "key-pair", "listener", "volume");

    private Counts() {
    }

    /** @param count empty while nobody knows: the lab doesn't make these itself, only AWS can tell */
    record Row(String kind, OptionalInt count) {
    }

    static List<Row> of(Lab lab, LabState state, List<Leftover> leftovers) {
        StepState last = state.steps().getOrDefault(lab.steps().size(), StepState.OPEN);
        boolean proven = last.status() == StepState.Status.DONE || !leftovers.isEmpty();
        List<Row> rows = new ArrayList<>();
        for (String kind : KINDS) {
            List<ResourceSpec> made = lab.resources().stream().filter(spec -> spec.kind().equals(kind)).toList();
            int known = (int) made.stream().filter(spec -> state.resource(spec.id()).mayExist()).count();
            int found = (int) leftovers.stream().filter(leftover -> leftover.kind().equals(kind)).count();
            boolean unknown = made.isEmpty() && !proven;
            rows.add(new Row(kind, unknown ? OptionalInt.empty() : OptionalInt.of(Math.max(known, found))));
        }
        return rows;
    }
}
