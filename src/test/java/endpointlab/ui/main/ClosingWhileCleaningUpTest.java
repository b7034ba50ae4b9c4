package endpointlab.ui.main;

import static endpointlab.ui.shared.Fx.await;
import static endpointlab.ui.shared.Fx.doOnFx;
import static endpointlab.ui.shared.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.Seen;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is half cleaned up goes on costing, so the window isn't closed over it unasked. */
@ExtendWith(ApplicationExtension.class)
class ClosingWhileCleaningUpTest {

    private static final String QUESTION = "片付けの途中です";

    private final AtomicInteger closed = new AtomicInteger();
    private Gallery gallery;

    @Start
    void start(Stage stage) {
        Fonts.load();
        gallery = new Gallery(stage);
    }

    @AfterEach
    void close() {
        doOnFx(gallery::close);
    }

    private void cleanUp() {
        doOnFx(() -> gallery.labsLeft(true, view -> {
            view.model().chooseAll(true);
            view.model().cleanUp();
        }));
        await(() -> !gallery.labs().swept().isEmpty());
    }

    private boolean mayClose() {
        return onFx(() -> gallery.window().mayClose(closed::incrementAndGet));
    }

    private boolean asks() {
        return onFx(() -> Seen.words(gallery.window(), QUESTION));
    }

    @Test
    void whoeverClosesIsAskedAndMayStay(FxRobot robot) {
        cleanUp();
        assertThat(mayClose()).isFalse();
        assertThat(asks()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(asks()).isFalse();
        assertThat(closed).hasValue(0);
        assertThat(gallery.labs().isCancelled()).isFalse();
    }

    @Test
    void orCloseAllTheSame(FxRobot robot) {
        cleanUp();
        assertThat(mayClose()).isFalse();
        robot.interact(() -> robot.lookup("それでも閉じる").queryAs(Button.class).fire());
        assertThat(closed).hasValue(1);
    }

    @Test
    void whenAllIsCleanedUpNothingIsAsked() {
        cleanUp();
        doOnFx(gallery.labs()::end);
        await(this::mayClose);
        assertThat(asks()).isFalse();
    }
}
