package endpointlab.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import endpointlab.i18n.Language;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CodeOverlayTest {

    private static final String DEVICE = "arn:aws:iam::880077179309:mfa/hana";

    private CodeOverlay overlay;
    private int pressedBehind;

    @Start
    void show(Stage stage) {
        overlay = new CodeOverlay(new Localizer(Language.EN));
        Button behind = new Button("behind");
        behind.setOnAction(event -> pressedBehind++);
        stage.setScene(new Scene(new StackPane(behind, overlay), 800, 600));
        stage.show();
        behind.requestFocus();
    }

    private CompletableFuture<Optional<String>> ask() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> overlay.ask(DEVICE));
    }

    private TextField field(FxRobot robot) {
        return robot.lookup("#mfa-code").queryAs(TextField.class);
    }

    @Test
    void sixDigitsAndEnterAreTheAnswer(FxRobot robot) throws Exception {
        CompletableFuture<Optional<String>> code = ask();
        robot.interact(() -> field(robot).setText("12345"));
        robot.type(KeyCode.ENTER);
        assertThat(code).isNotDone();
        robot.interact(() -> field(robot).setText("123456"));
        robot.interact(() -> field(robot).appendText("7"));
        robot.interact(() -> field(robot).setText("12x456"));
        assertThat(field(robot).getText()).isEqualTo("123456");
        robot.type(KeyCode.ENTER);
        waitFor(10, TimeUnit.SECONDS, code::isDone);
        assertThat(code.join()).contains("123456");
        assertThat(field(robot).getText()).isEmpty();
        assertThat(overlay.isVisible()).isFalse();
        assertThat(pressedBehind).isZero();
    }

    @Test
    void escapeSaysNone(FxRobot robot) throws Exception {
        CompletableFuture<Optional<String>> code = ask();
        robot.type(KeyCode.ESCAPE);
        waitFor(10, TimeUnit.SECONDS, code::isDone);
        assertThat(code.join()).isEmpty();
        assertThat(overlay.isVisible()).isFalse();
    }

    @Test
    void anotherQuestionAnswersTheOneBefore() {
        CompletableFuture<Optional<String>> first = ask();
        CompletableFuture<Optional<String>> second = ask();
        assertThat(first.join()).isEmpty();
        assertThat(second).isNotDone();
    }
}
