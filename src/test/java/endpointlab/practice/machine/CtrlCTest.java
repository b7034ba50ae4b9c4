package endpointlab.practice.machine;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.OwnThread;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a terminal shows when, and when it tells the command. */
class CtrlCTest {

    private final LabScheduler scheduler = new LabScheduler(LabClock.startingNow(Pace.INSTANT));
    private final Interruption interruption = new Interruption();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private volatile Thread command;

    /** Notes with what is shown whether the command has been told by then. */
    private final OutputStream screen = new OutputStream() {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            seen.add(new String(bytes, from, count, StandardCharsets.UTF_8) + (interruption.isRunning()
                    && !command.isInterrupted() ? "before" : "after"));
        }
    };

    @AfterEach
    void close() {
        scheduler.close();
    }

    /** Runs until it is interrupted. */
    private void runCommand() {
        command = Thread.currentThread();
        try {
            interruption.begin();
            begun.countDown();
            new CountDownLatch(1).await();
        } catch (InterruptedException ctrlC) {
            seen.add("ended");
        } finally {
            interruption.end();
        }
    }

    @Test
    void isShownBeforeTheCommandHearsOfIt() throws Exception {
        PipedOutputStream keys = new PipedOutputStream();
        try (Terminal terminal = new Terminal(new PipedInputStream(keys), screen, interruption, scheduler)) {
            CompletableFuture<Void> running = OwnThread.run(this::runCommand);
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            keys.write(3);
            keys.flush();

            assertThat(running).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(seen).containsExactly("^C\nbefore", "ended");
        }
    }
}
