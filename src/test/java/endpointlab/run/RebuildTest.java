package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.practice.fault.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lab of which it is only known that it was begun: what exists is found by its tags. */
class RebuildTest extends PracticeLabTest {

    private LabState lostAfter(int step) {
        LabSession session = practice.open();
        done(session.runTo(step, true));
        session.close();
        return session.state().begun().unsure();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 8, 14, 16})
    void isGoneOnWithAndNothingIsMadeTwice(int step) {
        LabSession rebuilt = practice.open(lostAfter(step));

        done(rebuilt.runAll());

        practice.assertMadeOnce();
        done(rebuilt.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 8, 16})
    void isClearedAway(int step) {
        done(practice.open(lostAfter(step)).cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    /** As on another machine, which never had it. */
    @Test
    void isClearedAwayWithoutTheKeyFile() throws IOException {
        LabState lost = lostAfter(16);
        try (Stream<Path> files = Files.list(directory)) {
            Files.delete(files.findFirst().orElseThrow());
        }

        done(practice.open(lost).cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    /** What was made just before isn't visible everywhere yet. */
    @ParameterizedTest
    @ValueSource(ints = {3, 8})
    void isGoneOnWithWhereNotEverythingIsVisibleYet(int step) {
        practice.cloud.faults.switchTo(FaultScript.parse("{\"faults\": [{\"kind\": \"eventual-consistency\", "
                + "\"lag\": \"30s\"}]}", "faults"));
        LabSession rebuilt = practice.open(lostAfter(step));
        done(rebuilt.runAll());

        practice.cloud.faults.switchTo(FaultScript.parse("{\"faults\": []}", "faults"));
        practice.assertMadeOnce();
        done(rebuilt.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void comparedWithTheCloudItIsAsItWas() {
        LabSession session = practice.open();
        done(session.runTo(8, true));
        session.close();
        LabSession rebuilt = practice.open(session.state().begun().unsure());

        done(rebuilt.reconcile());

        assertThat(rebuilt.state().resources().values()).filteredOn(ResourceState::mayExist)
                .allMatch(resource -> resource.status() == ResourceStatus.READY);
        assertThat(rebuilt.state().resources().keySet()).allSatisfy(id -> {
            assertThat(rebuilt.state().resource(id).awsId()).isEqualTo(session.state().resource(id).awsId());
            assertThat(rebuilt.state().resource(id).attributes())
                    .isEqualTo(told(session.state().resource(id).attributes()));
        });
        assertThat(rebuilt.state().steps().entrySet()).filteredOn(step ->
                step.getValue().status() == StepState.Status.DONE).extracting(Map.Entry::getKey)
                .containsExactly(1, 2, 3, 4, 5, 6, 8);
        assertThat(rebuilt.editable("step-9.cidr")).isTrue();
        assertThat(rebuilt.editable("step-1.cidr")).isFalse();
    }

    /** With which key pair an instance was made, the cloud doesn't tell. */
    private static Map<String, String> told(Map<String, String> attributes) {
        Map<String, String> told = new HashMap<>(attributes);
        told.keySet().removeIf(name -> name.startsWith("made-with."));
        return told;
    }
}
