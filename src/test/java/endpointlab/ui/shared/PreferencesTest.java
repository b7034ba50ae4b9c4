package endpointlab.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PreferencesTest {

    private final Localizer localizer = new Localizer(Language.JA);
    private final Appearance appearance = new Appearance();
    private final List<Settings> saved = new ArrayList<>();

    private Preferences preferences(Settings first, Consumer<Settings> store) {
        return new Preferences(first, localizer, appearance, store, Runnable::run);
    }

    @Test
    void whatIsSetTakesEffectAtOnce() {
        Preferences preferences = preferences(Settings.DEFAULT.withLanguage(Language.EN).withTextSize(150), saved::add);
        assertThat(localizer.languageProperty().get()).isEqualTo(Language.EN);
        assertThat(appearance.textSizeProperty().get()).isEqualTo(150);
        assertThat(saved).isEmpty();
        preferences.change(was -> was.withLook(Look.DARK).withLessMotion(true));
        assertThat(appearance.themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(appearance.lessMotionProperty().get()).isTrue();
        assertThat(saved).containsExactly(preferences.settings());
    }

    @Test
    void whatIsChangedElsewhereIsKept() {
        Preferences preferences = preferences(Settings.DEFAULT, saved::add);
        localizer.languageProperty().set(Language.EN);
        appearance.setTextSize(130);
        appearance.themeProperty().set(Theme.HIGH_CONTRAST);
        assertThat(preferences.settings()).isEqualTo(Settings.DEFAULT.withLanguage(Language.EN).withTextSize(130)
                .withLook(Look.HIGH_CONTRAST));
        assertThat(saved).hasSize(3).last().isEqualTo(preferences.settings());
    }

    @Test
    void noChangeIsNotSaved() {
        preferences(Settings.DEFAULT, saved::add).change(was -> was.withTextSize(100));
        assertThat(saved).isEmpty();
    }

    @Test
    void manyChangesWhileTheDiskIsSlowEndWithTheLatest() {
        List<Runnable> waiting = new ArrayList<>();
        Preferences preferences = new Preferences(Settings.DEFAULT, localizer, appearance, saved::add, waiting::add);
        preferences.change(was -> was.withTextSize(110));
        preferences.change(was -> was.withTextSize(120));
        preferences.change(was -> was.withTextSize(130));
        waiting.forEach(Runnable::run);
        assertThat(saved).extracting(Settings::textSize).containsExactly(130);
    }

    @Test
    void whatCouldNotBeSavedIsTold() {
        Problem problem = new Problem("FileNotSaved", "c", "r", List.of(), "", "", "");
        Preferences preferences = preferences(Settings.DEFAULT, settings -> {
            throw new ProblemException(problem, null);
        });
        preferences.change(was -> was.withTextSize(110));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(preferences.problemProperty().get()).isEqualTo(problem);
        assertThat(preferences.settings().textSize()).isEqualTo(110);
    }
}
