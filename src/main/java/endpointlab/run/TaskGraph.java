package endpointlab.run;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks of which each starts as soon as those that it needs have ended well, so that all that can be done at once is
 * done at once. A task that fails keeps only those that need it from starting. Used once, by one thread.
 */
final class TaskGraph {

    private static final Logger LOG = LoggerFactory.getLogger(TaskGraph.class);
    private static final String EARLY = " early";

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /** How a task ended. */
    enum End {
        DONE,
        /** It needs a person's decision first. */
        HELD,
        FAILED,
        CANCELLED,
        /** Not started, because one that it needs didn't end well. */
        SKIPPED
    }

    /** One ended task; {@code problem} is {@code null} unless it failed. */
    record Ended(String name, End end, Problem problem) {
    }

    /** Work of one task. */
    @FunctionalInterface
    interface Task {
        /**
         * @param early may be run when those that need only {@link #early} of this task can start
         * @return {@code DONE} or {@code HELD}
         */
        End run(Runnable early);
    }

    private static final class Node {
        private final List<String> needs;
        private final Task task;
        private final CompletableFuture<Void> early = new CompletableFuture<>();
        private final CompletableFuture<Void> well = new CompletableFuture<>();

        Node(Collection<String> needs, Task task) {
            this.needs = List.copyOf(needs);
            this.task = task;
        }
    }

    /** Told when a task starts and when it ended, on the task's thread. */
    interface Watcher {
        default void started(String name) {
        }

        default void ended(Ended ended) {
        }
    }

    /** Tells nobody. */
    static final Watcher SILENT = new Watcher() {
    };

    /** The name to need when the early part of a task is enough. */
    static String early(String name) {
        return name + EARLY;
    }

    /** @param needs names of other tasks, or {@link #early} of them; all must be added before {@link #run} */
    void add(String name, Collection<String> needs, Task task) {
        nodes.put(name, new Node(needs, task));
    }

    boolean has(String name) {
        return nodes.containsKey(name);
    }

    /** Runs all tasks; returns when each has ended or can't start. */
    List<Ended> run(Executor executor, Watcher watcher) {
        Map<String, CompletableFuture<Ended>> ends = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            CompletableFuture<?>[] needs = node.needs.stream().map(this::future).toArray(CompletableFuture[]::new);
            ends.put(name, CompletableFuture.allOf(needs).handle((nothing, unmet) -> unmet == null)
                    .thenComposeAsync(met -> CompletableFuture.completedFuture(
                            met ? runOne(name, node, watcher) : skip(name, node, watcher)), executor));
        });
        return ends.values().stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Void> future(String need) {
        boolean early = need.endsWith(EARLY);
        Node node = nodes.get(early ? need.substring(0, need.length() - EARLY.length()) : need);
        if (node == null) {
            throw new IllegalArgumentException("no task " + need);
        }
        return early ? node.early : node.well;
    }

    private Ended runOne(String name, Node node, Watcher watcher) {
        Ended ended = told(attempt(name, node, watcher), watcher);
        settle(node, ended.end() == End.DONE);
        return ended;
    }

    private Ended told(Ended ended, Watcher watcher) {
        try {
            watcher.ended(ended);
            return ended;
        } catch (ProblemException problem) {
            return ended.end() == End.FAILED ? ended : new Ended(ended.name(), End.FAILED, problem.problem());
        } catch (RuntimeException | Error mistake) {
            return failed(ended.name(), mistake);
        }
    }

    private Ended attempt(String name, Node node, Watcher watcher) {
        try {
            watcher.started(name);
            return new Ended(name, node.task.run(() -> node.early.complete(null)), null);
        } catch (CancellationException cancelled) {
            return new Ended(name, End.CANCELLED, null);
        } catch (ProblemException problem) {
            return new Ended(name, End.FAILED, problem.problem());
        } catch (RuntimeException | Error mistake) {
            return failed(name, mistake);
        }
    }

    /** An {@link Error} ends its task only, too: those that wait for it would wait for ever. */
    private static Ended failed(String name, Throwable mistake) {
        LOG.error("{} failed", name, mistake);
        return new Ended(name, End.FAILED, new Problem("Unexpected", "problem.unexpected.cause",
                "problem.unexpected.remedy", List.of(name), "", String.valueOf(mistake), ""));
    }

    private Ended skip(String name, Node node, Watcher watcher) {
        Ended ended = told(new Ended(name, End.SKIPPED, null), watcher);
        settle(node, false);
        return ended;
    }

    private static void settle(Node node, boolean well) {
        if (well) {
            node.early.complete(null);
            node.well.complete(null);
        } else {
            CancellationException unmet = new CancellationException("a task that was needed did not end well");
            node.early.completeExceptionally(unmet);
            node.well.completeExceptionally(unmet);
        }
    }
}
