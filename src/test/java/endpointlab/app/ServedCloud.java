package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.OwnThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A practice cloud served to other processes, as an AWS account at an address of its own. */
final class ServedCloud implements AutoCloseable {

    private final Terminal server;
    private final CompletableFuture<Integer> serving;
    private final JsonNode line;

    ServedCloud(Path home, String... options) {
        server = new Terminal(home);
        String[] words = new String[options.length + 3];
        words[0] = "practice-cloud";
        words[1] = "--pace";
        words[2] = "instant";
        System.arraycopy(options, 0, words, 3, options.length);
        serving = OwnThread.supply(() -> server.type(words));
        await().atMost(Duration.ofSeconds(60)).until(() -> server.out().endsWith("\n"));
        line = Terminal.parse(server.out().strip());
    }

    String endpoint() {
        return line.get("endpoint").asText();
    }

    String socks() {
        return line.get("socks").asText();
    }

    String accessKeyId() {
        return line.get("accessKeyId").asText();
    }

    String secretAccessKey() {
        return line.get("secretAccessKey").asText();
    }

    /** An environment with the keys to it. */
    Map<String, String> keys() {
        return new HashMap<>(Map.of("AWS_ACCESS_KEY_ID", accessKeyId(), "AWS_SECRET_ACCESS_KEY", secretAccessKey()));
    }

    @Override
    public void close() {
        server.interrupt();
        assertThat(serving).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(0);
    }
}
