package endpointlab.clock;

import java.util.Locale;

/**
 * How many seconds of lab time pass in one second of wall time.
 *
 * @param name   what the user typed or picked: {@code aws}, {@code brisk}, {@code instant} or the factor itself
 * @param factor lab seconds per wall second, finite and above zero; 1 means as long as AWS takes
 */
public record Pace(String name, double factor) {

    /** Everything takes as long as AWS takes. */
    public static final Pace AWS = new Pace("aws", 1);
    /** The default: waits are long enough to be read and short enough not to bore. */
    public static final Pace BRISK = new Pace("brisk", 10);
    /** For tests: minutes become fractions of a second, the order of events stays. */
    public static final Pace INSTANT = new Pace("instant", 1_000);

    public Pace {
        if (!(factor > 0) || factor > 100_000) {
            throw new IllegalArgumentException("factor must be above 0 and at most 100000: " + factor);
        }
    }

    /**
     * Reads {@code aws}, {@code brisk}, {@code instant} or a positive factor such as {@code 20} or {@code 0.5}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Pace parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "aws" -> AWS;
            case "brisk" -> BRISK;
            case "instant" -> INSTANT;
            default -> {
                try {
                    yield new Pace(word, Double.parseDouble(word));
                } catch (NumberFormatException notANumber) {
                    throw new IllegalArgumentException("not a pace: " + text, notANumber);
                }
            }
        };
    }
}
