package endpointlab.ui.wizard;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/**
 * How long steps and their parts usually take in AWS: {@code labs/<id>/expected.properties}, seconds by number.
 * Source: AWS-FACTS 1.4.
 */
public final class ExpectedTimes {

    private final Properties seconds = new Properties();

    /** @throws UncheckedIOException if the lab has no such table */
    public ExpectedTimes(String labId) {
        String path = "/labs/" + labId + "/expected.properties";
        try (Reader in = new InputStreamReader(ExpectedTimes.class.getResourceAsStream(path),
                StandardCharsets.UTF_8)) {
            seconds.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param id of a step or a part, such as {@code 7} or {@code 7.1}; zero if nothing is said about it */
    public Duration of(String id) {
        return Duration.ofSeconds(Long.parseLong(seconds.getProperty(id, "0").strip()));
    }
}
