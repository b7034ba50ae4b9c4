package endpointlab.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.ResourceSpec;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandlersTest {

    private final Handlers handlers = new Handlers();
    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);

    @Test
    void everyKindOfTheLabHasAHandlerAndEveryHandlerAUse() {
        assertThat(lab.resources()).extracting(ResourceSpec::kind).doesNotContainNull()
                .containsAll(handlers.kinds()).allMatch(handlers.kinds()::contains);
        assertThatThrownBy(() -> handlers.of("volcano")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatGoesWithAnotherNamesAnInputThatIsAResource() {
        assertThat(lab.resources()).allSatisfy(spec -> {
            Optional<String> input = handlers.of(spec.kind()).deletedWith();
            if (input.isPresent()) {
                assertThat(Input.parse(spec.inputs().get(input.get()))).isInstanceOf(Input.ResourceReference.class);
            }
        });
    }

    @Test
    void everyWaitHasATextAndAReason() {
        Messages messages = Messages.in(Language.EN);
        assertThat(handlers.kinds()).map(handlers::of).allSatisfy(handler -> {
            assertThat(messages.has(handler.ready().what())).isTrue();
            assertThat(messages.has(handler.ready().why())).isTrue();
            handler.lingers().ifPresent(expectation -> assertThat(messages.has(expectation.why())).isTrue());
        });
    }

    @Test
    void looksAreFarApartBeforeTheUsualTimeAndCloseTogetherAfter() {
        Expectation expectation = Expectation.seconds("wait.vpc", 60, 50, 20, 1, 600);

        assertThat(expectation.nextLook(Duration.ZERO)).hasSeconds(20);
        assertThat(expectation.nextLook(Duration.ofSeconds(40))).hasSeconds(10);
        assertThat(expectation.nextLook(Duration.ofSeconds(50))).hasSeconds(1);
        assertThat(expectation.nextLook(Duration.ofSeconds(500))).hasSeconds(1);
    }
}
