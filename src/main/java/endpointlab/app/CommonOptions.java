package endpointlab.app;

import endpointlab.clock.Pace;
import endpointlab.i18n.Language;
import endpointlab.store.LabHome;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Options that more than one command has, and how their values are read. */
final class CommonOptions {

    static final String DEFAULT_REGION = "us-east-1";
    private static final double LEAST_HOURS = 0.1;

    @Option(names = "--home")
    private String home;

    @Option(names = "--lang")
    private String language;

    @Option(names = "--json")
    private boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true)
    private boolean help;

    /** Whether a program reads what we print. */
    boolean json() {
        return json;
    }

    Language language() {
        return language(language);
    }

    static Language language(String text) {
        if (text == null) {
            return Language.JA;
        }
        return Arrays.stream(Language.values()).filter(known -> known.code().equals(text)).findFirst()
                .orElseThrow(() -> BadInput.of("lang", text));
    }

    /** The place that {@code --home} names, else {@code usual}. */
    LabHome home(Supplier<LabHome> usual) {
        return home == null ? usual.get() : home(home);
    }

    static LabHome home(String directory) {
        try {
            return new LabHome(Path.of(directory));
        } catch (InvalidPathException noPath) {
            throw (BadInput) BadInput.of("home", directory).initCause(noPath);
        }
    }

    static Optional<Pace> pace(String text) {
        try {
            return Optional.ofNullable(text).map(Pace::parse);
        } catch (IllegalArgumentException noPace) {
            throw (BadInput) BadInput.of("pace", text).initCause(noPace);
        }
    }

    static Optional<Long> seed(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            long seed = Long.parseLong(text);
            if (seed >= 0) {
                return Optional.of(seed);
            }
        } catch (NumberFormatException noNumber) {
            throw (BadInput) BadInput.of("seed", text).initCause(noNumber);
        }
        throw BadInput.of("seed", text);
    }

    /**
     * A whole number of days, hours, minutes or seconds, such as {@code 1d}; empty if there is no text.
     *
     * @throws BadInput if it is something else
     */
    static Optional<Duration> age(String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,6}[dhms]")) {
            throw BadInput.of("older-than", text);
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return Optional.of(switch (text.charAt(text.length() - 1)) {
            case 'd' -> Duration.ofDays(number);
            case 'h' -> Duration.ofHours(number);
            case 'm' -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        });
    }

    /**
     * Hours, at least some minutes, such as {@code 1.5}; empty if there is no text.
     *
     * @throws BadInput if it is something else
     */
    static Optional<Duration> hours(String text) {
        if (text == null) {
            return Optional.empty();
        }
        double hours = text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?") ? Double.parseDouble(text) : 0;
        if (hours < LEAST_HOURS) {
            throw BadInput.of("max-hours", text);
        }
        return Optional.of(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    /** 0 means any port that is free. */
    static int port(String option, String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw BadInput.of("port", option, text);
        }
        return Integer.parseInt(text);
    }
}
