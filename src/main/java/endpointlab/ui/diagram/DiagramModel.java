package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * From a lab's state to what each place of its diagram shows. Pure; knows no JavaFX.
 */
public final class DiagramModel {

    private static final Set<String> PLAIN_READY = Set.of("vpc", "subnet", "security-group", "internet-gateway",
            "route-table");
    private static final List<String> CARD_ATTRIBUTES = List.of("private-ip", "public-ip", "dns-name",
            "service-name", "cidr", "az");

    private final Lab lab;
    private final DiagramSpec spec;
    private final BiFunction<LabState, String, String> fields;

    /** @param fields from a state and a field's key to the value in force */
    public DiagramModel(Lab lab, DiagramSpec spec, BiFunction<LabState, String, String> fields) {
        this.lab = lab;
        this.spec = spec;
        this.fields = fields;
    }

    public DiagramSpec spec() {
        return spec;
    }

    /**
     * What every place shows, by the spec id of its main resource.
     *
     * @param now         lab time, for the time a change has taken so far
     * @param currentStep number of the step that the learner looks at
     */
    public Map<String, PlaceView> places(LabState state, Instant now, int currentStep, Texts texts) {
        Map<String, PlaceView> places = new LinkedHashMap<>();
        placeResources().forEach(resources ->
                places.put(resources.get(0), place(state, resources, now, currentStep, texts)));
        return places;
    }

    private Stream<List<String>> placeResources() {
        return Stream.of(
                spec.frames().stream().map(DiagramSpec.Frame::resources),
                spec.gateways().stream().map(DiagramSpec.Gateway::resources),
                spec.routeTables().stream().map(DiagramSpec.RouteTable::resources),
                spec.tiles().stream().map(DiagramSpec.Tile::resources)).flatMap(stream -> stream);
    }

    /** State of a link: that of the least finished resource it needs. */
    public ResourceStatus link(LabState state, DiagramSpec.Link link) {
        List<ResourceStatus> needs = link.needs().stream().map(id -> state.resource(id).status()).toList();
        for (ResourceStatus status : List.of(ResourceStatus.NOT_MADE, ResourceStatus.DELETED, ResourceStatus.FAILED,
                ResourceStatus.DELETING, ResourceStatus.DRIFTED, ResourceStatus.CREATING, ResourceStatus.WAITING)) {
            if (needs.contains(status)) {
                return status == ResourceStatus.DELETED ? ResourceStatus.NOT_MADE : status;
            }
        }
        return ResourceStatus.READY;
    }

    private PlaceView place(LabState state, List<String> resources, Instant now, int currentStep, Texts texts) {
        PlaceState place = PlaceState.of(state, resources);
        ResourceSpec main = lab.resource(resources.get(0));
        boolean current = resources.stream().anyMatch(id -> lab.resource(id).step() == currentStep);
        String awsId = place.main().awsId() == null ? "" : place.main().awsId();
        return new PlaceView(main.id(), main.kind(), main.step(), place.status(), name(state, main, texts),
                address(state, place, main, texts), statusText(place, main, now, texts), awsId, current,
                details(place.main(), texts));
    }

    private String name(LabState state, ResourceSpec resource, Texts texts) {
        return switch (resource.kind()) {
            case "route-table", "vpc-endpoint", "endpoint-service" -> texts.text("diagram.name." + resource.kind());
            case "security-group" -> fields.apply(state, "step-" + resource.step() + ".sg-name");
            case "load-balancer" -> fields.apply(state, "step-" + resource.step() + ".lb-name");
            case "target-group" -> fields.apply(state, "step-" + resource.step() + ".tg-name");
            default -> fields.apply(state, "step-" + resource.step() + ".name");
        };
    }

    private String address(LabState state, PlaceState place, ResourceSpec main, Texts texts) {
        if (main.kind().equals("vpc")) {
            return fields.apply(state, "step-" + main.step() + ".cidr");
        }
        if (main.kind().equals("subnet")) {
            return fields.apply(state, "step-" + main.step() + ".cidr") + " "
                    + fields.apply(state, "step-" + main.step() + ".az");
        }
        return spec.tiles().stream()
                .filter(tile -> tile.resources().get(0).equals(main.id()) && tile.address() != null)
                .map(tile -> place.status() == ResourceStatus.NOT_MADE
                        ? texts.text("diagram.step", main.step()) : tileAddress(state, place, tile.address()))
                .findFirst().orElse("");
    }

    private String tileAddress(LabState state, PlaceState place, String source) {
        return source.startsWith("field:")
                ? "TCP " + fields.apply(state, source.substring("field:".length()))
                : place.main().attributes().getOrDefault(source, "");
    }

    private String statusText(PlaceState place, ResourceSpec main, Instant now, Texts texts) {
        ResourceState telling = place.telling();
        String word = texts.text("status." + telling.status().word());
        return switch (telling.status()) {
            case NOT_MADE -> word;
            case CREATING -> timed(word, telling, now);
            case WAITING -> timed(telling.awsState() == null ? word : awsWord(telling, texts), telling, now);
            case DELETING -> timed(word, telling, now);
            case READY -> PLAIN_READY.contains(main.kind()) || telling.awsState() == null
                    ? word : awsWord(telling, texts);
            case FAILED, DELETED, DRIFTED -> word;
        };
    }

    /** AWS's state word, explained where we have a word for it. */
    private static String awsWord(ResourceState telling, Texts texts) {
        return switch (telling.awsState()) {
            case "pendingAcceptance" -> texts.text("status.aws.pending-acceptance");
            case "running" -> texts.text("status.aws.running");
            default -> telling.awsState();
        };
    }

    private static String timed(String word, ResourceState telling, Instant now) {
        if (telling.statusAt() == null) {
            return word;
        }
        Duration taken = Duration.between(telling.statusAt(), now);
        long seconds = Math.max(0, taken.toSeconds());
        return String.format(java.util.Locale.ROOT, "%s %d:%02d", word, seconds / 60, seconds % 60);
    }

    private static List<String> details(ResourceState resource, Texts texts) {
        List<String> details = new ArrayList<>();
        for (String attribute : CARD_ATTRIBUTES) {
            String value = resource.attributes().get(attribute);
            if (value != null && !value.isEmpty()) {
                details.add(texts.text("diagram.attribute." + attribute));
                details.add(value);
            }
        }
        return details;
    }
}
