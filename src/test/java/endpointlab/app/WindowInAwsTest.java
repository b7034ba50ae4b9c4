package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsMachine;
import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.ResourceState;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.SweepListener;
import endpointlab.ui.sweep.SweepRow;
import endpointlab.ui.sweep.SweepView;
import endpointlab.ui.sweep.SweepViewModel;
import endpointlab.ui.wizard.WizardModel;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** AWS mode in the window, in an account that a practice cloud of another process plays. */
@ExtendWith(ApplicationExtension.class)
class WindowInAwsTest {

    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;
    private final ExecutorService background = Executors.newCachedThreadPool();
    private Stage stage;
    private ServedCloud account;
    private WindowSetup setup;

    @Start
    void start(Stage first) {
        Fonts.load();
        stage = first;
    }

    @BeforeEach
    void serve() {
        account = new ServedCloud(folder.resolve("account"), "--seed", "3");
    }

    @AfterEach
    void close() {
        if (setup != null) {
            setup.close();
        }
        account.close();
        background.shutdownNow();
    }

    private MainWindow open(LabHome home) {
        Map<String, String> variables = account.keys();
        variables.put("AWS_ENDPOINT_URL", account.endpoint());
        Surroundings around = new Surroundings(InputStream.nullInputStream(),
                new PrintStream(PrintStream.nullOutputStream()), new PrintStream(PrintStream.nullOutputStream()), false,
                Messages::in, () -> home, log -> { }, action -> () -> { }, new CloudOpener(Trouble.none()),
                AwsMachine.with(variables));
        WindowData data = WindowData.read(home, Optional.empty());
        return onFx(() -> {
            setup = new WindowSetup(home, data, around, null, background);
            Scene scene = new Scene(setup.window(), 1280, 800);
            setup.appearance().register(scene);
            stage.setScene(scene);
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.show();
            setup.window().showStart();
            return setup.window();
        });
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, task);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LONG).until(() -> onFx(condition));
    }

    private static void press(FxRobot robot, String id) {
        await(() -> robot.lookup(id).tryQueryAs(Button.class).filter(button -> !button.isDisabled()).isPresent());
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    @Test
    void anAccountIsEnteredLookedAtWorkedInAndLeftEmpty(FxRobot robot) throws Exception {
        LabHome home = new LabHome(folder.resolve("home"));
        new SettingsStore(home).save(Settings.DEFAULT.withLanguage(Language.EN));
        MainWindow window = open(home);
        await(() -> window.lookup("#mode-aws") != null);
        robot.interact(() -> robot.lookup("#mode-aws").queryAs(RadioButton.class).setSelected(true));
        press(robot, "#new-start");
        press(robot, "#account-connect");
        press(robot, "#account-begin");
        await(() -> window.openModel() != null);
        WizardModel model = window.openModel();
        assertThat(model.state().mode()).isEqualTo("aws");
        assertThat(model.state().accountId()).matches("[0-9]{12}");
        onFx(() -> {
            model.select(2);
            model.runTo();
            return null;
        });
        await(() -> model.progressProperty().get().step(2).done() && !model.runningProperty().get());
        onFx(() -> {
            model.cleanUp();
            return null;
        });
        await(() -> model.state().finished() && !model.runningProperty().get());
        assertThat(model.state().resources().values()).noneMatch(ResourceState::mayExist);
    }

    @Test
    void labsOfOtherComputersAreFoundAndOnlyTheChosenOneIsCleanedUp(FxRobot robot) throws Exception {
        makeLab("taro-");
        makeLab("hanako-");
        LabHome home = new LabHome(folder.resolve("home"));
        new SettingsStore(home).save(Settings.DEFAULT.withLanguage(Language.EN));
        MainWindow window = open(home);
        await(() -> window.lookup("#mode-aws") != null);
        robot.interact(() -> robot.lookup("#mode-aws").queryAs(RadioButton.class).setSelected(true));
        press(robot, "#new-start");
        press(robot, "#account-connect");
        press(robot, "#preflight-labs-left");
        SweepViewModel model = onFx(() -> robot.lookup(".sweep-page").<SweepView>query().model());
        await(() -> model.phaseProperty().get() == SweepViewModel.Phase.FOUND);
        assertThat(model.rows()).extracting(row -> row.lab().owner().orElse("")).containsExactlyInAnyOrder("taro-",
                "hanako-");
        SweepRow taro = row(model, "taro-");
        assertThat(taro.lab().resources()).isNotEmpty();
        robot.interact(() -> robot.lookup("#sweep-choose-" + taro.lab().runId()).queryAs(CheckBox.class).fire());
        press(robot, "#sweep-clean-up");
        robot.interact(() -> robot.lookup(".sweep-page .confirm-overlay .danger").queryButton().fire());
        await(() -> model.phaseProperty().get() == SweepViewModel.Phase.FOUND && taro.endProperty().get() != null);
        assertThat(taro.endProperty().get()).isEqualTo(new SweepListener.End(SweepListener.How.DONE, List.of(),
                List.of()));
        assertThat(row(model, "hanako-").endProperty().get()).isNull();
        press(robot, "#sweep-again");
        await(() -> model.phaseProperty().get() == SweepViewModel.Phase.FOUND);
        assertThat(model.rows()).extracting(row -> row.lab().owner().orElse("")).containsExactly("hanako-");
    }

    private static SweepRow row(SweepViewModel model, String owner) {
        return model.rows().stream().filter(row -> row.lab().owner().equals(Optional.of(owner))).findFirst()
                .orElseThrow();
    }

    /** As a student does at a computer of their own. */
    private void makeLab(String prefix) {
        Terminal student = new Terminal(folder.resolve(prefix));
        student.environment = account.keys();
        assertThat(student.type("run", "--mode", "aws", "--region", "us-east-1", "--yes", "--pace", "instant", "--to",
                "1", "--prefix", prefix, "--endpoint-url", account.endpoint(), "--socks", account.socks()))
                .as(student.out() + student.err()).isZero();
    }
}
