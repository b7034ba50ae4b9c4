package endpointlab.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts of ours beside this package's classes, with lines that stand for other texts. */
final class Template {

    private Template() {
    }

    /** @param parts what each line that equals a key becomes */
    static String fill(String name, Map<String, String> parts) {
        return read(name).lines().map(line -> parts.getOrDefault(line.strip(), line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String read(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/endpointlab/export/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
