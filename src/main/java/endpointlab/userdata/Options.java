package endpointlab.userdata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program's options and operands, read in the manner of {@code getopt}.
 *
 * @param values   value by option, without dashes; empty for options that take none
 * @param operands what is no option
 */
public record Options(Map<String, String> values, List<String> operands) {

    /** An option that the program doesn't know. */
    static final class Invalid extends IOException {

        Invalid(String letter) {
            super("invalid option -- '" + letter + "'");
        }
    }

    /**
     * A letter in {@code flags} takes no value, one in {@code valued} takes one; long options are accepted as such.
     *
     * @throws IOException if there is another letter; the shell tells the user
     */
    public static Options read(List<String> arguments, String flags, String valued) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> operands = new ArrayList<>();
        boolean optionsEnded = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (optionsEnded || !argument.startsWith("-") || argument.equals("-")) {
                operands.add(argument);
            } else if (argument.equals("--")) {
                optionsEnded = true;
            } else if (argument.startsWith("--")) {
                String[] parts = argument.substring(2).split("=", 2);
                values.put(parts[0], parts.length > 1 ? parts[1] : "");
            } else {
                i += readLetters(argument, arguments, i, flags, valued, values);
            }
        }
        return new Options(values, operands);
    }

    public boolean has(String option) {
        return values.containsKey(option);
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** @return how many further arguments were taken as values */
    private static int readLetters(String argument, List<String> arguments, int at, String flags, String valued,
                                   Map<String, String> values) throws Invalid {
        for (int i = 1; i < argument.length(); i++) {
            String letter = argument.substring(i, i + 1);
            if (valued.contains(letter)) {
                String rest = argument.substring(i + 1);
                boolean next = rest.isEmpty() && at + 1 < arguments.size();
                values.put(letter, next ? arguments.get(at + 1) : rest);
                return next ? 1 : 0;
            }
            if (!flags.contains(letter)) {
                throw new Invalid(letter);
            }
            values.put(letter, "");
        }
        return 0;
    }
}
