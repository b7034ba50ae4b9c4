package endpointlab.ui.account;

import endpointlab.clock.Pace;
import endpointlab.lab.Finding;
import endpointlab.lab.Identity;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.preflight.PreflightLine;
import endpointlab.preflight.PreflightListener;
import endpointlab.preflight.PreflightReport;
import endpointlab.settings.LabWishes;
import endpointlab.settings.Settings;
import endpointlab.settings.SettingsRules;
import endpointlab.settings.SshSource;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.AccountDesk.OpenAccount;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Failures;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.LabDesk.NewLab;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The way into an account: whose it is, what was found there, and the start of a lab. To be used on the JavaFX thread.
 */
public final class AccountViewModel {

    private final AppContext context;
    private final AccountDesk desk;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.READING);
    private final ReadOnlyObjectWrapper<AccountDesk.Choices> choices = new ReadOnlyObjectWrapper<>(this, "choices");
    private final ReadOnlyObjectWrapper<Identity> identity = new ReadOnlyObjectWrapper<>(this, "identity");
    private final ReadOnlyObjectWrapper<PreflightLine.Topic> looking = new ReadOnlyObjectWrapper<>(this, "looking");
    private final ReadOnlyObjectWrapper<PreflightReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>(this, "problem");
    private final ObjectProperty<Finding> finding = new SimpleObjectProperty<>(this, "finding");
    private final ObservableList<PreflightLine> lines = FXCollections.observableArrayList();
    private OpenAccount account;
    /** Answers to what was asked before the page was left are not shown any more. */
    private int visit;

    public AccountViewModel(AppContext context, AccountDesk desk) {
        this.context = context;
        this.desk = desk;
    }

    /** How far the way into the account is. */
    public enum Phase {
        /** The computer's profiles are being read. */
        READING,
        /** A profile and a Region can be chosen. */
        CHOOSING,
        /** The account is asked whose it is. */
        ENTERING,
        /** The preflight looks. */
        LOOKING,
        /** It has ended. */
        LOOKED,
        /** The lab is being begun. */
        BEGINNING
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What can be chosen from; {@code null} until that is known. */
    public ReadOnlyObjectProperty<AccountDesk.Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Whose account it is; {@code null} before it is entered. */
    public ReadOnlyObjectProperty<Identity> identityProperty() {
        return identity.getReadOnlyProperty();
    }

    /** What the preflight looks at now; {@code null} if at nothing. */
    public ReadOnlyObjectProperty<PreflightLine.Topic> lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** What the preflight found in all; {@code null} until it has ended. */
    public ReadOnlyObjectProperty<PreflightReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** What was found so far. */
    public ObservableList<PreflightLine> lines() {
        return lines;
    }

    /** What went wrong last; {@code null} if nothing did, or it was dismissed. */
    public ObjectProperty<Problem> problemProperty() {
        return problem;
    }

    /** The setting with which no lab can be started; {@code null} if none. */
    public ObjectProperty<Finding> findingProperty() {
        return finding;
    }

    /** The account that was entered; {@code null} if none is open. */
    public OpenAccount account() {
        return account;
    }

    /** Begins anew: reads the profiles of this computer. */
    public void open() {
        leave();
        phase.set(Phase.READING);
        ask(() -> CompletableFuture.supplyAsync(desk::choices, context.background()), found -> {
            choices.set(found);
            phase.set(Phase.CHOOSING);
        }, Phase.CHOOSING);
    }

    /**
     * Enters the account of a profile in the Region of the settings, and looks at it.
     *
     * @param vpcQuota how many VPCs the account may have there
     */
    public void enter(String profile, int vpcQuota) {
        Settings settings = context.preferences().settings();
        finding.set(new SettingsRules(context.lab()).findings(settings).stream().findFirst().orElse(null));
        if (finding.get() != null) {
            return;
        }
        leave();
        phase.set(Phase.ENTERING);
        // The address in the settings is the practice laptop's; in AWS the real one is looked up.
        NewLab lab = new NewLab(LabState.AWS, settings.region(), Pace.AWS, settings.prefix(),
                LabWishes.values(settings.withSshSource(SshSource.ANYWHERE), context.lab()));
        int now = visit;
        CompletableFuture<OpenAccount> entered = desk.enter(new AccountDesk.Wish(profile, lab,
                settings.sshSource() == SshSource.MY_ADDRESS, vpcQuota));
        entered.whenComplete((open, failure) -> FxThread.run(() -> {
            if (open != null && now != visit) {
                open.close();
            }
        }));
        ask(() -> entered, open -> {
            account = open;
            identity.set(open.identity());
            look();
        }, Phase.CHOOSING);
    }

    /** Looks at the account again. */
    public void look() {
        lines.clear();
        report.set(null);
        problem.set(null);
        phase.set(Phase.LOOKING);
        ask(() -> account.preflight(listener(visit)), found -> {
            looking.set(null);
            lines.setAll(found.lines());
            report.set(found);
            phase.set(Phase.LOOKED);
        }, Phase.LOOKED);
    }

    private PreflightListener listener(int now) {
        return new PreflightListener() {

            @Override
            public void found(PreflightLine line) {
                FxThread.run(() -> {
                    if (now == visit && phase.get() == Phase.LOOKING) {
                        lines.add(line);
                    }
                });
            }

            @Override
            public void looking(PreflightLine.Topic topic) {
                FxThread.run(() -> {
                    if (now == visit && phase.get() == Phase.LOOKING) {
                        looking.set(topic);
                    }
                });
            }
        };
    }

    /** Whether a lab can be begun: the account was looked at and nothing stops it. */
    public boolean canBegin() {
        return phase.get() == Phase.LOOKED && report.get() != null && !report.get().stops();
    }

    /** Begins the lab in the account that is open. */
    public void begin() {
        if (canBegin()) {
            phase.set(Phase.BEGINNING);
            ask(account::begin, context.navigator()::showLab, Phase.LOOKED);
        }
    }

    /** Leaves the account; nothing that is still on its way is shown any more. */
    public void leave() {
        visit++;
        if (account != null) {
            account.close();
            account = null;
        }
        identity.set(null);
        looking.set(null);
        report.set(null);
        lines.clear();
        problem.set(null);
        if (choices.get() != null) {
            phase.set(Phase.CHOOSING);
        }
    }

    private <T> void ask(Supplier<CompletableFuture<T>> question, Consumer<T> then, Phase afterFailure) {
        int now = visit;
        question.get().whenComplete((answer, failure) -> FxThread.run(() -> {
            if (now != visit) {
                return;
            }
            if (failure == null) {
                then.accept(answer);
            } else {
                looking.set(null);
                problem.set(Failures.problemOf(failure));
                phase.set(afterFailure);
            }
        }));
    }
}
