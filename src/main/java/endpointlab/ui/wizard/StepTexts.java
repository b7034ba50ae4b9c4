package endpointlab.ui.wizard;

import endpointlab.i18n.Language;
import endpointlab.ui.shared.markdown.MarkdownPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that explain a lab's steps, one file per step and language; each file is read once. */
public final class StepTexts {

    private static final int JAPANESE_PER_MINUTE = 500;
    private static final int ENGLISH_PER_MINUTE = 1_100;

    private final String labId;
    private final Map<String, String> sources = new ConcurrentHashMap<>();

    public StepTexts(String labId) {
        this.labId = labId;
    }

    /** The page of a step with the values in force. */
    public MarkdownPage page(int step, Language language, FieldWords words) {
        return MarkdownPage.parse(source(step, language), words::word);
    }

    /** How long it takes to read the page, in minutes, at least 1. */
    public int minutes(int step, Language language) {
        int perMinute = language == Language.JA ? JAPANESE_PER_MINUTE : ENGLISH_PER_MINUTE;
        return Math.max(1, Math.round((float) source(step, language).length() / perMinute));
    }

    private String source(int step, Language language) {
        String path = String.format(Locale.ROOT, "/labs/%s/texts/%s/step-%02d.md", labId, language.code(), step);
        return sources.computeIfAbsent(path, StepTexts::read);
    }

    private static String read(String path) {
        try (InputStream in = StepTexts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no text " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
