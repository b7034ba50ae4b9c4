package endpointlab.ui.settings;

import endpointlab.lab.Finding;
import endpointlab.settings.Settings;
import endpointlab.ui.shared.Preferences;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A setting that is typed. What can't be used stays as it was typed, with a finding, and is not kept; what can be
 * used is kept at once.
 */
final class SettingField {

    private final String name;
    private final Preferences preferences;
    private final Function<Settings, String> value;
    private final BiFunction<Settings, String, Settings> with;
    private final BiFunction<Settings, String, Optional<Finding>> rule;
    private final StringProperty text;
    private final ReadOnlyObjectWrapper<Finding> finding = new ReadOnlyObjectWrapper<>(this, "finding");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");

    /**
     * @param name of the setting, as in findings
     * @param rule what is wrong with a value beside the other settings
     */
    SettingField(String name, Preferences preferences, Function<Settings, String> value,
                 BiFunction<Settings, String, Settings> with,
                 BiFunction<Settings, String, Optional<Finding>> rule) {
        this.name = name;
        this.preferences = preferences;
        this.value = value;
        this.with = with;
        this.rule = rule;
        this.text = new SimpleStringProperty(this, name, value.apply(preferences.settings()));
        check();
        text.addListener((property, before, after) -> typed());
        preferences.settingsProperty().addListener((property, before, after) -> follow(before, after));
    }

    String name() {
        return name;
    }

    /** As typed. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the text; {@code null} if nothing is. */
    ReadOnlyObjectProperty<Finding> findingProperty() {
        return finding.getReadOnlyProperty();
    }

    /** Whether the text differs from the default. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    String defaultValue() {
        return value.apply(Settings.DEFAULT);
    }

    void backToDefault() {
        text.set(defaultValue());
    }

    private void typed() {
        check();
        if (finding.get() == null) {
            preferences.change(was -> with.apply(was, text.get().strip()));
        }
    }

    /** Another setting, such as the Region, may have changed what is right. */
    private void follow(Settings before, Settings after) {
        if (!value.apply(before).equals(value.apply(after)) && !text.get().strip().equals(value.apply(after))) {
            text.set(value.apply(after));
        } else {
            check();
        }
    }

    private void check() {
        finding.set(rule.apply(preferences.settings(), text.get().strip()).orElse(null));
        changed.set(!text.get().strip().equals(defaultValue()));
    }
}
