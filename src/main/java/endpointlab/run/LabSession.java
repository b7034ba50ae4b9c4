package endpointlab.run;

import endpointlab.aws.AwsCalls;
import endpointlab.aws.AwsConnection;
import endpointlab.aws.CallRecord;
import endpointlab.aws.CliText;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.Input;
import endpointlab.lab.KeyFiles;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceGraph;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.resource.Handlers;
import endpointlab.run.MakeCommand.Wish;
import endpointlab.run.RunResult.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a lab: the only writer of its {@link LabState}. Commands return at once and one command runs at a time.
 */
public final class LabSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LabSession.class);
    private static final String CLEAN_UP = "cleanup";
    /** Longer than the longest a call can take. */
    private static final int CLOSE_SECONDS = 75;

    private final Engine engine;
    private final List<Probe> probes;
    private final CallBook calls;
    private final Map<String, Set<String>> fieldUsers;
    private final Listeners listeners = new Listeners();
    private final AtomicReference<RunHandle> current = new AtomicReference<>();

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
        this.probes = List.copyOf(parts.probes());
        this.calls = new CallBook(parts.state().region());
        this.fieldUsers = usersOfFields(parts.lab());
        StateKeeper keeper = new StateKeeper(parts.state(), parts.store(), parts.clock(), listeners);
        AwsCalls calls = new AwsCalls(parts.aws(), parts.clock(), parts.workers(), this::called);
        this.engine = new Engine(parts.lab(), new ResourceGraph(parts.lab()), keeper, calls, new Handlers(),
                parts.keys(), parts.clock(), new Waits(parts.clock(), listeners), parts.workers());
        keeper.correct(new InterruptedSteps(engine)::corrected);
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
        return engine.lab();
    }

    /** The state as last saved. */
    public LabState state() {
        return engine.keeper().state();
    }

    public void addListener(LabListener listener) {
        listeners.add(listener);
    }

    public void removeListener(LabListener listener) {
        listeners.remove(listener);
    }

    /** Whether a command is running. */
    public boolean busy() {
        RunHandle running = current.get();
        return running != null && !running.isDone();
    }

    /**
     * Makes and checks what step {@code number} consists of; the last step is {@link #cleanUp()}.
     *
     * @throws IllegalStateException    if a command is running
     * @throws IllegalArgumentException if the lab has no such step
     */
    public RunHandle runStep(int number) {
        if (step(number).group().equals(CLEAN_UP)) {
            return cleanUp();
        }
        return make(spec -> spec.step() == number, check -> check.step() == number, Set.of(number), false);
    }

    /** As {@link #runStep} for one part of a step, such as {@code 7.2}. */
    public RunHandle runSubstep(String id) {
        int number = engine.lab().steps().stream()
                .filter(step -> step.substeps().stream().anyMatch(part -> part.id().equals(id)))
                .mapToInt(LabStep::number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sub-step " + id));
        return make(spec -> id.equals(spec.substep()), check -> id.equals(check.substep()), Set.of(number), false);
    }

    /**
     * Makes and checks what the steps up to {@code number} (at most the last before clean-up) need, as much as
     * possible at the same time. Checks of steps that are done are not repeated.
     *
     * @param accept whether the endpoint's connection request is accepted without asking
     */
    public RunHandle runTo(int number, boolean accept) {
        Set<String> needed = Set.copyOf(engine.graph().neededUpTo(number));
        Set<Integer> steps = engine.lab().steps().stream().filter(step -> !step.group().equals(CLEAN_UP))
                .map(LabStep::number).filter(step -> step <= number).collect(Collectors.toSet());
        return make(spec -> needed.contains(spec.id()), check -> check.step() <= number && !isDone(check.step()),
                steps, accept);
    }

    /** All steps before clean-up, as much as possible at the same time; accepts the connection request by itself. */
    public RunHandle runAll() {
        return runTo(cleanUpStep() - 1, true);
    }

    /** As the provider, accepts the endpoint's connection request and waits until the endpoint is available. */
    public RunHandle accept() {
        Set<String> decisions = Decisions.of(engine).stream().map(ResourceSpec::id).collect(Collectors.toSet());
        Set<Integer> steps = Decisions.of(engine).stream().map(ResourceSpec::step).collect(Collectors.toSet());
        return make(spec -> decisions.contains(spec.id()), check -> false, steps, true);
    }

    /** As the provider, rejects the endpoint's connection request; running its step again makes a new request. */
    public RunHandle reject() {
        return start(works -> new Decisions(engine, works).reject());
    }

    /** Deletes all that the run made, from whatever point it is at, then proves that nothing is left. */
    public RunHandle cleanUp() {
        return start(works -> new CleanUpCommand(engine, works, cleanUpStep()).run());
    }

    /** Compares what should be ready with the cloud; what is gone or changed becomes {@code DRIFTED}. */
    public RunHandle reconcile() {
        return start(works -> new Reconciler(engine, works).run());
    }

    /** Whether nothing that uses this field has been made yet. */
    public boolean editable(String fieldKey) {
        return fieldUsers.getOrDefault(fieldKey, Set.of()).stream().allMatch(specId -> {
            ResourceState state = engine.keeper().resource(specId);
            return !state.mayExist() || state.status() == ResourceStatus.FAILED && state.awsId() == null;
        });
    }

    /**
     * Sets a field; the value is not validated here.
     *
     * @param value {@code null} for the lab's own
     * @throws IllegalStateException if it is not {@link #editable}, or a command is running
     */
    public void setValue(String fieldKey, String value) {
        if (busy() || !editable(fieldKey)) {
            throw new IllegalStateException(fieldKey + " can't be changed now");
        }
        engine.keeper().change(was -> {
            Map<String, String> values = new LinkedHashMap<>(was.values());
            if (value == null) {
                values.remove(fieldKey);
            } else {
                values.put(fieldKey, value);
            }
            return new LabState(was.schema(), was.labId(), was.runId(), was.mode(), was.region(), was.accountId(),
                    was.seed(), was.prefix(), values, was.resources(), was.steps(), was.createdAt(),
                    was.changedAt());
        });
    }

    /**
     * The AWS CLI commands that make a resource, from the very request that is sent; calls nothing.
     *
     * @param specId resource in the lab
     * @return in order; ids that aren't known yet are named as shell variables, such as {@code $SERVICE_VPC_ID}
     */
    public List<String> cliCommands(String specId) {
        return CliText.of(new CreationRequests(lab(), state()).of(specId), state().region());
    }

    /** What was sent and answered in a call; empty if it was too long ago. */
    public Optional<CallExchange> exchange(CallSummary call) {
        return calls.read(call);
    }

    /**
     * What a probe of one of the lab's checks would be told now, for looking around beyond the check itself.
     *
     * @throws IllegalArgumentException if the lab has no such check, or what it needs isn't made yet
     */
    public ProbeRequest probeRequest(String checkId, Cancellation cancellation) {
        CheckSpec check = lab().checks().stream().filter(each -> each.id().equals(checkId)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check " + checkId));
        return new CheckRunner(engine, probes, cancellation).request(check);
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

    private RunHandle make(Predicate<ResourceSpec> resources, Predicate<CheckSpec> checks, Set<Integer> steps,
                           boolean accept) {
        Wish wish = new Wish(engine.lab().resources().stream().filter(resources).toList(),
                engine.lab().checks().stream().filter(checks).toList(), steps, accept);
        return start(works -> new MakeCommand(engine, works, probes, wish).run());
    }

    private RunHandle start(Function<Works, RunResult> command) {
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

    private void run(Function<Works, RunResult> command, Works works, CompletableFuture<RunResult> result) {
        try {
            works.cancellation().await(engine.calls().settled());
            result.complete(command.apply(works));
        } catch (CancellationException cancelled) {
            result.complete(new RunResult(Outcome.CANCELLED, List.of(), List.of()));
        } catch (ProblemException problem) {
            result.complete(new RunResult(Outcome.FAILED, List.of(problem.problem()), List.of()));
        } catch (RuntimeException | ExecutionException mistake) {
            LOG.error("a command failed", mistake);
            result.complete(new RunResult(Outcome.FAILED, List.of(new Problem("Unexpected",
                    "problem.unexpected.cause", "problem.unexpected.remedy", List.of(""), "",
                    String.valueOf(mistake), "")), List.of()));
        }
    }

    private void called(CallRecord call) {
        CallSummary summary = calls.enter(call);
        listeners.tell(listener -> listener.called(summary));
    }

    /** Ids of the resources that use a field, by its key. */
    private static Map<String, Set<String>> usersOfFields(Lab lab) {
        Map<String, Set<String>> users = new HashMap<>();
        for (ResourceSpec spec : lab.resources()) {
            for (String text : spec.inputs().values()) {
                if (Input.parse(text) instanceof Input.FieldReference field) {
                    users.computeIfAbsent(field.key(), key -> new LinkedHashSet<>()).add(spec.id());
                }
            }
        }
        return users;
    }

    private boolean isDone(int step) {
        return state().steps().getOrDefault(step, StepState.OPEN).status() == StepState.Status.DONE;
    }

    private LabStep step(int number) {
        return engine.lab().steps().stream().filter(step -> step.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + number));
    }

    private int cleanUpStep() {
        return engine.lab().steps().stream().filter(step -> step.group().equals(CLEAN_UP))
                .mapToInt(LabStep::number).findFirst().orElse(Integer.MAX_VALUE);
    }
}
