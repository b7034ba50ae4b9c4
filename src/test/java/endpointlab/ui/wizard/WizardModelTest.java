package endpointlab.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.i18n.Language;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.RunResult;
import endpointlab.run.WaitInfo;
import endpointlab.ui.shared.LabObserver;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.wizard.Activity.Kind;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WizardModelTest {

    private static final Problem PROBLEM = new Problem("VpcLimitExceeded", "problem.curl-failed.cause",
            "problem.curl-failed.remedy", List.of("a", "b"), "CreateVpc", "", "");

    private final LabClock clock = LabClock.startingNow(Pace.AWS);
    private LabStates states;
    private FakeSession session;
    private WizardModel model;

    @BeforeEach
    void start() {
        states = new LabStates(clock.now());
        open(states.fresh());
    }

    private void open(LabState state) {
        session = new FakeSession(state);
        onFx(() -> {
            LabObserver observer = new LabObserver(state);
            session.listener = observer;
            model = new WizardModel(LabStates.LAB, session, observer, clock, Runnable::run);
        });
    }

    private static void onFx(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, task);
    }

    private Action runStep() {
        return model.actionsProperty().get().runStep();
    }

    @Test
    void opensAtTheFirstStepThatIsNotDone() {
        open(states.doneTo(6));
        assertThat(model.currentStepProperty().get()).isEqualTo(7);
        assertThat(model.progressProperty().get().done()).isEqualTo(6);
    }

    @Test
    void aStepRunsOnlyAfterThoseBeforeIt() {
        onFx(() -> model.select(3));
        assertThat(runStep()).isEqualTo(new Action(false, "wizard.why.order", 1));
        onFx(() -> model.runStep());
        assertThat(session.commands).isEmpty();
        onFx(() -> model.runTo());
        assertThat(session.commands).containsExactly("to 3");
    }

    @Test
    void whileSomethingRunsNothingElseStarts() {
        onFx(() -> model.runStep());
        assertThat(model.runningProperty().get()).isTrue();
        assertThat(runStep().reason()).isEqualTo("wizard.why.running");
        assertThat(model.form().field("step-1.name").lockedProperty().get()).isEqualTo("wizard.lock.running");
        onFx(() -> session.end(RunResult.Outcome.DONE));
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.form().field("step-1.name").lockedProperty().get()).isEmpty();
    }

    @Test
    void whatIsTypedIsSavedBeforeTheStepRuns() {
        onFx(() -> {
            model.form().field("step-1.name").textProperty().set("Mine");
            model.runStep();
        });
        assertThat(session.commands).containsExactly("step-1.name=Mine", "step 1");
    }

    @Test
    void aWrongValueStopsItsStepAndSaysSo() {
        onFx(() -> model.form().field("step-1.cidr").textProperty().set("10.0.0.0/8"));
        assertThat(runStep()).isEqualTo(new Action(false, "wizard.why.invalid", 1));
        assertThat(session.commands).isEmpty();
        onFx(() -> model.form().field("step-1.cidr").reset());
        assertThat(runStep().enabled()).isTrue();
    }

    @Test
    void whereSshComesFromAnotherAddressTheButtonLetsItInAndRunsTheStepAgain() {
        Problem elsewhere = new Problem(Problem.SSH_FROM_ELSEWHERE, "problem.ssh-from-elsewhere.cause",
                "problem.ssh-from-elsewhere.remedy", List.of("44.1.2.3", "203.0.113.10/32", "198.51.100.7"),
                "connectivity", "", "");
        open(states.doneTo(15).withStep(16, new StepState(StepState.Status.FAILED, clock.now(), clock.now(), null,
                elsewhere)));
        onFx(() -> {
            model.select(16);
            ProblemBanner banner = new ProblemBanner(model, new Localizer(Language.EN));
            Button button = (Button) banner.lookup(".button");
            assertThat(button.isVisible()).isTrue();
            assertThat(button.getText()).isEqualTo("Allow SSH from 198.51.100.7 and run again");
            button.fire();
        });
        assertThat(session.commands).containsExactly("ssh from 198.51.100.7");
        onFx(() -> session.end(RunResult.Outcome.DONE));
        assertThat(session.commands).containsExactly("ssh from 198.51.100.7", "step 16");
    }

    @Test
    void otherProblemsHaveNoSuchButtonAndAFailureRunsNothing() {
        open(states.doneTo(15).withStep(16, new StepState(StepState.Status.FAILED, clock.now(), clock.now(), null,
                PROBLEM)));
        onFx(() -> {
            model.select(16);
            assertThat(new ProblemBanner(model, new Localizer(Language.EN)).lookup(".button").isVisible()).isFalse();
            model.allowSshFrom("198.51.100.7");
        });
        onFx(() -> session.end(RunResult.Outcome.FAILED));
        assertThat(session.commands).containsExactly("ssh from 198.51.100.7");
    }

    @Test
    void cancelReachesTheCommand() {
        onFx(() -> {
            model.runTo();
            model.cancel();
        });
        assertThat(session.commands).containsExactly("to 1", "cancel");
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void allBeforeAStepIsPreparedForAClassAndTheStepStays() {
        open(states.doneTo(3));
        assertThat(model.actionsProperty().get().prepare().reason()).isEqualTo("wizard.why.prepared");
        onFx(() -> {
            model.select(16);
            model.prepare();
        });
        assertThat(session.commands).containsExactly("to 15 accepting");
        assertThat(model.currentStepProperty().get()).isEqualTo(16);
    }

    @Test
    void pausesWhenTheStepItIsAtIsDone() {
        open(states.doneTo(6));
        onFx(() -> {
            model.runAll();
            session.change(states.running(session.state(), 7));
            model.pauseAfterStepProperty().set(true);
        });
        assertThat(session.commands).containsExactly("to 16 accepting");
        onFx(() -> session.change(states.doneTo(7)));
        assertThat(session.commands).containsExactly("to 16 accepting", "cancel");
        assertThat(model.activityProperty().get().kind()).isEqualTo(Kind.PAUSED);
        assertThat(model.pauseAfterStepProperty().get()).isFalse();
    }

    @Test
    void runAllIsFollowedUntilTheLearnerLooksElsewhere() {
        onFx(() -> {
            model.runAll();
            session.change(states.running(states.doneTo(3), 4));
        });
        assertThat(model.currentStepProperty().get()).isEqualTo(4);
        onFx(() -> {
            model.select(2);
            session.change(states.running(states.doneTo(4), 5));
        });
        assertThat(model.currentStepProperty().get()).isEqualTo(2);
    }

    @Test
    void saysWhatIsAwaitedAndPrefersTheStepShown() {
        open(states.doneTo(6));
        onFx(() -> {
            model.runStep();
            session.listener.waiting(new WaitInfo("web-server", "w", "y", clock.now(), Duration.ofSeconds(20), ""));
            session.listener.waiting(new WaitInfo("load-balancer", "what", "why", clock.now(),
                    Duration.ofSeconds(155), "provisioning"));
        });
        Activity activity = model.activityProperty().get();
        assertThat(activity.kind()).isEqualTo(Kind.RUNNING);
        assertThat(activity.awaited().id()).isEqualTo("load-balancer");
        assertThat(activity.more()).isEqualTo(1);
    }

    @Test
    void aFailureIsShownAtItsStepAndCanBeTriedAgain() {
        onFx(() -> {
            model.runTo();
            model.select(9);
            session.change(states.failed(states.fresh(), 1, PROBLEM));
            session.end(RunResult.Outcome.FAILED);
        });
        assertThat(model.currentStepProperty().get()).isEqualTo(1);
        assertThat(model.activityProperty().get().problem()).isEqualTo(PROBLEM);
        onFx(() -> model.tryAgain());
        assertThat(session.commands).endsWith("step 1");
    }

    @Test
    void theProviderIsAskedAndMayAcceptOrReject() {
        LabState asked = states.with(states.running(states.doneTo(14), 15), "endpoint", ResourceStatus.WAITING,
                "pendingAcceptance");
        open(asked);
        assertThat(model.activityProperty().get().kind()).isEqualTo(Kind.ACCEPTANCE);
        assertThat(runStep().reason()).isEqualTo("wizard.why.asked");
        assertThat(model.progressProperty().get().step(15).status()).isEqualTo(ResourceStatus.WAITING);
        onFx(() -> model.reject());
        onFx(() -> {
            session.change(states.with(states.failed(states.doneTo(14), 15, PROBLEM), "endpoint",
                    ResourceStatus.FAILED, "rejected"));
            session.end(RunResult.Outcome.DONE);
        });
        assertThat(Acceptance.rejected(LabStates.LAB, model.state())).isPresent();
        onFx(() -> model.tryAgain());
        assertThat(session.commands).containsExactly("reject", "step 15");
    }

    @Test
    void aRunThatNeedsTheProviderEndsWhereItAsks() {
        open(states.doneTo(14));
        onFx(() -> {
            model.select(16);
            model.runTo();
            session.change(states.with(states.running(states.doneTo(14), 15), "endpoint", ResourceStatus.WAITING,
                    "pendingAcceptance"));
            session.end(RunResult.Outcome.WAITING_FOR_ACCEPTANCE);
        });
        assertThat(session.commands).containsExactly("to 16");
        assertThat(model.currentStepProperty().get()).isEqualTo(15);
        assertThat(model.activityProperty().get().kind()).isEqualTo(Kind.ACCEPTANCE);
    }

    @Test
    void partsOfAStepRunInTheirOrder() {
        open(states.doneTo(6));
        assertThat(model.actionsProperty().get().substeps().get("7.1").enabled()).isTrue();
        assertThat(model.actionsProperty().get().substeps().get("7.2").reason()).isEqualTo("wizard.why.part-order");
        onFx(() -> model.runSubstep("7.1"));
        assertThat(session.commands).containsExactly("substep 7.1");
    }

    @Test
    void aDoneCheckMayBeRunAgainAndADoneVpcMayNot() {
        open(states.doneTo(16));
        onFx(() -> model.select(16));
        assertThat(runStep().enabled()).isTrue();
        onFx(() -> model.select(1));
        assertThat(runStep().reason()).isEqualTo("wizard.why.done");
    }

    @Test
    void driftIsToldAtTheStep() {
        LabState drifted = states.with(states.doneTo(16), "web-security-group", ResourceStatus.DRIFTED, null);
        open(drifted);
        assertThat(model.progressProperty().get().step(6).status()).isEqualTo(ResourceStatus.DRIFTED);
        assertThat(model.progressProperty().get().step(5).status()).isEqualTo(ResourceStatus.READY);
        assertThat(model.currentStepProperty().get()).isEqualTo(6);
        assertThat(model.activityProperty().get().kind()).isEqualTo(Kind.DRIFTED);
        onFx(() -> model.tryAgain());
        assertThat(session.commands).containsExactly("step 6");
    }

    @Test
    void afterCleanUpNothingMoreCanBeRun() {
        LabState clean = states.fresh().withStep(17, new StepState(StepState.Status.DONE, clock.now(), clock.now(),
                null, null));
        open(clean);
        onFx(() -> model.select(17));
        assertThat(runStep().reason()).isEqualTo("wizard.why.finished");
        assertThat(model.actionsProperty().get().runAll().enabled()).isFalse();
    }
}
