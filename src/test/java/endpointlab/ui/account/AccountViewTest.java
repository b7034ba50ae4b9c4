package endpointlab.ui.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.settings.Settings;
import endpointlab.settings.SshSource;
import endpointlab.ui.account.AccountViewModel.Phase;
import endpointlab.ui.shared.AccountDesk;
import endpointlab.ui.shared.Seen;
import endpointlab.ui.shared.TestApp;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AccountViewTest {

    private final FakeAccounts accounts = new FakeAccounts();
    private TestApp app;
    private AccountView view;

    @Start
    void show(Stage stage) {
        app = new TestApp(Settings.DEFAULT);
        view = new AccountView(app.context(), accounts);
        app.show(stage, view);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void until(Phase phase) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, () -> view.model().phaseProperty().get() == phase);
        waitForFxEvents();
    }

    private void open(FxRobot robot) throws TimeoutException {
        robot.interact(view::open);
        until(Phase.CHOOSING);
    }

    private void connect(FxRobot robot) {
        robot.interact(() -> button(robot, "#account-connect").fire());
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }

    private boolean shows(String words) {
        return Seen.words(view, words);
    }

    @Test
    void whoseAccountItIsStandsAboveTheButtonThatBegins(FxRobot robot) throws TimeoutException {
        open(robot);
        assertThat(shows("アカウント 880077179309")).isFalse();
        connect(robot);
        until(Phase.LOOKED);
        assertThat(accounts.entered()).singleElement().satisfies(wish -> {
            assertThat(wish.profile()).isEqualTo("default");
            assertThat(wish.lab().mode()).isEqualTo("aws");
            assertThat(wish.lab().region()).isEqualTo("us-east-1");
            assertThat(wish.sshFromOwnAddress()).isFalse();
            assertThat(wish.vpcQuota()).isEqualTo(5);
        });
        assertThat(shows("アカウント 880077179309")).isTrue();
        assertThat(shows("arn:aws:iam::880077179309:user/hana")).isTrue();
        assertThat(shows("VPC は 1 個あり、2 個作ります。上限は 5 個です。")).isTrue();
        assertThat(shows("前の実習（ラン 7f3c0412）のものが 12 個残っています。")).isTrue();
        assertThat(shows("費用は 1 時間に約 0.07 USD")).isTrue();
        assertThat(accounts.happened()).containsExactly("preflight");
        robot.interact(() -> button(robot, "#account-begin").fire());
        waitFor(10, TimeUnit.SECONDS, () -> app.navigator().visited().contains("lab"));
        assertThat(accounts.happened()).containsExactly("preflight", "begin");
    }

    @Test
    void whatWouldStopTheLabKeepsItFromBeginningUntilItIsPutRight(FxRobot robot) throws TimeoutException {
        accounts.full(true);
        open(robot);
        connect(robot);
        until(Phase.LOOKED);
        assertThat(shows("要対応")).isTrue();
        assertThat(shows("Service Quotas")).isTrue();
        assertThat(shows("「要対応」の項目を直してから")).isTrue();
        assertThat(button(robot, "#account-begin").isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#account-vpc-quota").<Spinner<Integer>>query().getEditor().setText("20"));
        connect(robot);
        until(Phase.LOOKED);
        assertThat(accounts.entered().get(1).vpcQuota()).isEqualTo(20);
        accounts.full(false);
        robot.interact(() -> button(robot, "#account-again").fire());
        until(Phase.LOOKED);
        assertThat(button(robot, "#account-begin").isDisabled()).isFalse();
    }

    @Test
    void whoIsNotLetInReadsWhyAndCanTryAgain(FxRobot robot) throws TimeoutException {
        accounts.refuse(new ProblemException(new Problem("NoKeys", "problem.sso.cause", "problem.sso.remedy",
                List.of("default"), "", "", ""), null));
        open(robot);
        connect(robot);
        until(Phase.CHOOSING);
        assertThat(shows("aws sso login --profile default")).isTrue();
        accounts.refuse(null);
        connect(robot);
        until(Phase.LOOKED);
        assertThat(shows("aws sso login")).isFalse();
    }

    @Test
    void anAccountThatOpensAfterThePageWasLeftIsClosed(FxRobot robot) throws TimeoutException {
        CompletableFuture<Void> open = new CompletableFuture<>();
        accounts.waitFor(open);
        open(robot);
        connect(robot);
        until(Phase.ENTERING);
        assertThat(shows("どのアカウントかを AWS に問い合わせています。")).isTrue();
        robot.type(KeyCode.ESCAPE);
        waitFor(10, TimeUnit.SECONDS, () -> app.navigator().visited().contains("start"));
        open.complete(null);
        waitFor(10, TimeUnit.SECONDS, () -> accounts.happened().contains("close"));
        waitForFxEvents();
        assertThat(accounts.happened()).containsExactly("close");
        assertThat(shows("アカウント 880077179309")).isFalse();
    }

    @Test
    void anotherProfileBringsItsRegionAndLeavesTheAccount(FxRobot robot) throws TimeoutException {
        open(robot);
        connect(robot);
        until(Phase.LOOKED);
        robot.interact(() -> robot.lookup("#account-profile").<ComboBox<String>>query().setValue("school"));
        assertThat(accounts.happened()).containsExactly("preflight", "close");
        assertThat(shows("アカウント 880077179309")).isFalse();
        assertThat(app.preferences().settings().region()).isEqualTo("ap-northeast-1");
        connect(robot);
        until(Phase.LOOKED);
        assertThat(accounts.entered().get(1).profile()).isEqualTo("school");
        assertThat(accounts.entered().get(1).lab().region()).isEqualTo("ap-northeast-1");
    }

    @Test
    void theRoomSeesNeitherAccountNorUser(FxRobot robot) throws TimeoutException {
        open(robot);
        connect(robot);
        until(Phase.LOOKED);
        robot.interact(() -> robot.lookup(".check-box").queryAs(CheckBox.class).fire());
        assertThat(shows("880077179309")).isFalse();
        assertThat(shows("hana")).isFalse();
    }

    @Test
    void withoutAnyProfileTheComputersOwnCredentialsAreTried(FxRobot robot) throws TimeoutException {
        accounts.with(new AccountDesk.Choices(List.of(), false, "default"));
        robot.interact(() -> app.preferences().change(was -> was.withSshSource(SshSource.MY_ADDRESS)));
        open(robot);
        connect(robot);
        until(Phase.LOOKED);
        assertThat(accounts.entered()).singleElement().satisfies(wish -> {
            assertThat(wish.profile()).isEmpty();
            assertThat(wish.sshFromOwnAddress()).isTrue();
            assertThat(wish.lab().values().values()).noneMatch(value -> value.contains("203.0.113.10"));
        });
    }
}
