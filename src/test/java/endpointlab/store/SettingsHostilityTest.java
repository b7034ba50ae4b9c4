package endpointlab.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import endpointlab.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A settings file with bytes changed, cut out or put in never keeps the app from starting. */
class SettingsHostilityTest {

    private static final String BITES = "{}[]\",:0-9eE.\\nulltrue\u0000\uFFFF/*";

    @TempDir
    Path directory;

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(bad.length);
            switch (random.nextInt(3)) {
                case 0 -> bad[at] = (byte) random.nextInt(256);
                case 1 -> bad = Arrays.copyOf(bad, Math.max(1, at));
                default -> {
                    byte[] bite = String.valueOf(BITES.charAt(random.nextInt(BITES.length())))
                            .getBytes(StandardCharsets.UTF_8);
                    byte[] longer = Arrays.copyOf(bad, bad.length + bite.length);
                    System.arraycopy(bad, at, longer, at + bite.length, bad.length - at);
                    System.arraycopy(bite, 0, longer, at, bite.length);
                    bad = longer;
                }
            }
        }
        return bad;
    }

    private static void logs(Level level) {
        ((Logger) LoggerFactory.getLogger(SettingsStore.class)).setLevel(level);
    }

    @BeforeAll
    static void sayLess() {
        logs(Level.ERROR);
    }

    @AfterAll
    static void sayAsMuchAsBefore() {
        logs(null);
    }

    /** {@code -Dhostile.seed=N} for others. */
    @Test
    void theDefaultHoldsAndTheOldFileIsKept() throws IOException {
        LabHome home = new LabHome(directory);
        SettingsStore store = new SettingsStore(home);
        store.save(Settings.DEFAULT.withPrefix("taro-").withZone("us-east-1c"));
        Path file = directory.resolve("settings.json");
        byte[] good = Files.readAllBytes(file);
        long seed = Long.getLong("hostile.seed", 1);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bad = mutated(good, random);
            Files.write(file, bad);
            SettingsStore.Loaded loaded = store.load();
            assertThat(loaded.settings()).as("input %d of seed %d", i, seed).isNotNull();
            if (loaded.problem().isPresent()) {
                List<String> said = loaded.problem().get().arguments();
                Path kept = Path.of(said.get(said.size() - 1));
                assertThat(Files.readAllBytes(kept)).as("input %d of seed %d", i, seed).isEqualTo(bad);
                assertThat(said).noneMatch(word -> word.contains("com.fasterxml"));
                Files.delete(kept);
            }
        }
    }
}
