package endpointlab.ui.sweep;

import endpointlab.lab.Problem;
import endpointlab.ui.shared.AccountDesk.OpenAccount;
import endpointlab.ui.shared.AccountDesk.Sweeping;
import endpointlab.ui.shared.Failures;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LeftLab;
import endpointlab.ui.shared.SweepListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The labs that are left in an account, and the clean-up of chosen ones. To be used on the JavaFX thread. */
public final class SweepViewModel {

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.CLOSED);
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>(this, "problem");
    private final ObservableList<SweepRow> rows = FXCollections.observableArrayList();
    private final FilteredList<SweepRow> filtered = new FilteredList<>(rows);
    private final ObservableList<SweepRow> found = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<SweepRow> shown = FXCollections.unmodifiableObservableList(filtered);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen");
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(this, "stopping");
    private final StringProperty owner = new SimpleStringProperty(this, "owner", "");
    private final IntegerProperty days = new SimpleIntegerProperty(this, "days");
    private OpenAccount account;
    private Sweeping sweeping;
    private boolean changed;
    /** Answers to what was asked before the account was left are not shown any more. */
    private int visit;

    public SweepViewModel() {
        owner.addListener((property, before, after) -> filter());
        days.addListener((property, before, after) -> filter());
    }

    /** What goes on. */
    public enum Phase {
        /** No account is open. */
        CLOSED,
        /** Labs are looked for. */
        LOOKING,
        /** They have been found. */
        FOUND,
        /** They could not be looked for. */
        FAILED,
        /** Chosen ones are cleaned up. */
        CLEANING
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What went wrong last; {@code null} if nothing did, or it was dismissed. */
    public ObjectProperty<Problem> problemProperty() {
        return problem;
    }

    /** All labs that were found. */
    public ObservableList<SweepRow> rows() {
        return found;
    }

    /** Those that the filters let through; only they can be chosen. */
    public ObservableList<SweepRow> shown() {
        return shown;
    }

    /** How many are chosen. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether clean-up was cancelled, but something is still under way. */
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    /** How the owner's prefix must begin; empty for any. */
    public StringProperty ownerProperty() {
        return owner;
    }

    /** How many days old a lab must be at least; with more than 0, one of unknown age is never shown. */
    public IntegerProperty daysProperty() {
        return days;
    }

    /** Whether anything was tried to be cleaned up since the account was opened. */
    public boolean hasChanged() {
        return changed;
    }

    /** Looks for the labs in an account. */
    public void open(OpenAccount entered) {
        leave();
        account = entered;
        look();
    }

    /** Looks for them again. */
    public void look() {
        rows.clear();
        count();
        problem.set(null);
        phase.set(Phase.LOOKING);
        then(account.labs(), this::found, failure -> {
            problem.set(Failures.problemOf(failure));
            phase.set(Phase.FAILED);
        });
    }

    private void found(List<LeftLab> labs) {
        rows.setAll(labs.stream().map(SweepRow::new).toList());
        rows.forEach(row -> row.chosenProperty().addListener((property, before, after) -> count()));
        filter();
        phase.set(Phase.FOUND);
    }

    /** Chooses all that are shown, or none. */
    public void chooseAll(boolean all) {
        shown.forEach(row -> row.chosenProperty().set(all && !row.isGone()));
    }

    private void filter() {
        filtered.setPredicate(row -> row.lab().isOf(owner.get())
                && (days.get() <= 0 || row.lab().isOlderThan(Duration.ofDays(days.get()))));
        rows.stream().filter(row -> !shown.contains(row)).forEach(row -> row.chosenProperty().set(false));
        count();
    }

    private void count() {
        chosen.set((int) rows.stream().filter(row -> row.chosenProperty().get()).count());
    }

    /** Cleans up what is chosen. */
    public void cleanUp() {
        List<SweepRow> now = rows.stream().filter(row -> row.chosenProperty().get()).toList();
        if (phase.get() != Phase.FOUND || now.isEmpty()) {
            return;
        }
        changed = true;
        problem.set(null);
        now.forEach(SweepRow::queue);
        phase.set(Phase.CLEANING);
        sweeping = account.sweep(now.stream().map(row -> row.lab().runId()).toList(), listener(visit));
        then(sweeping.ended(), nothing -> ended(), failure -> {
            problem.set(Failures.problemOf(failure));
            ended();
        });
    }

    private void ended() {
        sweeping = null;
        stopping.set(false);
        rows.forEach(SweepRow::unqueue);
        phase.set(Phase.FOUND);
    }

    /** Begins nothing more. */
    public void cancel() {
        if (sweeping != null) {
            stopping.set(true);
            sweeping.cancel();
        }
    }

    /** Shows nothing of the account any more; whoever closes that ends what is under way. */
    public void leave() {
        visit++;
        account = null;
        sweeping = null;
        stopping.set(false);
        changed = false;
        rows.clear();
        count();
        problem.set(null);
        phase.set(Phase.CLOSED);
    }

    private SweepListener listener(int now) {
        return new SweepListener() {

            @Override
            public void progress(String runId, Progress progress) {
                row(runId, now, row -> row.progress(progress));
            }

            @Override
            public void ended(String runId, End end) {
                row(runId, now, row -> row.ended(end));
            }
        };
    }

    private void row(String runId, int then, Consumer<SweepRow> tell) {
        FxThread.run(() -> {
            if (then == visit) {
                rows.stream().filter(row -> row.lab().runId().equals(runId)).forEach(tell);
            }
        });
    }

    private <T> void then(CompletableFuture<T> asked, Consumer<T> answered, Consumer<Throwable> failed) {
        int now = visit;
        asked.whenComplete((answer, failure) -> FxThread.run(() -> {
            if (now != visit) {
                return;
            }
            if (failure == null) {
                answered.accept(answer);
            } else {
                failed.accept(failure);
            }
        }));
    }
}
