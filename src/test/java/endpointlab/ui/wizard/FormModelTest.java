package endpointlab.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.LabState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormModelTest {

    private final List<Runnable> background = new ArrayList<>();
    private FakeSession session;
    private FormModel form;

    @BeforeEach
    void open() {
        session = new FakeSession(new LabStates(Instant.now()).fresh());
        form = new FormModel(LabStates.LAB, session.state(), session, background::add, () -> { });
        session.listener = new endpointlab.run.LabListener() {
            @Override
            public void changed(LabState before, LabState after) {
                form.follow(after, false);
            }
        };
    }

    private void saveAll() {
        List<Runnable> tasks = List.copyOf(background);
        background.clear();
        tasks.forEach(Runnable::run);
    }

    @Test
    void savesTheLatestOfWhatWasTyped() {
        form.field("step-1.name").textProperty().set("A");
        form.field("step-1.name").textProperty().set("AB");
        assertThat(background).hasSize(1);
        saveAll();
        assertThat(session.commands).containsExactly("step-1.name=AB");
    }

    @Test
    void theLabsValueIsSavedAsNoValue() {
        form.field("step-1.name").textProperty().set("A");
        saveAll();
        form.field("step-1.name").reset();
        saveAll();
        assertThat(session.commands).containsExactly("step-1.name=A", "step-1.name=null");
        assertThat(form.field("step-1.name").editedProperty().get()).isFalse();
    }

    @Test
    void whatIsWrongIsKeptAndNotSaved() {
        form.field("step-3.cidr").textProperty().set("10.9.0.0/24");
        assertThat(form.field("step-3.cidr").findingProperty().get().text()).isEqualTo("validation.cidr-outside");
        form.field("step-2.name").textProperty().set("Other");
        saveAll();
        assertThat(session.commands).containsExactly("step-2.name=Other");
        assertThat(form.field("step-3.cidr").textProperty().get()).isEqualTo("10.9.0.0/24");
        assertThat(form.invalidSteps()).containsExactly(3);
    }

    @Test
    void putRightElsewhereItIsRight() {
        form.field("step-3.cidr").textProperty().set("10.9.0.0/24");
        form.field("step-1.cidr").textProperty().set("10.9.0.0/16");
        assertThat(form.field("step-3.cidr").findingProperty().get()).isNull();
    }

    @Test
    void locksWhatIsMadeAndShowsWhatWasUsed() {
        session.locked.add("step-1.name");
        form.field("step-1.name").textProperty().set("Too late");
        form.follow(session.state(), false);
        assertThat(form.field("step-1.name").lockedProperty().get()).isEqualTo("wizard.lock.made");
        assertThat(form.field("step-1.name").textProperty().get()).isEqualTo("Service_Network");
    }

    @Test
    void saysWhichNameIsReallyUsed() {
        LabState prefixed = endpointlab.run.LabSession.newState(LabStates.LAB, "abcd1234", "practice", "us-east-1",
                1, "taro-", Map.of());
        FormModel other = new FormModel(LabStates.LAB, prefixed, session, background::add, () -> { });
        assertThat(other.field("step-1.name").usedProperty().get()).isEqualTo("taro-Service_Network");
        assertThat(other.field("step-6.key-name").usedProperty().get()).isEqualTo("taro-endpoint-lab-abcd1234");
    }
}
