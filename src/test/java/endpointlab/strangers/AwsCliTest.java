package endpointlab.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.Needs;
import endpointlab.clock.Pace;
import endpointlab.strangers.Stranger.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI as a judge: a script of {@code src/test/shell} that types the lab as a learner would. */
@Timeout(600)
class AwsCliTest {

    /**
     * So fast that whatever a waiter of the CLI waits for has happened when it asks first (the next time is 15 s
     * later), and so slow that terminated instances are still told of when it asks for those.
     */
    private static final Pace FAST = Pace.parse("300");

    @TempDir
    Path directory;

    @Test
    void theWholeLabIsDoneAndNothingIsLeft() throws Exception {
        for (String program : List.of("aws", "bash", "ssh")) {
            Needs.program(program, "the AWS CLI isn't tried on the practice cloud");
        }
        try (Stranger stranger = new Stranger(directory, FAST)) {
            Ran ran = stranger.run(List.of("bash",
                    Path.of("src", "test", "shell", "aws_cli_lab.sh").toAbsolutePath().toString()));
            assertThat(ran.exit()).as("%s%n%s", ran.out(), ran.err()).isZero();
            assertThat(ran.out()).endsWith("the lab is done and nothing is left\n");
        }
    }
}
