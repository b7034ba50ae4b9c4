package endpointlab.ui.diagram;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.ui.shared.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** From a lab's state to what a place's card tells. Pure. */
final class DetailsReader {

    private static final List<String> ATTRIBUTES = List.of("dns-name", "service-name", "private-ip", "public-ip");
    private static final String ARN = "arn:";

    private final Lab lab;
    private final BiFunction<LabState, String, String> fields;
    private final PlaceMap map;
    private final PlaceWords words;

    DetailsReader(Lab lab, BiFunction<LabState, String, String> fields, PlaceMap map, PlaceWords words) {
        this.lab = lab;
        this.fields = fields;
        this.map = map;
        this.words = words;
    }

    PlaceDetails details(LabState state, String id, Texts texts) {
        PlaceState place = PlaceState.of(state, map.spot(id).orElseThrow().resources());
        ResourceSpec spec = lab.resource(id);
        ResourceState main = place.main();
        List<PlaceDetails.Row> rows = new ArrayList<>();
        rows.add(plain(texts.text("diagram.card.kind"), texts.text("diagram.kind." + spec.kind())));
        if (main.awsId() != null) {
            rows.add(new PlaceDetails.Row(texts.text("diagram.card.id"), shortId(main.awsId()), main.awsId(), true));
        }
        for (String attribute : ATTRIBUTES) {
            String value = main.attributes().get(attribute);
            if (value != null && !value.isEmpty()) {
                rows.add(exact(texts.text("diagram.attribute." + attribute), value));
            }
        }
        addPlace(rows, state, spec, texts);
        addProblem(rows, place.telling(), texts);
        return new PlaceDetails(id, spec.kind(), words.name(state, id, texts), place.status(),
                words.bothWords(place, texts), rows, spec.step(), took(main));
    }

    private void addPlace(List<PlaceDetails.Row> rows, LabState state, ResourceSpec spec, Texts texts) {
        if (spec.kind().equals("vpc") || spec.kind().equals("subnet")) {
            rows.add(exact(texts.text("diagram.attribute.cidr"),
                    fields.apply(state, "step-" + spec.step() + ".cidr")));
        }
        Optional<String> subnet = spec.kind().equals("subnet") ? Optional.of(spec.id())
                : map.frameAround(spec.id(), "subnet").map(PlaceMap.Spot::id);
        boolean zonal = map.spot(spec.id()).orElseThrow().shape() == PlaceMap.Shape.TILE
                && !spec.kind().equals("target-group") || spec.kind().equals("subnet");
        subnet.filter(any -> zonal).map(lab::resource).ifPresent(in -> rows.add(
                exact(texts.text("diagram.attribute.az"), fields.apply(state, "step-" + in.step() + ".az"))));
    }

    private static void addProblem(List<PlaceDetails.Row> rows, ResourceState telling, Texts texts) {
        Problem problem = telling.problem();
        if (problem != null) {
            rows.add(plain(texts.text("diagram.card.problem"),
                    texts.text(problem.cause(), problem.arguments().toArray())));
        }
    }

    private static PlaceDetails.Row plain(String label, String value) {
        return new PlaceDetails.Row(label, value, value, false);
    }

    private static PlaceDetails.Row exact(String label, String value) {
        return new PlaceDetails.Row(label, value, value, true);
    }

    /** An ARN without what every ARN of the account has in common. */
    private static String shortId(String awsId) {
        int resource = awsId.startsWith(ARN) ? awsId.indexOf('/') : -1;
        return resource < 0 ? awsId : awsId.substring(resource + 1);
    }

    private static Optional<Duration> took(ResourceState main) {
        return main.intentAt() == null || main.readyAt() == null ? Optional.empty()
                : Optional.of(Duration.between(main.intentAt(), main.readyAt()));
    }
}
