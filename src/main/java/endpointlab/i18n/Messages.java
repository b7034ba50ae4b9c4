package endpointlab.i18n;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;

/**
 * All texts in one language, by key, from the UTF-8 bundles that {@code bundles.txt} lists. Texts are
 * {@link MessageFormat} patterns; a single quote is therefore written twice. Immutable.
 */
public final class Messages {

    private static final String FOLDER = "/endpointlab/i18n/";

    private final Language language;
    private final Map<String, String> texts = new HashMap<>();

    private Messages(Language language) {
        this.language = language;
    }

    /** @throws IllegalStateException if two bundles have the same key */
    public static Messages in(Language language) {
        Messages messages = new Messages(language);
        for (String bundle : bundles()) {
            messages.add(bundle);
        }
        return messages;
    }

    /** Names of the bundles, without language. */
    static List<String> bundles() {
        try (BufferedReader lines = new BufferedReader(open("bundles.txt"))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Language language() {
        return language;
    }

    public Set<String> keys() {
        return Set.copyOf(texts.keySet());
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * The text with {@code {0}}, {@code {1}} … replaced by the arguments.
     *
     * @throws MissingResourceException if there is no such text; that is a mistake in the program
     */
    public String text(String key, Object... arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text " + key + " in " + language.code(), "Messages", key);
        }
        boolean plain = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
        return plain ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** As {@link #text(String, Object...)}. */
    public String text(String key, List<String> arguments) {
        return text(key, arguments.toArray());
    }

    private void add(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = open(bundle + "_" + language.code() + ".properties")) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        properties.stringPropertyNames().forEach(key -> {
            if (texts.put(key, properties.getProperty(key)) != null) {
                throw new IllegalStateException("two texts " + key + " in " + language.code());
            }
        });
    }

    private static Reader open(String file) throws FileNotFoundException {
        InputStream in = Messages.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new FileNotFoundException(FOLDER + file);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
