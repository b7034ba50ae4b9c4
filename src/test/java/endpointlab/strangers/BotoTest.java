package endpointlab.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import endpointlab.Needs;
import endpointlab.clock.Pace;
import endpointlab.strangers.Stranger.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * boto3 as a judge: scripts of {@code src/test/python}, each on a practice cloud of its own. Every answer that they
 * get is also held against botocore's service models, see {@code shape.py}.
 */
@Timeout(600)
class BotoTest {

    private static final Path SCRIPTS = Path.of("src", "test", "python").toAbsolutePath();
    /** The lab's six minutes take a few seconds, and what is made is still pending when a script sees it first. */
    private static final Pace QUICK = Pace.parse("100");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"whole_lab.py", "curious.py"})
    void theScriptIsContent(String script) throws Exception {
        for (String program : List.of("python3", "ssh", "curl")) {
            Needs.program(program, "boto3 isn't tried on the practice cloud");
        }
        try (Stranger stranger = new Stranger(directory, QUICK)) {
            assumeTrue(stranger.run(List.of("python3", "-c", "import boto3")).exit() == 0,
                    "boto3 isn't on this machine, so " + script + " isn't tried on the practice cloud here");
            Ran ran = stranger.run(List.of("python3", SCRIPTS.resolve(script).toString()));
            assertThat(ran.exit()).as("%s%n%s", ran.out(), ran.err()).isZero();
            assertThat(ran.out()).contains("answers judged");
        }
    }
}
