package endpointlab.ui.start;

import endpointlab.clock.Pace;
import endpointlab.cost.LabCost;
import endpointlab.lab.Finding;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.settings.LabWishes;
import endpointlab.settings.Settings;
import endpointlab.settings.SettingsRules;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Failures;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabDesk;
import endpointlab.ui.shared.LabDesk.LabSummary;
import endpointlab.ui.shared.LabDesk.NewLab;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the start page shows and what can be done there. To be used on the JavaFX thread. */
public final class StartViewModel {

    private static final String PRACTICE = "practice";

    private final AppContext context;
    private final LabDesk desk;
    private final LabCost cost;
    private final SettingsRules rules;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.LOADING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final BooleanProperty inAws = new SimpleBooleanProperty(this, "inAws");
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>(this, "problem");
    private final ObjectProperty<Finding> finding = new SimpleObjectProperty<>(this, "finding");
    private final ObservableList<LabOverview> unfinished = FXCollections.observableArrayList();
    private final ObservableList<LabOverview> finished = FXCollections.observableArrayList();
    private final ObservableList<LabSummary> damaged = FXCollections.observableArrayList();

    public StartViewModel(AppContext context, LabDesk desk) {
        this.context = context;
        this.desk = desk;
        this.cost = new LabCost(context.lab(), context.prices());
        this.rules = new SettingsRules(context.lab());
    }

    /** Whether the labs on this computer are known. */
    public enum Phase {
        LOADING, READY,
        /** They could not be read; {@link #problemProperty()} says why. */
        FAILED
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Whether a lab is being opened, started or removed; nothing else can be begun meanwhile. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What went wrong last; {@code null} if nothing did, or it was dismissed. */
    public ObjectProperty<Problem> problemProperty() {
        return problem;
    }

    /** The setting with which no lab can be started; {@code null} if none. */
    public ObjectProperty<Finding> findingProperty() {
        return finding;
    }

    /** Labs to go on with, the one changed last first. */
    public ObservableList<LabOverview> unfinished() {
        return unfinished;
    }

    public ObservableList<LabOverview> finished() {
        return finished;
    }

    /** Labs whose file can't be used. */
    public ObservableList<LabSummary> damaged() {
        return damaged;
    }

    /** Dollars per hour of the whole lab in the Region chosen; empty if we don't know its prices. */
    public OptionalDouble perHourComplete() {
        Settings settings = context.preferences().settings();
        return cost.perHourComplete(settings.region(), LabWishes.values(settings, context.lab()));
    }

    /** Looks again at the labs on this computer. */
    public void load() {
        phase.set(Phase.LOADING);
        problem.set(null);
        CompletableFuture.supplyAsync(desk::labs, context.background()).whenComplete((labs, failure) ->
                FxThread.run(() -> {
                    if (failure == null) {
                        show(labs);
                        phase.set(Phase.READY);
                    } else {
                        problem.set(Failures.problemOf(failure));
                        phase.set(Phase.FAILED);
                    }
                }));
    }

    /** Opens a lab where it was left. */
    public void continueLab(String runId) {
        perform(() -> desk.open(runId), context.navigator()::showLab);
    }

    /** Opens a lab, starts to delete all that it made and shows how that goes. */
    public void cleanUp(String runId) {
        perform(() -> desk.open(runId), open -> {
            open.session().cleanUp();
            context.navigator().showLab(open);
        });
    }

    /** Removes the record of a lab of which nothing is left. */
    public void forget(String runId) {
        perform(() -> desk.forget(runId), nothing -> load());
    }

    /** Whether a new lab shall be begun in the user's own account. */
    public BooleanProperty inAwsProperty() {
        return inAws;
    }

    /** Begins a new lab in the mode that is chosen; in AWS mode the account comes first. */
    public void begin() {
        if (inAws.get()) {
            context.navigator().showAccount();
        } else {
            startPractice();
        }
    }

    /** Starts a new lab in practice mode with what the settings say; never while something is under way. */
    public void startPractice() {
        Settings settings = context.preferences().settings();
        finding.set(rules.findings(settings).stream().findFirst().orElse(null));
        if (finding.get() == null) {
            NewLab wish = new NewLab(PRACTICE, settings.region(), Pace.parse(settings.pace()), settings.prefix(),
                    LabWishes.values(settings, context.lab()));
            perform(() -> desk.start(wish), context.navigator()::showLab);
        }
    }

    private void show(List<LabSummary> labs) {
        List<LabOverview> usable = labs.stream().filter(lab -> lab.state() != null)
                .map(lab -> overview(lab.state())).toList();
        unfinished.setAll(usable.stream().filter(lab -> !lab.state().finished()).toList());
        finished.setAll(usable.stream().filter(lab -> lab.state().finished()).toList());
        damaged.setAll(labs.stream().filter(lab -> lab.state() == null).toList());
        labs.stream().filter(lab -> lab.state() != null && lab.damaged() != null).findFirst()
                .ifPresent(mended -> problem.set(mended.damaged()));
    }

    private LabOverview overview(LabState state) {
        return LabOverview.of(context.lab(), state, cost);
    }

    private <T> void perform(Supplier<CompletableFuture<T>> command, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(null);
        CompletableFuture.supplyAsync(command, context.background()).thenCompose(future -> future)
                .whenComplete((result, failure) -> FxThread.run(() -> {
                    busy.set(false);
                    if (failure == null) {
                        then.accept(result);
                    } else {
                        problem.set(Failures.problemOf(failure));
                    }
                }));
    }
}
