package endpointlab.app;

import endpointlab.i18n.Language;
import endpointlab.store.LabHome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says to the window: nothing, or {@code --home DIR}, {@code --lang ja|en}, {@code --faults FILE}
 * and {@code --policy FILE}.
 *
 * @param home     where labs and settings are kept
 * @param language empty for the one in the settings
 * @param trouble  what the labs' practice clouds shall do to their user
 */
record WindowOptions(LabHome home, Optional<Language> language, Trouble trouble) {

    private static final Set<String> OPTIONS = Set.of("--home", "--lang", "--faults", "--policy");

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
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            values.put(words.get(i), words.get(i + 1));
        }
        String home = values.get("--home");
        return new WindowOptions(home == null ? LabHome.ofUser() : CommonOptions.home(home),
                Optional.ofNullable(values.get("--lang")).map(CommonOptions::language),
                Trouble.of(values.get("--faults"), values.get("--policy")));
    }
}
