package endpointlab.ui.shared;

import endpointlab.i18n.Language;
import endpointlab.ui.shared.markdown.MarkdownPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A lab's learner texts from the class path: {@code labs/<id>/texts/<language>/step-NN.md} and {@code concept-N.md}.
 * Safe for use by any thread.
 */
public final class LabTexts {

    private final String folder;
    private final Map<String, String> sources = new ConcurrentHashMap<>();

    public LabTexts(String labId) {
        this.folder = "/labs/" + labId + "/texts/";
    }

    /**
     * @param values from a field's key to the value in force
     * @throws IllegalStateException if there is no such text; that is a mistake in the program
     */
    public MarkdownPage step(Language language, int number, UnaryOperator<String> values) {
        return MarkdownPage.parse(source(language, String.format(Locale.ROOT, "step-%02d", number)), values);
    }

    /** As {@link #step}. */
    public MarkdownPage concept(Language language, int number, UnaryOperator<String> values) {
        return MarkdownPage.parse(source(language, "concept-" + number), values);
    }

    private String source(Language language, String name) {
        return sources.computeIfAbsent(folder + language.code() + "/" + name + ".md", LabTexts::read);
    }

    private static String read(String path) {
        try (InputStream in = LabTexts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no text " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
