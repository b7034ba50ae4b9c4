package endpointlab.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.wizard.Activity.Kind;
import endpointlab.ui.wizard.WizardModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The wizard on a real session and a real practice cloud: run, accept or reject, check, clean up. */
@ExtendWith(ApplicationExtension.class)
class WizardOnPracticeCloudTest {

    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path home;
    private Stage stage;

    @Start
    void start(Stage first) {
        Fonts.load();
        stage = first;
    }

    private MainWindow window(RealLab lab) {
        Appearance appearance = new Appearance();
        MainWindow window = new MainWindow(new MainWindow.Parts(new Localizer(Language.EN), appearance,
                PriceTable.load(), InstantSource.system(), lab.workers(), null,
                open -> id -> CompletableFuture.completedFuture(List.of()),
                open -> call -> new CompletableFuture<>(), null, () -> 0));
        Scene scene = new Scene(window, 1280, 800);
        appearance.register(scene);
        stage.setScene(scene);
        // The toolkit's stage is shared, and keeps the size another test gave it.
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        window.showLab(lab);
        return window;
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, task);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LONG).until(() -> onFx(condition));
    }

    private static List<String> words(MainWindow window) {
        return onFx(() -> window.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList());
    }

    @Test
    void fromTheFirstStepToNothingLeft(FxRobot robot) throws Exception {
        try (RealLab lab = new RealLab(home)) {
            MainWindow window = onFx(() -> window(lab));
            WizardModel model = window.openModel();
            onFx(() -> {
                model.select(16);
                model.runTo();
                return null;
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
            MainWindow window = onFx(() -> window(lab));
            WizardModel model = window.openModel();
            onFx(() -> {
                model.select(15);
                model.runTo();
                return null;
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
