package endpointlab.ui.wizard;

import endpointlab.clock.LabClock;
import endpointlab.cost.PriceTable;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.LabExports;
import endpointlab.ui.shared.LabObserver;
import endpointlab.ui.shared.LabReach;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.OpenLab;
import java.util.concurrent.Executor;

/**
 * What the wizard works with.
 *
 * @param background runs what may block; must never queue
 */
public record WizardContext(Lab lab, DiagramSpec diagram, SessionCommands commands, LabObserver observer,
                            LabClock clock, LabReach reach, CliSource cli, CallDetails calls, LabExports exports,
                            Localizer texts, Appearance appearance, PriceTable prices, Desktop desktop,
                            Executor background) {

    /** For a lab that is open; to be called on the JavaFX thread. */
    public static WizardContext of(OpenLab open, CliSource cli, CallDetails calls, LabExports exports,
                                   Localizer texts, Appearance appearance, PriceTable prices, Desktop desktop,
                                   Executor background) {
        return new WizardContext(open.lab(), open.diagram(), SessionCommands.of(open.session()),
                new LabObserver(open.session()), open.clock(), open, cli, calls, exports, texts, appearance, prices,
                desktop, background);
    }
}
