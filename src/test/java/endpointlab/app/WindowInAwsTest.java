package endpointlab.app;

import static endpointlab.ui.shared.Fx.await;
import static endpointlab.ui.shared.Fx.doOnFx;
import static endpointlab.ui.shared.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsMachine;
import endpointlab.i18n.Language;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** AWS mode in the window, in an account that a practice cloud of another process plays. */
@ExtendWith(ApplicationExtension.class)
class WindowInAwsTest {

    @TempDir
    private Path folder;
    private ServedCloud account;
    private ProductWindow product;

    @Start
    void start(Stage first) {
        Fonts.load();
        product = new ProductWindow(first);
    }

    @BeforeEach
    void serve() {
        account = new ServedCloud(folder.resolve("account"), "--seed", "3");
    }

    @AfterEach
    void close() {
        product.close();
        account.close();
    }

    private MainWindow open(LabHome home) {
        Map<String, String> variables = account.keys();
        variables.put("AWS_ENDPOINT_URL", account.endpoint());
        return product.open(home, null, new CloudOpener(Trouble.none()), AwsMachine.with(variables));
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
        doOnFx(() -> {
            model.select(2);
            model.runTo();
        });
        await(() -> model.progressProperty().get().step(2).done() && !model.runningProperty().get());
        doOnFx(() -> model.cleanUp());
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
