package endpointlab.ui.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The fonts that we ship. JavaFX doesn't fall back to fonts that an application loaded, and a bare Linux has no
 * Japanese font, so every style that can show Japanese names one of the first two families.
 */
public final class Fonts {

    /** Proportional; for text. */
    public static final String TEXT = "BIZ UDPGothic";
    /** Monospaced, with Japanese; for commands, terminals and whatever a learner may type. */
    public static final String MONO = "BIZ UDGothic";
    /** Monospaced, without Japanese; only for ids and addresses, which never hold any. */
    public static final String ADDRESS = "JetBrains Mono";

    private static final List<String> FILES = List.of(
            "BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "BIZUDGothic-Regular.ttf", "BIZUDGothic-Bold.ttf",
            "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");
    private static final double ANY_SIZE = 14;

    private Fonts() {
    }

    /**
     * Makes the families known to JavaFX; needed once before the first scene.
     *
     * @throws IllegalStateException if a font file is missing or damaged
     */
    public static void load() {
        for (String file : FILES) {
            try (InputStream font = Fonts.class.getResourceAsStream("/endpointlab/ui/fonts/" + file)) {
                if (font == null || Font.loadFont(font, ANY_SIZE) == null) {
                    throw new IllegalStateException("font missing or damaged: " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
