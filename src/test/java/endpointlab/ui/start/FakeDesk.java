package endpointlab.ui.start;

import endpointlab.lab.ProblemException;
import endpointlab.ui.shared.LabDesk;
import endpointlab.ui.shared.OpenLab;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Labs without a disk and without a cloud; keeps what it was asked for. */
public final class FakeDesk implements LabDesk {

    private final List<LabSummary> labs = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<NewLab> started = new CopyOnWriteArrayList<>();
    private volatile ProblemException failure;
    private volatile OpenLab opened;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public FakeDesk with(LabSummary... summaries) {
        labs.addAll(List.of(summaries));
        return this;
    }

    /** What opening and starting gives; {@code null} is a lab too, as far as the start page knows. */
    void opens(OpenLab lab) {
        opened = lab;
    }

    /** From now on all fails. */
    void failsWith(ProblemException problem) {
        failure = problem;
    }

    void worksAgain() {
        failure = null;
    }

    /** Keeps {@link #labs()} waiting until it is {@linkplain #release released}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    List<String> asked() {
        return new ArrayList<>(asked);
    }

    List<NewLab> started() {
        return new ArrayList<>(started);
    }

    @Override
    public List<LabSummary> labs() {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(labs);
    }

    @Override
    public CompletableFuture<OpenLab> open(String runId) {
        asked.add("open " + runId);
        return result(opened);
    }

    @Override
    public CompletableFuture<OpenLab> start(NewLab wish) {
        started.add(wish);
        return result(opened);
    }

    @Override
    public CompletableFuture<Void> forget(String runId) {
        asked.add("forget " + runId);
        labs.removeIf(lab -> lab.runId().equals(runId));
        return result(null);
    }

    private <T> CompletableFuture<T> result(T value) {
        return failure == null ? CompletableFuture.completedFuture(value) : CompletableFuture.failedFuture(failure);
    }
}
