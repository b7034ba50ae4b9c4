package endpointlab.app;

import endpointlab.cost.LabCost;
import endpointlab.cost.PriceTable;
import endpointlab.cost.Spending;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.run.RunResult;
import endpointlab.store.LabHome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a lab, lets it work, and tells how that ended: what {@code run} and {@code cleanup} have in common. */
final class LabWork {

    private static final Logger LOG = LoggerFactory.getLogger(LabWork.class);
    private static final int LAST_MAKING_STEP = 16;

    private final Surroundings around;
    private final Report report;
    private final RunReporter reporter;
    private final Lab lab;
    private final long started = System.nanoTime();
    private OptionalLong criticalPath = OptionalLong.empty();
    private OptionalInt leftover = OptionalInt.empty();

    /**
     * What to do.
     *
     * @param name    of the command, as it is typed
     * @param upTo    number of the last step to make; 0 for none
     * @param cleanUp whether to clean up then
     * @param life    after which all is cleaned up, whatever else was asked; empty for no limit
     * @param edit    changes values before anything is done
     * @param sshFrom address to let SSH in from
     */
    record Task(String name, int upTo, boolean cleanUp, Optional<Duration> life, Consumer<LabAtWork> edit,
                Optional<String> sshFrom) {

        /** Only cleans up. */
        static Task cleaningUp(String name) {
            return new Task(name, 0, true, Optional.empty(), open -> { }, Optional.empty());
        }
    }

    LabWork(Surroundings around, Report report, Lab lab) {
        this.around = around;
        this.report = report;
        this.reporter = new RunReporter(lab, report);
        this.lab = lab;
    }

    /**
     * How the work on one lab ended.
     *
     * @param exit the exit code
     */
    record Ended(Report.End end, int exit) {
    }

    /** @return the exit code */
    int run(LabShelf shelf, LabState state, boolean resumed, LabAtWork.Way way, Task task) {
        Ended ended = attempt(shelf, state, resumed, way, task);
        report.end(ended.end());
        return ended.exit();
    }

    /** As {@link #run}, but the end isn't told yet: there may be more labs to work on. */
    Ended attempt(LabShelf shelf, LabState state, boolean resumed, LabAtWork.Way way, Task task) {
        RunResult result;
        around.logTo().accept(shelf.home().log());
        shelf.problems().forEach(report::problem);
        try (LabAtWork open = LabAtWork.open(around, shelf, lab, state, way, "endpointlab " + task.name())) {
            task.edit().accept(open);
            report.begin(state, open.cloud().clock(), resumed);
            open.session().addListener(reporter);
            result = work(open, task, resumed);
            tellSpending(open);
            criticalPath = open.criticalPathMillis();
        } catch (ProblemException failure) {
            LOG.warn("the lab could not work", failure);
            result = new RunResult(RunResult.Outcome.FAILED, List.of(failure.problem()), List.of());
        } catch (BadInput bad) {
            throw bad;
        } catch (RuntimeException mistake) {
            LOG.error("a mistake in the program", mistake);
            result = new RunResult(RunResult.Outcome.FAILED, List.of(unexpected(mistake, shelf.home())), List.of());
        }
        return tell(state.region(), result);
    }

    static Problem unexpected(RuntimeException mistake, LabHome home) {
        return new Problem("Unexpected", "terminal.unexpected.cause", "terminal.unexpected.remedy",
                List.of(mistake.getClass().getSimpleName(), home.log().toString()), "",
                Objects.requireNonNullElse(mistake.getMessage(), ""), "");
    }

    /** Tells that a command failed before a lab could work. */
    static int failed(Report report, Problem problem) {
        report.problem(problem);
        report.end(new Report.End(false, false, OptionalInt.empty(), 0, OptionalLong.empty(), Map.of()));
        return ExitCode.FAILED;
    }

    private RunResult work(LabAtWork open, Task task, boolean resumed) {
        Optional<Deadline> deadline = task.life().map(life ->
                Deadline.of(life, open.session().state(), open.cloud().clock().now()));
        RunResult made = make(open, task, resumed, deadline);
        boolean expired = deadline.map(end -> end.passed(open.cloud().clock().now())).orElse(false);
        if (expired && !made.ok()) {
            return asTooLate(cleanUp(open), made);
        }
        if (made.ok() && !task.cleanUp() && deadline.isPresent()) {
            report.keeping(deadline.get().left(open.cloud().clock().now()));
            return open.restUntil(deadline.get()) ? cleanUp(open)
                    : new RunResult(RunResult.Outcome.CANCELLED, List.of(), List.of());
        }
        return made.ok() && task.cleanUp() ? cleanUp(open) : made;
    }

    /** What was changed outside since the last time is put right on the way. */
    private static RunResult make(LabAtWork open, Task task, boolean resumed, Optional<Deadline> deadline) {
        RunResult result = new RunResult(RunResult.Outcome.DONE, List.of(), List.of());
        if (task.upTo() > 0 && resumed) {
            result = open.await(open.session().reconcile(), deadline);
        }
        if (result.ok() && task.sshFrom().isPresent()) {
            result = open.await(open.session().allowSshFrom(task.sshFrom().get()), deadline);
        }
        if (result.ok() && task.upTo() > 0) {
            result = open.await(open.session().runTo(Math.min(task.upTo(), LAST_MAKING_STEP), true), deadline);
        }
        return result;
    }

    private RunResult cleanUp(LabAtWork open) {
        RunResult result = open.await(open.session().cleanUp());
        leftover = open.leftover(result);
        return result;
    }

    private static RunResult asTooLate(RunResult cleanUp, RunResult made) {
        List<Problem> problems = new ArrayList<>(made.problems());
        problems.add(new Problem("MaxHoursReached", "terminal.max-hours.cause", "terminal.max-hours.remedy",
                List.of(), "", "", ""));
        problems.addAll(cleanUp.problems());
        return new RunResult(cleanUp.ok() ? RunResult.Outcome.FAILED : cleanUp.outcome(), problems,
                cleanUp.leftovers());
    }

    private void tellSpending(LabAtWork open) {
        LabState now = open.session().state();
        if (now.inAws()) {
            Spending.of(lab, now, PriceTable.load(), open.cloud().clock().now()).ifPresent(report::spending);
        }
    }

    private Ended tell(String region, RunResult result) {
        result.problems().stream().distinct().forEach(report::problem);
        LabCost cost = new LabCost(lab, PriceTable.load());
        report.leftovers(result.leftovers().stream().map(left -> new Report.Priced(left,
                cost.perHour(region, List.of(left)).orElse(0))).toList());
        boolean cancelled = result.outcome() == RunResult.Outcome.CANCELLED;
        Report.End end = new Report.End(result.ok(), cancelled, leftover,
                Duration.ofNanos(System.nanoTime() - started).toMillis(), criticalPath, reporter.calls());
        return new Ended(end, switch (result.outcome()) {
            case DONE, WAITING_FOR_ACCEPTANCE -> ExitCode.DONE;
            case FAILED -> ExitCode.FAILED;
            case LEFT_OVER -> ExitCode.LEFT_OVER;
            case CANCELLED -> ExitCode.CANCELLED;
        });
    }
}
