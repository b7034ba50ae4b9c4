package endpointlab.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.ui.shared.Fonts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the system has no Japanese font, every text of every screen is shown in a font of ours that has its signs. */
class JapaneseWithoutCjkFontTest {

    private static final String ONLY_FONT = "JetBrainsMono-Regular.ttf";
    private static final int MINUTES = 10;

    @TempDir
    private Path directory;

    @Test
    void noGlyphIsMissing() throws Exception {
        List<String> lines = screens();
        int end = lines.indexOf(ScreensWithoutFonts.SEPARATOR);
        assertThat(lines.subList(0, end)).as("families of the system").allMatch(family ->
                List.of(Fonts.ADDRESS, "System", "Serif", "SansSerif", "Monospaced").contains(family));
        List<String> texts = lines.subList(end + 1, lines.size());
        assertThat(texts).hasSizeGreaterThan(500).anyMatch(text -> text.endsWith("承諾する"));
        assertThat(missing(texts)).isEmpty();
    }

    private List<String> screens() throws IOException, InterruptedException {
        Path fonts = Files.createDirectory(directory.resolve("fonts"));
        try (InputStream font = Fonts.class.getResourceAsStream("/endpointlab/ui/fonts/" + ONLY_FONT)) {
            Files.copy(font, fonts.resolve(ONLY_FONT));
        }
        Path config = Files.writeString(directory.resolve("fonts.conf"), "<?xml version=\"1.0\"?>"
                + "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>" + fonts + "</dir><cachedir>"
                + directory.resolve("cache") + "</cachedir></fontconfig>", StandardCharsets.UTF_8);
        Path report = directory.resolve("report.txt");
        ProcessBuilder program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-Dtestfx.robot=glass", "-Dtestfx.headless=true",
                "-Dglass.platform=Monocle", "-Dmonocle.platform=Headless", "-Dprism.order=sw",
                "-Dheadless.geometry=1920x1080-32", "-cp", System.getProperty("java.class.path"),
                ScreensWithoutFonts.class.getName(), directory.resolve("home").toString(), report.toString());
        program.environment().put("FONTCONFIG_FILE", config.toString());
        Path output = directory.resolve("output.txt");
        Process process = program.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as("%s", Files.readString(output, StandardCharsets.UTF_8)).isTrue();
        return Files.readAllLines(report, StandardCharsets.UTF_8);
    }

    /** Texts whose family isn't ours, or which hold a sign that the family's fonts have no glyph for. */
    private static List<String> missing(List<String> texts) throws IOException {
        Map<String, GlyphTable> regular = new TreeMap<>(Map.of(Fonts.TEXT,
                GlyphTable.of("BIZUDPGothic-Regular.ttf"), Fonts.MONO, GlyphTable.of("BIZUDGothic-Regular.ttf"),
                Fonts.ADDRESS, GlyphTable.of(ONLY_FONT)));
        Map<String, GlyphTable> bold = Map.of(Fonts.TEXT, GlyphTable.of("BIZUDPGothic-Bold.ttf"), Fonts.MONO,
                GlyphTable.of("BIZUDGothic-Bold.ttf"), Fonts.ADDRESS, GlyphTable.of("JetBrainsMono-Bold.ttf"));
        return texts.stream().filter(line -> {
            String family = line.substring(0, line.indexOf('\t'));
            return !regular.containsKey(family) || line.substring(line.indexOf('\t') + 1).codePoints()
                    .anyMatch(code -> !regular.get(family).has(code) || !bold.get(family).has(code));
        }).collect(Collectors.toList());
    }
}
