package endpointlab.ui.wizard;

import endpointlab.clock.LabClock;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.RunResult;
import endpointlab.run.WaitInfo;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabObserver;
import endpointlab.ui.wizard.SessionCommands.Run;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wizard without its looks: which step is shown, where all stand, what goes on, what can be done. To be used on
 * the JavaFX thread; commands go to the session in the background, one after another.
 */
public final class WizardModel {

    private static final Logger LOG = LoggerFactory.getLogger(WizardModel.class);

    private final Lab lab;
    private final SessionCommands commands;
    private final LabObserver observer;
    private final Executor inOrder;
    private final StepProgress stepProgress;
    private final ActivityFinder activityFinder;
    private final ActionRules actionRules;
    private final FormModel form;

    private final IntegerProperty currentStep = new SimpleIntegerProperty(this, "currentStep", 1);
    private final BooleanProperty pauseAfterStep = new SimpleBooleanProperty(this, "pauseAfterStep");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress");
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(this, "activity");
    private final ReadOnlyObjectWrapper<Actions> actions = new ReadOnlyObjectWrapper<>(this, "actions");
    private final ReadOnlyObjectWrapper<RunResult> lastResult = new ReadOnlyObjectWrapper<>(this, "lastResult");

    private Run command;
    private boolean cancelWanted;
    private boolean paused;
    private boolean follows;
    private int pausesAfter;
    private Runnable then = () -> { };

    /** @param background runs what may block; must never queue */
    public WizardModel(Lab lab, SessionCommands commands, LabObserver observer, LabClock clock, Executor background) {
        this.lab = lab;
        this.commands = commands;
        this.observer = observer;
        this.inOrder = new InOrder(background);
        this.stepProgress = new StepProgress(lab, clock);
        this.activityFinder = new ActivityFinder(lab);
        this.actionRules = new ActionRules(lab);
        this.form = new FormModel(lab, observer.stateProperty().get(), commands, inOrder, this::showActions);
        tick();
        currentStep.set(firstOpen());
        observer.stateProperty().addListener((property, before, after) -> refresh());
        observer.waits().addListener((ListChangeListener<WaitInfo>) change -> refresh());
        currentStep.addListener((property, before, after) -> refresh());
        pauseAfterStep.addListener((property, before, after) -> pausesAfter = after ? lowestRunning() : 0);
        refresh();
    }

    public Lab lab() {
        return lab;
    }

    public LabState state() {
        return observer.stateProperty().get();
    }

    public LabObserver observer() {
        return observer;
    }

    public FormModel form() {
        return form;
    }

    /** Number of the step that is shown. */
    public IntegerProperty currentStepProperty() {
        return currentStep;
    }

    /** Whether what runs shall stop when the step that it is at is done. */
    public BooleanProperty pauseAfterStepProperty() {
        return pauseAfterStep;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Actions> actionsProperty() {
        return actions.getReadOnlyProperty();
    }

    /** How the last command ended; {@code null} if none has, or one is running. */
    public ReadOnlyObjectProperty<RunResult> lastResultProperty() {
        return lastResult.getReadOnlyProperty();
    }

    /** Shows a step; what runs is no longer followed. */
    public void select(int step) {
        follows = false;
        currentStep.set(Math.max(1, Math.min(lab.steps().size(), step)));
    }

    public void next() {
        select(currentStep.get() + 1);
    }

    public void previous() {
        select(currentStep.get() - 1);
    }

    /** Runs the step that is shown; for the last step see {@link #cleanUp()}. */
    public void runStep() {
        int step = currentStep.get();
        if (actions.get().runStep().enabled() && step < lab.steps().size()) {
            start(false, () -> commands.runStep(step));
        }
    }

    public void runSubstep(String id) {
        Action action = actions.get().substeps().get(id);
        if (action != null && action.enabled()) {
            start(false, () -> commands.runSubstep(id));
        }
    }

    /** Runs all up to the step that is shown; stops where the provider has to accept. */
    public void runTo() {
        int step = currentStep.get();
        if (actions.get().runTo().enabled()) {
            start(false, () -> commands.runTo(step, false));
        }
    }

    /** Runs all before the step that is shown, accepting the connection request, and stays at it. */
    public void prepare() {
        int step = currentStep.get();
        if (actions.get().prepare().enabled()) {
            start(false, () -> commands.runTo(step - 1, true));
        }
    }

    /** Runs all before clean-up, accepting the connection request, and follows what runs. */
    public void runAll() {
        if (actions.get().runAll().enabled()) {
            start(true, () -> commands.runTo(lab.steps().size() - 1, true));
        }
    }

    public void accept() {
        if (actions.get().decide().enabled()) {
            start(false, commands::accept);
        }
    }

    public void reject() {
        if (actions.get().decide().enabled()) {
            start(false, commands::reject);
        }
    }

    /** Deletes all that was made. */
    public void cleanUp() {
        if (!running.get()) {
            currentStep.set(lab.steps().size());
            start(false, commands::cleanUp);
        }
    }

    /** Compares what should be there with the cloud. */
    public void reconcile() {
        if (!running.get()) {
            start(false, commands::reconcile);
        }
    }

    /** Lets SSH in from this address, and does again what failed without it. */
    public void allowSshFrom(String address) {
        if (!running.get()) {
            start(false, () -> commands.allowSshFrom(address), this::tryAgain);
        }
    }

    /** @param next is run when it is done */
    void run(Supplier<Run> command, Runnable next) {
        if (!running.get()) {
            start(false, command, next);
        }
    }

    /** Does again what failed: the step that is shown, or clean-up. */
    public void tryAgain() {
        if (currentStep.get() == lab.steps().size()) {
            cleanUp();
        } else if (actions.get().runStep().enabled()) {
            runStep();
        } else {
            runTo();
        }
    }

    /** Stops what runs; what AWS is making at the moment is finished and kept. */
    public void cancel() {
        if (running.get()) {
            cancelWanted = true;
            if (command != null) {
                command.cancel().run();
            }
        }
    }

    /** Time has passed. */
    public void tick() {
        progress.set(stepProgress.of(state(), observer.waits().stream().map(WaitInfo::id)
                .collect(Collectors.toSet())));
    }

    private void start(boolean follow, Supplier<Run> command) {
        start(follow, command, () -> { });
    }

    /** @param next what to do when it is done */
    private void start(boolean follow, Supplier<Run> command, Runnable next) {
        then = next;
        running.set(true);
        lastResult.set(null);
        cancelWanted = false;
        paused = false;
        follows = follow;
        refresh();
        inOrder.execute(() -> {
            try {
                Run run = command.get();
                FxThread.run(() -> started(run));
                run.result().whenComplete((result, mistake) -> FxThread.run(() -> ended(result, mistake)));
            } catch (RuntimeException refused) {
                FxThread.run(() -> ended(null, refused));
            }
        });
    }

    private void started(Run run) {
        command = run;
        if (cancelWanted) {
            run.cancel().run();
        }
    }

    private void ended(RunResult result, Throwable mistake) {
        if (mistake != null) {
            LOG.error("a command of the session failed", mistake);
        }
        command = null;
        running.set(false);
        paused = pausesAfter > 0 && result != null && result.outcome() == RunResult.Outcome.CANCELLED;
        pauseAfterStep.set(false);
        lastResult.set(result);
        showWhereNeeded(result);
        refresh();
        Runnable next = then;
        then = () -> { };
        if (result != null && result.outcome() == RunResult.Outcome.DONE) {
            next.run();
        }
    }

    /** Goes to where the learner is needed: the first step that failed, or the one that asks the provider. */
    private void showWhereNeeded(RunResult result) {
        if (result != null && result.outcome() == RunResult.Outcome.WAITING_FOR_ACCEPTANCE) {
            Acceptance.pending(lab, state()).ifPresent(spec -> currentStep.set(spec.step()));
        }
        if (result != null && result.outcome() == RunResult.Outcome.FAILED) {
            tick();
            progress.get().steps().stream()
                    .filter(step -> step.status() == ResourceStatus.FAILED)
                    .findFirst().ifPresent(step -> currentStep.set(step.number()));
        }
    }

    private void refresh() {
        form.follow(state(), running.get());
        tick();
        int step = currentStep.get();
        activity.set(activityFinder.find(state(), observer.waits(), running.get(), step, lastResult.get(), paused));
        showActions();
        pauseIfDue();
        if (follows && running.get() && lowestRunning() > 0) {
            currentStep.set(lowestRunning());
        }
    }

    private void showActions() {
        actions.set(actionRules.of(state(), progress.get(), running.get(), currentStep.get(),
                form.invalidSteps()));
    }

    private void pauseIfDue() {
        if (pausesAfter == 0 && pauseAfterStep.get()) {
            pausesAfter = lowestRunning();
        }
        if (running.get() && pausesAfter > 0 && progress.get().step(pausesAfter).done() && !cancelWanted) {
            cancel();
        }
    }

    private int lowestRunning() {
        return state().steps().entrySet().stream()
                .filter(step -> step.getValue().status() == StepState.Status.RUNNING)
                .mapToInt(Map.Entry::getKey).min().orElse(0);
    }

    private int firstOpen() {
        return progress.get().steps().stream().filter(step -> !step.done()).mapToInt(StepSummary::number)
                .findFirst().orElse(lab.steps().size());
    }
}
