package endpointlab.practice.machine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked of curl on its command line. */
final class CurlOptions {

    private static final Map<String, String> FLAGS = Map.ofEntries(Map.entry("s", "silent"),
            Map.entry("S", "show-error"), Map.entry("v", "verbose"), Map.entry("i", "include"),
            Map.entry("I", "head"), Map.entry("f", "fail"), Map.entry("L", "location"),
            Map.entry("O", "remote-name"), Map.entry("k", "insecure"), Map.entry("4", "ipv4"),
            Map.entry("g", "globoff"), Map.entry("N", "no-buffer"), Map.entry("#", "progress-bar"));
    private static final Map<String, String> VALUED = Map.ofEntries(Map.entry("o", "output"),
            Map.entry("m", "max-time"), Map.entry("w", "write-out"), Map.entry("H", "header"),
            Map.entry("X", "request"), Map.entry("A", "user-agent"), Map.entry("d", "data"),
            Map.entry("e", "referer"), Map.entry("b", "cookie"));
    private static final List<String> LONG_FLAGS = List.of("compressed", "http1.1", "no-progress-meter", "http1.0");
    private static final List<String> LONG_VALUED = List.of("connect-timeout", "data-raw", "data-binary", "url");

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> urls = new ArrayList<>();

    private CurlOptions() {
    }

    /** @throws CurlFailure with curl's words if curl would not understand them */
    static CurlOptions read(List<String> arguments) throws CurlFailure {
        CurlOptions options = new CurlOptions();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--") && argument.length() > 2) {
                i += options.readLong(argument, arguments, i);
            } else if (argument.startsWith("-") && argument.length() > 1) {
                i += options.readShort(argument, arguments, i);
            } else {
                options.urls.add(argument);
            }
        }
        options.urls.addAll(options.all("url"));
        if (options.urls.isEmpty()) {
            throw new CurlFailure(2, "no URL specified");
        }
        options.connectTimeout();
        options.maxTime();
        return options;
    }

    private int readLong(String argument, List<String> arguments, int at) throws CurlFailure {
        String name = argument.substring(2);
        if (FLAGS.containsValue(name) || LONG_FLAGS.contains(name)) {
            put(name, "");
            return 0;
        }
        if (!VALUED.containsValue(name) && !LONG_VALUED.contains(name)) {
            throw CurlFailure.usage("option " + argument + ": is unknown");
        }
        put(name, valueAfter(argument, arguments, at));
        return 1;
    }

    private int readShort(String argument, List<String> arguments, int at) throws CurlFailure {
        for (int i = 1; i < argument.length(); i++) {
            String letter = argument.substring(i, i + 1);
            if (VALUED.containsKey(letter)) {
                String rest = argument.substring(i + 1);
                put(VALUED.get(letter), rest.isEmpty() ? valueAfter(argument, arguments, at) : rest);
                return rest.isEmpty() ? 1 : 0;
            }
            if (!FLAGS.containsKey(letter)) {
                throw CurlFailure.usage("option " + argument + ": is unknown");
            }
            put(FLAGS.get(letter), "");
        }
        return 0;
    }

    private static String valueAfter(String option, List<String> arguments, int at) throws CurlFailure {
        if (at + 1 >= arguments.size()) {
            throw CurlFailure.usage("option " + option + ": requires parameter");
        }
        return arguments.get(at + 1);
    }

    private void put(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    List<String> urls() {
        return urls;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> last(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    Optional<Duration> connectTimeout() throws CurlFailure {
        return seconds("connect-timeout");
    }

    Optional<Duration> maxTime() throws CurlFailure {
        return seconds("max-time");
    }

    private Optional<Duration> seconds(String name) throws CurlFailure {
        Optional<String> text = last(name);
        if (text.isPresent() && !text.get().matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw CurlFailure.usage("option --" + name + ": expected a proper numerical parameter");
        }
        return text.map(seconds -> Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue()))
                .filter(timeout -> !timeout.isZero());
    }

    /** The request's body, from all {@code -d} options. */
    Optional<String> data() {
        List<String> pieces = new ArrayList<>(all("data"));
        pieces.addAll(all("data-raw"));
        pieces.addAll(all("data-binary"));
        return pieces.isEmpty() ? Optional.empty() : Optional.of(String.join("&", pieces));
    }

    String method() {
        return last("request").orElse(has("head") ? "HEAD" : data().isPresent() ? "POST" : "GET");
    }

    /** Whether errors are told. */
    boolean tellsErrors() {
        return !has("silent") || has("show-error");
    }
}
