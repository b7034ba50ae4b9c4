package endpointlab.ui.shared;

import endpointlab.cost.PriceTable;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What every screen outside a lab works with.
 *
 * @param lab        the lab that can be started
 * @param wallClock  the time of day
 * @param background runs whatever may take time; must not be the JavaFX thread
 */
public record AppContext(Localizer localizer, Appearance appearance, Preferences preferences, Navigator navigator,
                         Lab lab, DiagramSpec diagram, LabTexts texts, PriceTable prices, InstantSource wallClock,
                         Executor background) {
}
