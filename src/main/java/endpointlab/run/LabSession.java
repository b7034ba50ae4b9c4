package endpointlab.run;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.lab.KeyFiles;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceState;
import endpointlab.lab.StepState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * One run of a lab: the only writer of its {@link LabState}. Commands return at once and one command runs at a time.
 */
public final class LabSession implements AutoCloseable {

    /**
     * What a session works with; closing the session closes none of it.
     *
     * @param state   of the run so far; see {@link #newState}
     * @param workers runs whatever blocks; must never queue (a cached pool of daemon threads)
     * @param clock   lab time, the same that the practice cloud runs on if there is one
     */
    public record Parts(Lab lab, LabState state, StateStore store, AwsConnection aws, KeyFiles keys,
                        List<Probe> probes, LabClock clock, ExecutorService workers) {
    }

    public LabSession(Parts parts) {
    }

    /**
     * The state of a run in which nothing has happened yet.
     *
     * @param runId 8 lower-case letters and digits
     * @param mode  {@code practice} or {@code aws}
     */
    public static LabState newState(Lab lab, String runId, String mode, String region, long seed, String prefix,
                                    Map<String, String> values) {
        Map<String, ResourceState> resources = new LinkedHashMap<>();
        lab.resources().forEach(spec -> resources.put(spec.id(), ResourceState.notMade(spec.id())));
        Map<Integer, StepState> steps = new LinkedHashMap<>();
        lab.steps().forEach(step -> steps.put(step.number(), StepState.OPEN));
        Instant now = Instant.now();
        return new LabState(LabState.SCHEMA, lab.id(), runId, mode, region, "", seed, prefix, values, resources,
                steps, now, now);
    }

    public Lab lab() {
        throw new UnsupportedOperationException();
    }

    /** The state as last saved. */
    public LabState state() {
        throw new UnsupportedOperationException();
    }

    public void addListener(LabListener listener) {
        throw new UnsupportedOperationException();
    }

    public void removeListener(LabListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Whether a command is running. */
    public boolean busy() {
        throw new UnsupportedOperationException();
    }

    /** Makes and checks what step {@code number} consists of; step 17 is {@link #cleanUp()}. */
    public RunHandle runStep(int number) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #runStep} for one part of a step, such as {@code 7.2}. */
    public RunHandle runSubstep(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes and checks what the steps up to {@code number} (at most 16) need, as much as possible at the same time.
     *
     * @param accept whether the endpoint's connection request is accepted without asking
     */
    public RunHandle runTo(int number, boolean accept) {
        throw new UnsupportedOperationException();
    }

    /** Steps 1 to 16, as much as possible at the same time; accepts the connection request by itself. */
    public RunHandle runAll() {
        return runTo(16, true);
    }

    /** As the provider, accepts the endpoint's connection request and waits until the endpoint is available. */
    public RunHandle accept() {
        throw new UnsupportedOperationException();
    }

    /** As the provider, rejects the endpoint's connection request; running step 15 again makes a new request. */
    public RunHandle reject() {
        throw new UnsupportedOperationException();
    }

    /** Deletes all that the run made, from whatever point it is at, then proves that nothing is left. */
    public RunHandle cleanUp() {
        throw new UnsupportedOperationException();
    }

    /** Compares what should be ready with the cloud; what is gone or changed becomes {@code DRIFTED}. */
    public RunHandle reconcile() {
        throw new UnsupportedOperationException();
    }

    /** Whether nothing that uses this field has been made yet. */
    public boolean editable(String fieldKey) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets a field; the value is not validated here.
     *
     * @param value {@code null} for the lab's own
     * @throws IllegalStateException if it is not {@link #editable}, or a command is running
     */
    public void setValue(String fieldKey, String value) {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until AWS calls in flight have ended and what they made is saved. A running command is cancelled first.
     */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
