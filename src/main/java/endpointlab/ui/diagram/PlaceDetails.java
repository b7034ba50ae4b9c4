package endpointlab.ui.diagram;

import endpointlab.lab.Mask;
import endpointlab.lab.ResourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the card of a place tells, in the learner's language.
 *
 * @param id     spec id of its main resource
 * @param state  the state in words: ours, and AWS's own if it has another
 * @param rows   in the order in which they are read
 * @param step   number of the step that makes it
 * @param took   how long it took to make, in lab time; empty until it is ready
 */
public record PlaceDetails(String id, String kind, String name, ResourceStatus status, String state, List<Row> rows,
                           int step, Optional<Duration> took) {

    public PlaceDetails {
        rows = List.copyOf(rows);
    }

    /**
     * @param shown as written on the card
     * @param whole as copied
     * @param exact whether it is an id or an address that is copied letter by letter
     */
    public record Row(String label, String shown, String whole, boolean exact) {
    }

    PlaceDetails masked() {
        UnaryOperator<String> hide = Mask::hide;
        return new PlaceDetails(id, kind, name, status, state, rows.stream().map(row ->
                new Row(row.label(), hide.apply(row.shown()), hide.apply(row.whole()), row.exact())).toList(),
                step, took);
    }
}
