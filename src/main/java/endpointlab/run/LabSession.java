package endpointlab.run;

import endpointlab.aws.AwsCalls;
import endpointlab.aws.AwsConnection;
import endpointlab.aws.CallRecord;
import endpointlab.aws.CliText;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.lab.CheckSpec;
import endpointlab.lab.KeyFiles;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceGraph;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.resource.Handlers;
import endpointlab.run.MakeCommand.Wish;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One run of a lab: the only writer of its {@link LabState}. Commands return at once and one command runs at a time.
 */
public final class LabSession implements AutoCloseable {

    private static final String CLEAN_UP = "cleanup";

    private final Engine engine;
    private final List<Probe> probes;
    private final CallBook calls;
    private final FieldUses fields;
    private final Commands commands;
    private final Listeners listeners = new Listeners();

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
        this.fields = new FieldUses(parts.lab());
        StateKeeper keeper = new StateKeeper(parts.state(), parts.store(), parts.clock(), listeners);
        AwsCalls calls = new AwsCalls(parts.aws(), parts.clock(), parts.workers(), this::called);
        this.engine = new Engine(parts.lab(), new ResourceGraph(parts.lab()), keeper, calls, new Handlers(),
                parts.keys(), parts.clock(), new Waits(parts.clock(), listeners), parts.workers());
        this.commands = new Commands(engine);
        keeper.correct(new InterruptedSteps(engine)::corrected);
        keeper.correct(state -> Adoption.dated(state, parts.clock().now()));
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
        return commands.busy();
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
     * possible at the same time. Checks of steps that are done are repeated only if something that they look at isn't
     * ready any more.
     *
     * @param accept whether the endpoint's connection request is accepted without asking
     */
    public RunHandle runTo(int number, boolean accept) {
        Set<String> needed = Set.copyOf(engine.graph().neededUpTo(number));
        Set<Integer> steps = engine.lab().steps().stream().filter(step -> !step.group().equals(CLEAN_UP))
                .map(LabStep::number).filter(step -> step <= number).collect(Collectors.toSet());
        return make(spec -> needed.contains(spec.id()), check -> check.step() <= number && !stillHolds(check),
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

    /**
     * Lets SSH in from this address where the lab's rules don't yet, in place of where they let it in from.
     *
     * @param address public IPv4 address
     */
    public RunHandle allowSshFrom(String address) {
        return start(works -> new SshSourceCommand(engine, works, address).run());
    }

    /**
     * Looks for what was made by hand for a step, outside the lab, and compares it with the plan; changes nothing in
     * the cloud.
     *
     * @param found is told of each resource of the step, by another thread
     */
    public RunHandle checkWork(int number, Consumer<WorkFound> found) {
        step(number);
        return start(works -> {
            works.learnAccount();
            new WorkCheck(engine, works).look(number).forEach(found);
            return new RunResult(RunResult.Outcome.DONE, List.of(), List.of());
        });
    }

    /**
     * Takes over what was made by hand for a step, as {@link #checkWork} found it, with the run's tags.
     *
     * @param confirmed AWS ids by resource, as the learner saw and confirmed them
     */
    public RunHandle adoptWork(int number, Map<String, String> confirmed) {
        step(number);
        return start(works -> new AdoptCommand(engine, works).run(number, confirmed));
    }

    /** Whether nothing that uses this field has been made yet. */
    public boolean editable(String fieldKey) {
        return fields.editable(fieldKey, state());
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
        engine.keeper().change(was -> FieldUses.with(was, fieldKey, value));
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
        commands.close();
    }

    private RunHandle make(Predicate<ResourceSpec> resources, Predicate<CheckSpec> checks, Set<Integer> steps,
                           boolean accept) {
        Wish wish = new Wish(engine.lab().resources().stream().filter(resources).toList(),
                engine.lab().checks().stream().filter(checks).toList(), steps, accept);
        return start(works -> new MakeCommand(engine, works, probes, wish).run());
    }

    private RunHandle start(Function<Works, RunResult> command) {
        return commands.start(command);
    }

    private void called(CallRecord call) {
        CallSummary summary = calls.enter(call);
        listeners.tell(listener -> listener.called(summary));
    }

    private boolean stillHolds(CheckSpec check) {
        LabState state = state();
        return state.steps().getOrDefault(check.step(), StepState.OPEN).status() == StepState.Status.DONE
                && engine.graph().withDependencies(engine.graph().dependencies(check)).stream()
                .allMatch(id -> state.resource(id).status() == ResourceStatus.READY);
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
