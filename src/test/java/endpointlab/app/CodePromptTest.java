package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import endpointlab.OwnThread;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CodePromptTest {

    private static final String DEVICE = "arn:aws:iam::880077179309:mfa/hana";

    @Test
    void whatTheUserSaysIsTheAnswer() {
        try (CodePrompt prompt = new CodePrompt(serial -> CompletableFuture.completedFuture(
                serial.equals(DEVICE) ? Optional.of("123456") : Optional.empty()), Runnable::run)) {
            assertThat(prompt.code(DEVICE)).contains("123456");
        }
    }

    @Test
    void aQuestionThatTheJavaFxThreadNeverHearsEndsWithTheWindow() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CodePrompt prompt = new CodePrompt(serial -> fail("there is no JavaFX thread"), question -> asked.countDown());
        CompletableFuture<Optional<String>> answer = OwnThread.supply(() -> prompt.code(DEVICE));
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).isNotDone();
        prompt.close();
        assertThat(answer.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void afterTheWindowNothingIsAsked() {
        CodePrompt prompt = new CodePrompt(serial -> fail("the window is closed"), Runnable::run);
        prompt.close();
        assertThat(prompt.code(DEVICE)).isEmpty();
    }
}
