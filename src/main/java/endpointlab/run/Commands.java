package endpointlab.run;

import endpointlab.clock.Cancellation;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.run.RunResult.Outcome;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the commands of a session: one at a time, each ending in a {@link RunResult} whatever happens. */
final class Commands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    /** Longer than the longest a call can take. */
    private static final int CLOSE_SECONDS = 75;

    private final Engine engine;
    private final AtomicReference<RunHandle> current = new AtomicReference<>();

    Commands(Engine engine) {
        this.engine = engine;
    }

    boolean busy() {
        RunHandle running = current.get();
        return running != null && !running.isDone();
    }

    /** @throws IllegalStateException if a command is running */
    RunHandle start(Function<Works, RunResult> command) {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        RunHandle handle = new RunHandle(cancellation, result);
        RunHandle before = current.get();
        if (before != null && !before.isDone() || !current.compareAndSet(before, handle)) {
            throw new IllegalStateException("a command is running");
        }
        engine.workers().execute(() -> run(command, new Works(engine, cancellation), result));
        return handle;
    }

    /** Cancels a running command and waits until AWS calls in flight have ended and what they made is saved. */
    @Override
    public void close() {
        RunHandle running = current.get();
        if (running != null) {
            running.cancel();
        }
        try {
            if (running != null) {
                running.result().get(CLOSE_SECONDS, TimeUnit.SECONDS);
            }
            engine.calls().settled().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            LOG.error("a call in flight didn't end; what it makes will be found by its tags", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Function<Works, RunResult> command, Works works, CompletableFuture<RunResult> result) {
        try {
            works.cancellation().await(engine.calls().settled());
            result.complete(command.apply(works));
        } catch (CancellationException cancelled) {
            result.complete(new RunResult(Outcome.CANCELLED, List.of(), List.of()));
        } catch (ProblemException problem) {
            result.complete(new RunResult(Outcome.FAILED, List.of(problem.problem()), List.of()));
        } catch (RuntimeException | Error | ExecutionException mistake) {
            // An Error, too: whoever waits for the command would wait for ever.
            LOG.error("a command failed", mistake);
            result.complete(new RunResult(Outcome.FAILED, List.of(new Problem("Unexpected",
                    "problem.unexpected.cause", "problem.unexpected.remedy", List.of(""), "",
                    String.valueOf(mistake), "")), List.of()));
        }
    }
}
