package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LogsTest {

    private static final int LARGEST = 2 * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void howeverMuchIsLoggedAtOnceTheFilesStayFewAndSmall() throws IOException {
        Path file = folder.resolve("log").resolve("endpointlab.log");
        LoggerContext context = context();
        String line = "あ".repeat(5_000);
        int written = 0;
        try (Logs logs = new Logs(context)) {
            logs.to(file);
            Logger log = context.getLogger("endpointlab.test");
            for (; written < 16 * LARGEST; written += line.getBytes(StandardCharsets.UTF_8).length) {
                log.info(line);
            }
            log.info("the last line");
        }
        List<Path> files = files(file.getParent());
        assertThat(files).hasSize(6);
        assertThat(files).allSatisfy(each -> assertThat(Files.size(each)).isLessThan(LARGEST + 20_000));
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).endsWith("the last line\n");
    }

    @Test
    void whatWasNotFullIsGoneOnWith() throws IOException {
        Path file = folder.resolve("endpointlab.log");
        for (String line : List.of("one", "two")) {
            LoggerContext context = context();
            try (Logs logs = new Logs(context)) {
                context.getLogger("endpointlab").error("too early to be written anywhere");
                logs.to(file);
                context.getLogger("endpointlab").info(line);
                context.getLogger("endpointlab").debug("more than is wanted");
            }
        }
        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8)).satisfiesExactly(
                line -> assertThat(line).endsWith(" one"), line -> assertThat(line).endsWith(" two"));
        assertThat(files(folder)).containsExactly(file);
    }

    /** Beside the one that the other tests write to. */
    private static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
