package endpointlab.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that can't be used, found before anything was called.
 *
 * @param field     key of the field, or of the setting ({@code region}, {@code prefix})
 * @param text      key of the one sentence that says what is wrong, where, and how to put it right
 * @param arguments what the sentence names, the field's key first
 */
public record Finding(String field, String text, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** @param arguments those after the field's key */
    static Finding of(String field, String text, String... arguments) {
        List<String> all = new ArrayList<>(List.of(field));
        all.addAll(List.of(arguments));
        return new Finding(field, "validation." + text, all);
    }
}
