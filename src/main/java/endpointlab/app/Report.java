package endpointlab.app;

import endpointlab.clock.LabClock;
import endpointlab.cost.Spending;
import endpointlab.lab.CheckResult;
import endpointlab.lab.Identity;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import endpointlab.preflight.PreflightLine;
import endpointlab.preflight.PreflightReport;
import endpointlab.run.WaitInfo;
import endpointlab.run.WorkFound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Tells whoever started a command how it goes: a person in words, a program in JSON. Calls come one at a time. */
interface Report {

    /**
     * A lab is about to be worked on.
     *
     * @param resumed whether it goes on with what is there
     */
    void begin(LabState state, LabClock clock, boolean resumed);

    /** As whom calls are about to be made. */
    void identity(Identity identity);

    /** Something that was looked at before the lab is begun. */
    void preflight(PreflightLine line);

    /** All that can be looked at before has been; for a program, as people were told line by line. */
    default void preflightEnd(PreflightReport found) {
    }

    /** @param millis wall time since the step started */
    void step(int step, StepState.Status status, long millis);

    void resource(String id, String kind, ResourceState state);

    void waiting(WaitInfo wait);

    void waitEnded(String id);

    void check(int step, CheckResult result);

    void problem(Problem problem);

    /** What was asked can't be done; one sentence for each reason. Nothing else is told. */
    void badInput(List<String> sentences);

    /** There is nothing that could be done; said in one sentence. Nothing else is told. */
    void nothingToDo(String sentence);

    /**
     * Something left over.
     *
     * @param perHour US dollars
     */
    record Priced(Leftover left, double perHour) {
    }

    /** What clean-up had to leave. */
    void leftovers(List<Priced> leftovers);

    /** Labs that a sweep found, each with whether it is to be cleaned up. */
    void labs(List<FoundLab> labs);

    /** What looking for something made by hand showed. */
    void work(WorkFound found);

    /** All is left standing, but cleaned up when this much lab time has passed. */
    void keeping(Duration left);

    /** What the lab in the user's account costs now and has cost so far. */
    void spending(Spending spending);

    /** The last thing told, always; or {@link #ended}. */
    void end(End end);

    /** As {@link #end}, but people are told this sentence instead of the usual one. */
    void ended(String sentence, End end);

    /**
     * How a command ended.
     *
     * @param leftover  number of things left after clean-up; empty if it wasn't run
     * @param wallMs    how long it took
     * @param calls     AWS calls by kind
     */
    record End(boolean ok, boolean cancelled, OptionalInt leftover, long wallMs, OptionalLong criticalPathMs,
               Map<String, Integer> calls) {
    }
}
