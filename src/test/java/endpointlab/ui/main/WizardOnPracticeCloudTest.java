package endpointlab.ui.main;

import static endpointlab.ui.shared.Fx.await;
import static endpointlab.ui.shared.Fx.doOnFx;
import static endpointlab.ui.shared.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.wizard.Activity.Kind;
import endpointlab.ui.wizard.WizardModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The wizard on a real session and a real practice cloud: run, accept or reject, check, clean up. */
@ExtendWith(ApplicationExtension.class)
class WizardOnPracticeCloudTest {

    @TempDir
    private Path home;
    private Stage stage;

    @Start
    void start(Stage first) {
        Fonts.load();
        stage = first;
    }

    private static List<String> words(MainWindow window) {
        return onFx(() -> window.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList());
    }

    @Test
    void fromTheFirstStepToNothingLeft(FxRobot robot) throws Exception {
        try (RealLab lab = new RealLab(home)) {
            MainWindow window = onFx(() -> lab.show(stage));
            WizardModel model = window.openModel();
            doOnFx(() -> {
                model.select(16);
                model.runTo();
            });
            await(() -> model.activityProperty().get().kind() == Kind.ACCEPTANCE);
            assertThat(model.currentStepProperty().get()).isEqualTo(15);
            robot.interact(() -> robot.lookup("Accept").queryAs(Button.class).fire());
            await(() -> model.progressProperty().get().step(15).done() && !model.runningProperty().get());
            robot.push(KeyCode.ALT, KeyCode.RIGHT);
            robot.push(KeyCode.CONTROL, KeyCode.ENTER);
            await(() -> model.progressProperty().get().step(16).done() && !model.runningProperty().get());
            await(() -> window.lookupAll(".hop-row").size() == 5);
            assertThat(words(window)).contains("Connected through the VPC endpoint", "Step 16 is done");
            robot.push(KeyCode.ALT, KeyCode.RIGHT);
            robot.push(KeyCode.CONTROL, KeyCode.ENTER);
            robot.push(KeyCode.TAB);
            robot.push(KeyCode.SPACE);
            await(() -> model.state().finished() && !model.runningProperty().get());
            assertThat(words(window)).contains("Nothing is left");
            assertThat(model.state().resources().values()).allSatisfy(resource ->
                    assertThat(resource.status()).isIn(ResourceStatus.DELETED, ResourceStatus.NOT_MADE));
        }
    }

    @Test
    void aRejectedRequestIsAskedAgain(FxRobot robot) throws Exception {
        try (RealLab lab = new RealLab(home)) {
            MainWindow window = onFx(() -> lab.show(stage));
            WizardModel model = window.openModel();
            doOnFx(() -> {
                model.select(15);
                model.runTo();
            });
            await(() -> model.activityProperty().get().kind() == Kind.ACCEPTANCE);
            robot.interact(() -> robot.lookup("Reject").queryAs(Button.class).fire());
            await(() -> !model.runningProperty().get());
            assertThat(words(window)).contains("The connection request was rejected");
            robot.interact(() -> robot.lookup("Ask again").queryAs(Button.class).fire());
            await(() -> model.activityProperty().get().kind() == Kind.ACCEPTANCE);
            robot.interact(() -> robot.lookup("Accept").queryAs(Button.class).fire());
            await(() -> model.progressProperty().get().step(15).done());
        }
    }
}
