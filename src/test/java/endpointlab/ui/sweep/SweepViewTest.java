package endpointlab.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import endpointlab.i18n.Language;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.settings.Settings;
import endpointlab.ui.account.AccountView;
import endpointlab.ui.account.AccountViewModel;
import endpointlab.ui.account.FakeAccounts;
import endpointlab.ui.account.FakeLabs;
import endpointlab.ui.shared.SweepListener.End;
import endpointlab.ui.shared.SweepListener.How;
import endpointlab.ui.shared.SweepListener.Progress;
import endpointlab.ui.shared.TestApp;
import endpointlab.ui.sweep.SweepViewModel.Phase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The labs that are left in an account, in the window. */
@ExtendWith(ApplicationExtension.class)
class SweepViewTest {

    private static final String TARO = "7f3c0412";
    private static final String HANAKO = "b81d22e0";
    private static final String UNKNOWN = "c0ffee42";

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

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private void looked() throws TimeoutException {
        until(() -> view.model().phaseProperty().get() == AccountViewModel.Phase.LOOKED);
    }

    private SweepViewModel open(FxRobot robot, String way) throws TimeoutException {
        robot.interact(view::open);
        until(() -> view.model().phaseProperty().get() == AccountViewModel.Phase.CHOOSING);
        press(robot, "#account-connect");
        looked();
        press(robot, way);
        SweepViewModel model = view.labsLeft().model();
        until(() -> model.phaseProperty().get() == Phase.FOUND || model.phaseProperty().get() == Phase.FAILED);
        return model;
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    private static void choose(FxRobot robot, String runId) {
        robot.interact(() -> box(robot, runId).fire());
    }

    private static CheckBox box(FxRobot robot, String runId) {
        return robot.lookup("#sweep-choose-" + runId).query();
    }

    private static Button cleanUp(FxRobot robot) {
        return robot.lookup("#sweep-clean-up").queryButton();
    }

    private void agree(FxRobot robot) {
        robot.interact(() -> robot.lookup(".confirm-overlay .danger").queryButton().fire());
    }

    private boolean shows(String words) {
        return Stream.of(".label", ".check-box").flatMap(kind -> view.lookupAll(kind).stream())
                .filter(SweepViewTest::isShown).map(Labeled.class::cast)
                .anyMatch(label -> label.getText() != null && label.getText().contains(words));
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyLabIsToldWithOwnerAgeWhatRunsAndCost(FxRobot robot) throws TimeoutException {
        open(robot, "#preflight-labs-left");
        assertThat(shows("アカウント 880077179309")).isTrue();
        assertThat(shows("taro-")).isTrue();
        assertThat(shows("2 日 3 時間")).isTrue();
        assertThat(shows("1 時間 35 分")).isTrue();
        assertThat(shows("USD 0.07 / 時")).isTrue();
        assertThat(box(robot, TARO).getAccessibleText()).contains(TARO, "taro-", "2 日 3 時間", "5 個", "USD 0.07");
        assertThat(box(robot, UNKNOWN).getAccessibleText()).contains("不明");
        assertThat(cleanUp(robot).isDisabled()).isTrue();
        robot.interact(() -> app.context().localizer().languageProperty().set(Language.EN));
        assertThat(shows("2 × EC2 instance")).isTrue();
        assertThat(shows("2 d 3 h")).isTrue();
    }

    @Test
    void anEmptyAccountSaysSo(FxRobot robot) throws TimeoutException {
        accounts.labs().some(false);
        open(robot, "#account-labs-left");
        assertThat(shows("残っている実習はありません。")).isTrue();
        assertThat(isShown(cleanUp(robot))).isFalse();
    }

    @Test
    void whatKeepsItFromLookingIsToldAndItCanLookAgain(FxRobot robot) throws TimeoutException {
        accounts.labs().refuse(new ProblemException(new Problem("NoKeys", "problem.sso.cause", "problem.sso.remedy",
                List.of("default"), "", "", ""), null));
        SweepViewModel model = open(robot, "#account-labs-left");
        assertThat(shows("aws sso login --profile default")).isTrue();
        assertThat(shows("残っている実習はありません。")).as("nobody knows").isFalse();
        accounts.labs().refuse(null);
        press(robot, "#sweep-again");
        until(() -> model.phaseProperty().get() == Phase.FOUND);
        assertThat(shows("aws sso login")).isFalse();
        assertThat(shows(TARO)).isTrue();
    }

    @Test
    void onlyWhatIsChosenIsCleanedUpAndOnlyAfterAYes(FxRobot robot) throws TimeoutException {
        SweepViewModel model = open(robot, "#account-labs-left");
        choose(robot, HANAKO);
        assertThat(cleanUp(robot).getText()).contains("1 件");
        press(robot, "#sweep-clean-up");
        assertThat(shows("ほかの人が使っている途中でも止まりません。")).isTrue();
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        assertThat(accounts.labs().swept()).isEmpty();
        assertThat(view.getCenter()).as("Esc answered the question and nothing else").isSameAs(view.labsLeft());
        press(robot, "#sweep-clean-up");
        agree(robot);
        assertThat(accounts.labs().swept()).containsExactly(HANAKO);
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.CLEANING);
    }

    @Test
    void howItGoesAndEndsStandsAtEachLabAndTheAccountIsLookedAtAgain(FxRobot robot) throws TimeoutException {
        SweepViewModel model = open(robot, "#account-labs-left");
        press(robot, "#sweep-all");
        press(robot, "#sweep-clean-up");
        agree(robot);
        assertThat(accounts.labs().swept()).containsExactly(TARO, HANAKO, UNKNOWN);
        assertThat(shows("順番を待っています。")).isTrue();
        accounts.labs().listener().progress(TARO, new Progress(3, "load-balancer", Optional.empty()));
        until(() -> shows("3 個を削除済み"));
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        robot.interact(view::open);
        assertThat(view.getCenter()).as("clean-up is not left by mistake").isSameAs(view.labsLeft());
        accounts.labs().listener().ended(TARO, new End(How.DONE, List.of(), List.of()));
        accounts.labs().listener().ended(HANAKO, FakeLabs.held("vpc-0a9b8c7d6e5f40312", "sg-0d1e2f3a4b5c6d7e8"));
        press(robot, "#sweep-cancel");
        assertThat(accounts.labs().isCancelled()).isTrue();
        assertThat(robot.lookup("#sweep-cancel").queryButton().getText()).isEqualTo("中止しています");
        accounts.labs().listener().ended(UNKNOWN, new End(How.CANCELLED, List.of(), List.of()));
        accounts.labs().end();
        until(() -> model.phaseProperty().get() == Phase.FOUND);
        assertThat(shows("片付きました。何も残っていません。")).isTrue();
        assertThat(box(robot, TARO).isDisabled()).isTrue();
        assertThat(shows("DeleteVpc の対象を、まだ何かが使っています。")).isTrue();
        assertThat(shows("sg-0d1e2f3a4b5c6d7e8 が残っています。 この実習が作ったものではない")).isTrue();
        assertThat(shows("vpc-0a9b8c7d6e5f40312 が残っています。")).isTrue();
        assertThat(shows("中止しました。")).isTrue();
        assertThat(cleanUp(robot).isDisabled()).as("what was tried isn't chosen any more").isTrue();
        assertThat(box(robot, HANAKO).isDisabled()).as("it can be tried again").isFalse();
        press(robot, "#sweep-back");
        looked();
        assertThat(accounts.happened()).containsExactly("preflight", "preflight");
    }

    @Test
    void theFiltersHideLabsAndWhatIsHiddenIsNotChosen(FxRobot robot) throws TimeoutException {
        SweepViewModel model = open(robot, "#account-labs-left");
        press(robot, "#sweep-all");
        assertThat(model.chosenProperty().get()).isEqualTo(3);
        robot.interact(() -> robot.lookup("#sweep-days").<Spinner<Integer>>query().increment());
        assertThat(model.shown()).extracting(row -> row.lab().runId()).containsExactly(TARO);
        assertThat(model.chosenProperty().get()).isEqualTo(1);
        robot.interact(() -> robot.lookup("#sweep-owner").queryAs(TextField.class).setText("hana"));
        assertThat(model.shown()).isEmpty();
        assertThat(shows("条件に合う実習はありません。")).isTrue();
        robot.interact(() -> robot.lookup("#sweep-days").<Spinner<Integer>>query().decrement());
        press(robot, "#sweep-all");
        press(robot, "#sweep-clean-up");
        agree(robot);
        assertThat(accounts.labs().swept()).containsExactly(HANAKO);
    }

    @Test
    void whoLooksOnlyGoesBackByEsc(FxRobot robot) throws TimeoutException {
        open(robot, "#account-labs-left");
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        assertThat(view.getCenter()).isNotSameAs(view.labsLeft());
        assertThat(accounts.happened()).containsExactly("preflight");
        assertThat(app.navigator().visited()).doesNotContain("start");
    }
}
