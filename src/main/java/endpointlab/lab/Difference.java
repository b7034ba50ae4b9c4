package endpointlab.lab;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A setting that is not as the lab made it.
 *
 * @param setting  AWS's own name of it, such as {@code AcceptanceRequired}
 * @param expected empty if it should not be there
 * @param found    empty if it isn't there
 */
public record Difference(String setting, String expected, String found) {

    private static final String NOTHING = "–";

    /** Such as {@code AcceptanceRequired: true → false}. */
    public String text() {
        return setting + ": " + (expected.isEmpty() ? NOTHING : expected) + " → "
                + (found.isEmpty() ? NOTHING : found);
    }

    /** All of them in one line. */
    public static String text(List<Difference> differences) {
        return differences.stream().map(Difference::text).collect(Collectors.joining(", "));
    }
}
