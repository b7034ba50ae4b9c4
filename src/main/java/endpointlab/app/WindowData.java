package endpointlab.app;

import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.shared.Localizer;
import java.util.Optional;

/**
 * What the window shows, read before it is made, so that the JavaFX thread waits for no file.
 *
 * @param loaded the settings as they were read
 * @param texts  in the language asked for
 */
record WindowData(Lab lab, DiagramSpec diagram, PriceTable prices, SettingsStore.Loaded loaded, Settings settings,
                  Localizer texts) {

    /** @param language asked for on the command line; else that of the settings */
    static WindowData read(LabHome home, Optional<Language> language) {
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
        SettingsStore.Loaded loaded = new SettingsStore(home).load();
        Settings settings = language.map(loaded.settings()::withLanguage).orElse(loaded.settings());
        return new WindowData(lab, new DiagramReader().read(lab), PriceTable.load(), loaded, settings,
                new Localizer(settings.language()));
    }
}
