package endpointlab.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A lab on a practice cloud of its own, for each test. */
abstract class PracticeLabTest {

    @TempDir
    Path directory;

    PracticeLab practice;

    @BeforeEach
    void start() throws IOException {
        practice = new PracticeLab(directory);
    }

    @AfterEach
    void stop() {
        practice.close();
    }
}
