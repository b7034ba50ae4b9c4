package endpointlab.ui.diagram;

import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * From a lab's state to what each place of its diagram shows. Pure; knows no JavaFX.
 */
public final class DiagramModel {

    private static final List<ResourceStatus> URGENCY = List.of(ResourceStatus.FAILED, ResourceStatus.DELETING,
            ResourceStatus.DRIFTED, ResourceStatus.CREATING, ResourceStatus.WAITING, ResourceStatus.NOT_MADE,
            ResourceStatus.DELETED);

    private final Lab lab;
    private final DiagramSpec spec;
    private final BiFunction<LabState, String, String> fields;
    private final PlaceMap map;
    private final PlaceWords words;

    /** @param fields from a state and a field's key to the value in force */
    public DiagramModel(Lab lab, DiagramSpec spec, BiFunction<LabState, String, String> fields) {
        this.lab = lab;
        this.spec = spec;
        this.fields = fields;
        this.map = new PlaceMap(spec);
        this.words = new PlaceWords(lab, fields);
    }

    public DiagramSpec spec() {
        return spec;
    }

    PlaceMap map() {
        return map;
    }

    /**
     * What every place shows, by the spec id of its main resource.
     *
     * @param now         lab time, for the time a change has taken so far
     * @param currentStep number of the step that the learner looks at
     */
    public Map<String, PlaceView> places(LabState state, Instant now, int currentStep, Texts texts) {
        Map<String, PlaceView> places = new LinkedHashMap<>();
        map.spots().forEach(spot -> places.put(spot.id(),
                place(state, spot.resources(), now, currentStep, texts)));
        return places;
    }

    private PlaceView place(LabState state, List<String> resources, Instant now, int currentStep, Texts texts) {
        PlaceState place = PlaceState.of(state, resources);
        ResourceSpec main = lab.resource(resources.get(0));
        boolean current = resources.stream().anyMatch(id -> lab.resource(id).step() == currentStep);
        return new PlaceView(main.id(), main.kind(), main.step(), place.status(), words.name(state, main.id(), texts),
                words.label(state, main, texts), address(state, place, main, texts),
                words.status(place, main, now, texts), current);
    }

    /** State of a link: not made while one of its ends isn't, else that of the least finished resource it needs. */
    public ResourceStatus link(LabState state, DiagramSpec.Link link) {
        boolean endMissing = Stream.of(link.from(), link.to()).filter(end -> !end.equals(DiagramSpec.INTERNET))
                .anyMatch(end -> !state.resource(end).mayExist());
        if (endMissing) {
            return ResourceStatus.NOT_MADE;
        }
        List<ResourceStatus> needs = link.needs().stream().map(id -> state.resource(id).status()).toList();
        return URGENCY.stream().filter(needs::contains).findFirst()
                .map(status -> status == ResourceStatus.DELETED ? ResourceStatus.NOT_MADE : status)
                .orElse(ResourceStatus.READY);
    }

    /** A place's whole name; {@link DiagramSpec#INTERNET} is the learner's own computer. */
    public String name(LabState state, String id, Texts texts) {
        return words.name(state, id, texts);
    }

    /** What a way says, with the names of the places it names. */
    public String say(LabState state, Way.Phrase phrase, Texts texts) {
        return texts.text(phrase.key(), phrase.arguments().stream()
                .map(argument -> argument instanceof Way.Place place ? name(state, place.id(), texts) : argument)
                .toArray());
    }

    /** What the card of a place tells. */
    public PlaceDetails details(LabState state, String id, Texts texts) {
        return new DetailsReader(lab, fields, map, words).details(state, id, texts);
    }

    private String address(LabState state, PlaceState place, ResourceSpec main, Texts texts) {
        if (main.kind().equals("vpc")) {
            return fields.apply(state, "step-" + main.step() + ".cidr");
        }
        if (main.kind().equals("subnet")) {
            return fields.apply(state, "step-" + main.step() + ".cidr") + " "
                    + fields.apply(state, "step-" + main.step() + ".az");
        }
        if (PlaceWords.twoLines(main)) {
            return "";
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
}
