package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.RunResult.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stops, cancels and cleans up at every step. */
class StepByStepTest extends PracticeLabTest {

    private void runStep(LabSession session, int step) {
        if (step == 15) {
            assertThat(result(session.runStep(15)).outcome()).isEqualTo(Outcome.WAITING_FOR_ACCEPTANCE);
            assertThat(session.state().steps().get(15).status()).isEqualTo(StepState.Status.RUNNING);
            done(session.accept());
        } else {
            done(session.runStep(step));
        }
        assertThat(session.state().steps().get(step).status()).as("step " + step).isEqualTo(StepState.Status.DONE);
    }

    @Test
    void goesOnAfterACleanStopAtEveryStep() {
        for (int step = 1; step <= 16; step++) {
            try (LabSession session = practice.open()) {
                runStep(session, step);
            }
        }
        assertThat(practice.count("CreateVpc")).isEqualTo(2);
        assertThat(practice.count("RunInstances")).isEqualTo(2);

        try (LabSession session = practice.open()) {
            done(session.cleanUp());
        }
    }

    @Test
    void aPersonStopsAtPendingAcceptanceAndGoesOnTomorrow() {
        try (LabSession session = practice.open()) {
            assertThat(result(session.runTo(16, false)).outcome()).isEqualTo(Outcome.WAITING_FOR_ACCEPTANCE);
            assertThat(session.state().resource("endpoint").status()).isEqualTo(ResourceStatus.WAITING);
            assertThat(session.state().resource("endpoint").awsState()).isEqualTo("pendingAcceptance");
            assertThat(session.state().steps().get(16).status()).isEqualTo(StepState.Status.OPEN);
        }
        try (LabSession session = practice.open()) {
            assertThat(session.state().steps().get(15).status()).isEqualTo(StepState.Status.RUNNING);
            done(session.accept());
            assertThat(session.state().resource("endpoint").attributes()).containsKey("private-ip");
            done(session.runStep(16));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void cancelsAStepThenFinishesIt(int step) throws Exception {
        LabSession session = practice.open();
        if (step > 1) {
            done(session.runTo(step - 1, true));
        }
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        practice.cloud.interceptor.set(call -> {
            if (!call.action().startsWith("GetCaller")) {
                arrived.countDown();
                release.await();
            }
        });
        if (step == 16) {
            practice.probes.stream().filter(probe -> probe.kind().equals("ssh-curl")).forEach(probe ->
                    ((PracticeLab.SeenProbe) probe).before = request -> {
                        arrived.countDown();
                        request.cancellation().sleep(practice.cloud.clock, Duration.ofDays(1));
                    });
        }
        RunHandle handle = session.runStep(step);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        handle.cancel();

        RunResult cancelled = handle.result().get(1, TimeUnit.SECONDS);
        assertThat(cancelled.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(session.state().steps().get(step).status()).isEqualTo(StepState.Status.CANCELLED);
        practice.cloud.interceptor.set(call -> { });
        practice.probes.forEach(probe -> ((PracticeLab.SeenProbe) probe).before = request -> { });
        release.countDown();

        runStep(session, step);
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void cleansUpFromEveryStepTwice(int step) {
        LabSession session = practice.open();
        if (step > 0) {
            done(session.runTo(step, true));
        }

        done(session.cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
        assertThat(session.state().resources().values()).noneMatch(resource -> resource.mayExist());
        long deletes = practice.count("DeleteVpc");
        done(session.cleanUp());
        assertThat(practice.count("DeleteVpc")).isEqualTo(deletes);
    }

    @Test
    void cleansUpWhileTheRequestIsPending() {
        LabSession session = practice.open();
        result(session.runTo(16, false));

        done(session.cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void aCleanUpCancelledDuringItsProofSaysSo() throws Exception {
        LabSession session = practice.open();
        done(session.runTo(1, false));
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        practice.cloud.interceptor.set(call -> {
            if (call.action().equals("DescribeVolumes")) {
                arrived.countDown();
                release.await();
            }
        });
        RunHandle handle = session.cleanUp();
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        handle.cancel();

        assertThat(handle.result().get(1, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(session.state().steps().get(17).status()).isEqualTo(StepState.Status.CANCELLED);
        release.countDown();
    }

    @Test
    void aStepThatRanWhenTheProgramWasKilledNoLongerRuns() throws Exception {
        LabSession killed = practice.open();
        CountDownLatch provisioning = new CountDownLatch(1);
        practice.cloud.interceptor.set(call -> {
            if (call.action().equals("DescribeLoadBalancers")) {
                provisioning.countDown();
                new CountDownLatch(1).await();
            }
        });
        killed.runTo(7, false);
        assertThat(provisioning.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(practice.lastSaved().steps().get(7).status()).isEqualTo(StepState.Status.RUNNING);
        practice.cloud.interceptor.set(call -> { });

        try (LabSession session = practice.open()) {
            assertThat(session.state().steps().get(7).status()).isEqualTo(StepState.Status.CANCELLED);
        }
    }

    @Test
    void afterACancelledCleanUpTheLabCanBeMadeWholeAgain() throws Exception {
        LabSession session = practice.open();
        done(session.runAll());
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        practice.cloud.interceptor.set(call -> {
            if (call.action().equals("DeleteLoadBalancer")) {
                arrived.countDown();
                release.await();
            }
        });
        RunHandle handle = session.cleanUp();
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        handle.cancel();
        assertThat(handle.result().get(1, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.CANCELLED);
        practice.cloud.interceptor.set(call -> { });
        release.countDown();

        done(session.runAll());

        assertThat(session.state().resources().values()).allMatch(one -> one.status() == ResourceStatus.READY);
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }
}
