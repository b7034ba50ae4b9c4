package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.ui.shared.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/** Names and states of places in words. Pure. */
final class PlaceWords {

    /** Kinds without a state word of AWS's own that says more than ours. */
    private static final Set<String> PLAIN_READY = Set.of("vpc", "subnet", "security-group", "internet-gateway",
            "route-table");
    private static final Set<String> TWO_LINES = Set.of("endpoint-service");

    private final Lab lab;
    private final BiFunction<LabState, String, String> fields;

    PlaceWords(Lab lab, BiFunction<LabState, String, String> fields) {
        this.lab = lab;
        this.fields = fields;
    }

    String name(LabState state, String id, Texts texts) {
        if (id.equals(DiagramSpec.INTERNET)) {
            return texts.text("diagram.laptop");
        }
        ResourceSpec resource = lab.resource(id);
        return switch (resource.kind()) {
            case "vpc-endpoint", "endpoint-service" -> texts.text("diagram.kind." + resource.kind());
            case "security-group" -> fields.apply(state, "step-" + resource.step() + ".sg-name");
            case "load-balancer" -> fields.apply(state, "step-" + resource.step() + ".lb-name");
            case "target-group" -> fields.apply(state, "step-" + resource.step() + ".tg-name");
            default -> fields.apply(state, "step-" + resource.step() + ".name");
        };
    }

    /** The name as it is drawn: places that are the only ones of their kind by a short word for that. */
    String label(LabState state, ResourceSpec resource, Texts texts) {
        return switch (resource.kind()) {
            case "route-table", "vpc-endpoint", "endpoint-service" -> texts.text("diagram.label." + resource.kind());
            default -> name(state, resource.id(), texts);
        };
    }

    /** Whether its label takes two lines, so that no address fits below. */
    static boolean twoLines(ResourceSpec resource) {
        return TWO_LINES.contains(resource.kind());
    }

    /** What stands beneath a place: AWS's own word where it says more than ours, with the time taken so far. */
    String status(PlaceState place, ResourceSpec main, Instant now, Texts texts) {
        ResourceState telling = place.telling();
        String word = texts.text("status." + telling.status().word());
        return switch (telling.status()) {
            case CREATING, DELETING -> timed(word, telling, now);
            case WAITING -> timed(stateless(telling) ? word : awsWord(telling, texts), telling, now);
            case READY -> PLAIN_READY.contains(main.kind()) || stateless(telling)
                    ? word : awsWord(telling, texts);
            case NOT_MADE, FAILED, DELETED, DRIFTED -> word;
        };
    }

    /** Our word, and AWS's beside it if there is one. */
    String bothWords(PlaceState place, Texts texts) {
        ResourceState telling = place.telling();
        String word = texts.text("status." + telling.status().word());
        return stateless(telling) ? word : word + " " + awsWord(telling, texts);
    }

    /** Whether AWS has no word of its own for where it stands. */
    private static boolean stateless(ResourceState resource) {
        return resource.awsState() == null || resource.awsState().isEmpty();
    }

    private static String awsWord(ResourceState telling, Texts texts) {
        return switch (telling.awsState()) {
            case "pendingAcceptance" -> texts.text("status.aws.pending-acceptance");
            case "running" -> texts.text("status.aws.running");
            default -> telling.awsState();
        };
    }

    private static String timed(String word, ResourceState telling, Instant now) {
        return telling.statusAt() == null ? word : word + " " + clock(Duration.between(telling.statusAt(), now));
    }

    /** A state's word without the time that it has lasted. */
    static String withoutTime(String status) {
        return status.replaceAll(" [0-9]+:[0-9]{2}$", "");
    }

    /** Minutes and seconds, such as {@code 1:12}. */
    static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
