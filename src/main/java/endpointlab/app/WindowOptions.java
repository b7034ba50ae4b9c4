package endpointlab.app;

import endpointlab.i18n.Language;
import endpointlab.store.LabHome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says to the window: nothing, or {@code --home DIR} and {@code --lang ja|en}.
 *
 * @param home     where labs and settings are kept
 * @param language empty for the one in the settings
 */
record WindowOptions(LabHome home, Optional<Language> language) {

    private static final Set<String> OPTIONS = Set.of("--home", "--lang");

    /** Whether these words ask for the window. */
    static boolean isFor(List<String> words) {
        if (words.size() % 2 != 0) {
            return false;
        }
        for (int i = 0; i < words.size(); i += 2) {
            if (!OPTIONS.contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** @throws BadInput if a value can't be used */
    static WindowOptions of(List<String> words) {
        LabHome home = null;
        Optional<Language> language = Optional.empty();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            if (words.get(i).equals("--home")) {
                home = CommonOptions.home(words.get(i + 1));
            } else {
                language = Optional.of(CommonOptions.language(words.get(i + 1)));
            }
        }
        return new WindowOptions(home == null ? LabHome.ofUser() : home, language);
    }
}
