package endpointlab.ui.sweep;

import endpointlab.ui.shared.LeftLab;
import endpointlab.ui.shared.SweepListener.End;
import endpointlab.ui.shared.SweepListener.How;
import endpointlab.ui.shared.SweepListener.Progress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A lab in the list, with whether it is chosen and how its clean-up goes. */
public final class SweepRow {

    private static final List<String> RUNNING_KINDS = List.of("load-balancer", "vpc-endpoint");
    private static final List<String> RUNNING_STATES = List.of("pending", "running");

    private final LeftLab lab;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(this, "stage", Stage.FOUND);
    private final ObjectProperty<Progress> progress = new SimpleObjectProperty<>(this, "progress", Progress.NONE);
    private final ObjectProperty<End> end = new SimpleObjectProperty<>(this, "end");

    SweepRow(LeftLab lab) {
        this.lab = lab;
    }

    /** Where a lab stands. */
    public enum Stage {
        FOUND, QUEUED, CLEANING, ENDED
    }

    public LeftLab lab() {
        return lab;
    }

    /** Whether it is to be cleaned up. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage;
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress;
    }

    /** How its clean-up ended; {@code null} if it hasn't. */
    public ReadOnlyObjectProperty<End> endProperty() {
        return end;
    }

    /** Whether nothing of it is there any more. */
    public boolean isGone() {
        return end.get() != null && end.get().how() == How.DONE;
    }

    /** How many of each kind run and are paid for by the hour. */
    public Map<String, Long> running() {
        return lab.resources().stream().filter(one -> RUNNING_KINDS.contains(one.kind())
                        || one.kind().equals("instance") && RUNNING_STATES.contains(one.state()))
                .collect(Collectors.groupingBy(one -> one.kind(), TreeMap::new, Collectors.counting()));
    }

    void queue() {
        end.set(null);
        progress.set(Progress.NONE);
        stage.set(Stage.QUEUED);
    }

    void progress(Progress now) {
        if (stage.get() != Stage.ENDED) {
            progress.set(now);
            stage.set(Stage.CLEANING);
        }
    }

    void ended(End how) {
        chosen.set(false);
        end.set(how);
        stage.set(Stage.ENDED);
    }

    /** It was to be cleaned up, but the attempt broke off. */
    void unqueue() {
        if (stage.get() == Stage.QUEUED || stage.get() == Stage.CLEANING) {
            stage.set(Stage.FOUND);
        }
    }
}
