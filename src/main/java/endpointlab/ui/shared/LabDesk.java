package endpointlab.ui.shared;

import endpointlab.clock.Pace;
import endpointlab.lab.LabState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What the window can do with labs as a whole; {@code app} puts it into practice. Every method that may take time
 * returns at once; futures complete on a background thread, exceptionally with a
 * {@link endpointlab.lab.ProblemException} if the learner can do something about it.
 */
public interface LabDesk {

    /** All labs on this computer, the one changed last first. Reads the disk; not for the JavaFX thread. */
    List<LabSummary> labs();

    /** Opens a lab where it was left and compares it with its cloud. */
    CompletableFuture<OpenLab> open(String runId);

    /** Starts a new lab. */
    CompletableFuture<OpenLab> start(NewLab wish);

    /** Removes the record of a lab that has nothing left in its cloud. */
    CompletableFuture<Void> forget(String runId);

    /**
     * A lab on this computer.
     *
     * @param state   as last saved, or as far as it can be told; {@code null} if it can't be opened
     * @param damaged what is or was wrong with its file; {@code null} if nothing is
     */
    record LabSummary(String runId, LabState state, endpointlab.lab.Problem damaged) {
    }

    /**
     * What a new lab shall be like.
     *
     * @param mode   {@code practice} or {@code aws}
     * @param pace   of the practice cloud; ignored in AWS mode
     * @param prefix student prefix, empty if none
     * @param values fields edited beforehand, such as the instance type from the settings
     */
    record NewLab(String mode, String region, Pace pace, String prefix, Map<String, String> values) {
    }
}
