package endpointlab.ui.cleanup;

import endpointlab.clock.LabClock;
import endpointlab.cost.PriceTable;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.run.RunResult;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.Localizer;
import javafx.beans.value.ObservableValue;

/**
 * What the clean-up screen works with.
 *
 * @param state of the lab as last known
 * @param last  how the last command ended; holds {@code null} if none has
 * @param names gives resources the names that the diagram shows
 */
public record CleanupContext(Lab lab, ObservableValue<LabState> state, ObservableValue<RunResult> last,
                             LabClock clock, PriceTable prices, DiagramModel names, Localizer texts,
                             Desktop desktop) {
}
