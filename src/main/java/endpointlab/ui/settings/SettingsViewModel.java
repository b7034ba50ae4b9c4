package endpointlab.ui.settings;

import endpointlab.settings.Settings;
import endpointlab.settings.SettingsRules;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Preferences;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can be set, and what is wrong with what was typed. To be used on the JavaFX thread. */
public final class SettingsViewModel {

    private final Preferences preferences;
    private final SettingField instanceType;
    private final SettingField prefix;
    private final SettingField laptopAddress;

    public SettingsViewModel(AppContext context) {
        this.preferences = context.preferences();
        SettingsRules rules = new SettingsRules(context.lab());
        this.instanceType = new SettingField("instance-type", preferences, Settings::instanceType,
                Settings::withInstanceType, rules::instanceType);
        this.prefix = new SettingField("prefix", preferences, Settings::prefix, Settings::withPrefix, rules::prefix);
        this.laptopAddress = new SettingField("laptop-address", preferences, Settings::laptopAddress,
                Settings::withLaptopAddress, rules::laptopAddress);
    }

    Settings settings() {
        return preferences.settings();
    }

    void change(UnaryOperator<Settings> change) {
        preferences.change(change);
    }

    SettingField instanceType() {
        return instanceType;
    }

    SettingField prefix() {
        return prefix;
    }

    SettingField laptopAddress() {
        return laptopAddress;
    }

    /** Everything as it was when the app was new, but for what was read. */
    void allBackToDefault() {
        preferences.change(was -> {
            Settings fresh = Settings.DEFAULT;
            for (int number : was.conceptsRead()) {
                fresh = fresh.withConceptRead(number);
            }
            return fresh;
        });
        List.of(instanceType, prefix, laptopAddress).forEach(SettingField::backToDefault);
    }
}
