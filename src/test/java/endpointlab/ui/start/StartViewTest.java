package endpointlab.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import endpointlab.clock.Pace;
import endpointlab.i18n.Language;
import endpointlab.lab.LabStep;
import endpointlab.lab.ProblemException;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import endpointlab.settings.SshSource;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Seen;
import endpointlab.ui.shared.TestApp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StartViewTest {

    private final FakeDesk desk = new FakeDesk();
    private TestApp app;
    private StartView view;

    @Start
    void show(Stage stage) {
        app = new TestApp(Settings.DEFAULT);
        view = new StartView(app.context(), desk);
        app.show(stage, view);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void load(FxRobot robot) throws TimeoutException {
        robot.interact(view::refresh);
        waitFor(10, TimeUnit.SECONDS, () -> view.model().phaseProperty().get() != StartViewModel.Phase.LOADING);
        waitForFxEvents();
    }

    private boolean shows(String words) {
        return Seen.words(view, words);
    }

    private void waitForVisit(String where) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, () -> app.navigator().visited().contains(where));
    }

    @Test
    void aNewcomerIsInPracticeModeAfterOnePressOfEnter(FxRobot robot) throws TimeoutException {
        load(robot);
        assertThat(shows("はじめての方は、練習モードで始めましょう")).isTrue();
        robot.type(KeyCode.ENTER);
        waitForVisit("lab");
        assertThat(desk.started()).singleElement().satisfies(wish -> {
            assertThat(wish.mode()).isEqualTo("practice");
            assertThat(wish.region()).isEqualTo("us-east-1");
            assertThat(wish.pace()).isEqualTo(Pace.BRISK);
            assertThat(wish.prefix()).isEmpty();
            assertThat(wish.values()).isEmpty();
        });
    }

    @Test
    void theButtonForEnterHasTheFocusEvenIfTheLabsAreKnownBeforeThePageIsShown(FxRobot robot) throws TimeoutException {
        Scene scene = view.getScene();
        robot.interact(() -> {
            AppContext quick = new AppContext(app.context().localizer(), app.context().appearance(), app.preferences(),
                    app.navigator(), app.context().lab(), app.context().diagram(), app.context().texts(),
                    app.context().prices(), app.context().wallClock(), Runnable::run);
            StartView early = new StartView(quick, desk);
            early.refresh();
            scene.setRoot(early);
        });
        waitFor(10, TimeUnit.SECONDS, () -> scene.getFocusOwner() != null
                && "first-start".equals(scene.getFocusOwner().getId()));
    }

    @Test
    void enterGoesOnWithTheLabThatWasLeft(FxRobot robot) throws TimeoutException {
        desk.with(Labs.summary(Labs.doneUpTo("aaaa1111", 8)), Labs.summary(Labs.doneUpTo("bbbb2222", 3)));
        load(robot);
        assertThat(shows("次は手順 9")).isTrue();
        assertThat(shows("8 / 17 手順")).isTrue();
        assertThat(shows("残り 約 %d 分".formatted(Labs.LAB.steps().stream().filter(step -> step.number() > 8)
                .mapToInt(LabStep::minutes).sum()))).isTrue();
        assertThat(shows("15 分前に中断")).isTrue();
        assertThat(shows("EC2 インスタンス 1 台、NLB 1 台。練習モードは無料です（AWS なら 1 時間 約 USD 0.04）。")).isTrue();
        robot.type(KeyCode.ENTER);
        waitForVisit("lab");
        assertThat(desk.asked()).containsExactly("open aaaa1111");
    }

    @Test
    void aNewLabTakesTheSettings(FxRobot robot) throws TimeoutException {
        robot.interact(() -> app.preferences().change(was -> was.withRegion("ap-northeast-1").withPace("30")
                .withPrefix("hana-").withInstanceType("t2.micro").withSshSource(SshSource.MY_ADDRESS)));
        load(robot);
        robot.interact(() -> robot.lookup("#new-start").queryButton().fire());
        waitForVisit("lab");
        assertThat(desk.started()).singleElement().satisfies(wish -> {
            assertThat(wish.region()).isEqualTo("ap-northeast-1");
            assertThat(wish.pace().factor()).isEqualTo(30);
            assertThat(wish.prefix()).isEqualTo("hana-");
            assertThat(wish.values()).containsEntry("step-6.instance-type", "t2.micro")
                    .containsEntry("step-14.sg-rules", "tcp/22/203.0.113.10/32,tcp/80/0.0.0.0/0");
        });
    }

    @Test
    void aSettingThatCantBeUsedIsToldAndNothingIsStarted(FxRobot robot) throws TimeoutException {
        robot.interact(() -> app.preferences().change(was -> was.withInstanceType("t3micro")));
        load(robot);
        robot.interact(() -> robot.lookup("#new-start").queryButton().fire());
        assertThat(shows("インスタンスタイプの値「t3micro」はインスタンスタイプの形ではないので、t3.micro のように書いてください。")).isTrue();
        assertThat(desk.started()).isEmpty();
    }

    @Test
    void inAwsModeTheAccountComesFirst(FxRobot robot) throws TimeoutException {
        load(robot);
        assertThat(robot.lookup("#mode-practice").queryAs(RadioButton.class).isSelected()).isTrue();
        robot.interact(() -> robot.lookup("#mode-aws").queryAs(RadioButton.class).fire());
        assertThat(robot.lookup("#mode-practice").queryAs(RadioButton.class).isSelected()).isFalse();
        assertThat(robot.lookup("#pace").query().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#new-start").queryButton().fire());
        assertThat(app.navigator().visited()).containsExactly("account");
        assertThat(desk.started()).isEmpty();
    }

    @Test
    void whatAwsModeCostsIsToldForTheRegion(FxRobot robot) throws TimeoutException {
        load(robot);
        assertThat(shows("1 時間あたり 約 USD 0.07")).isTrue();
        robot.interact(() -> app.preferences().change(was -> was.withRegion("eu-west-1")));
        assertThat(shows("費用がかかります")).isTrue();
    }

    @Test
    void choicesOnThePageAreKept(FxRobot robot) throws TimeoutException {
        load(robot);
        robot.interact(() -> {
            ComboBox<String> region = robot.lookup("#region").queryComboBox();
            region.setValue("ap-northeast-1");
            ComboBox<String> pace = robot.lookup("#pace").queryComboBox();
            pace.setValue("aws");
        });
        waitFor(10, TimeUnit.SECONDS, () -> !app.saved().isEmpty()
                && app.saved().get(app.saved().size() - 1).pace().equals("aws"));
        assertThat(app.preferences().settings().region()).isEqualTo("ap-northeast-1");
    }

    @Test
    void theLanguageIsSwitchedAndTheStateStays(FxRobot robot) throws TimeoutException {
        desk.with(Labs.summary(Labs.doneUpTo("aaaa1111", 8)));
        load(robot);
        robot.interact(() -> button(".details").fire());
        assertThat(view.lookupAll(".resource-id")).hasSameSizeAs(Labs.LAB.resources());
        robot.clickOn("English");
        assertThat(app.preferences().settings().language()).isEqualTo(Language.EN);
        assertThat(shows("Next: step 9, ")).isTrue();
        assertThat(shows("left 15 min ago")).isTrue();
        assertThat(view.lookupAll(".resource-id")).hasSameSizeAs(Labs.LAB.resources());
        robot.clickOn("High contrast");
        assertThat(app.preferences().settings().look()).isEqualTo(Look.HIGH_CONTRAST);
        assertThat(japaneseLabels()).as("left in Japanese").isEmpty();
    }

    private List<String> japaneseLabels() {
        return view.lookupAll(".label").stream().map(node -> ((Label) node).getText())
                .filter(text -> text != null && text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9fff)).toList();
    }

    @Test
    void cleanUpAsksFirst(FxRobot robot) throws TimeoutException {
        desk.with(Labs.summary(Labs.doneUpTo("aaaa1111", 8)));
        load(robot);
        robot.interact(() -> button(".clean-up").fire());
        assertThat(shows("すべて削除します。元には戻せません。よろしいですか？")).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(shows("元には戻せません")).isFalse();
        assertThat(desk.asked()).isEmpty();
        robot.interact(() -> button(".clean-up").fire());
        robot.type(KeyCode.ENTER);
        assertThat(desk.asked()).as("the harmless answer has the focus").isEmpty();
    }

    @Test
    void detailsTellEveryResourceWithStateAndId(FxRobot robot) throws TimeoutException {
        desk.with(Labs.summary(Labs.doneUpTo("aaaa1111", 8)));
        load(robot);
        robot.interact(() -> button(".details").fire());
        assertThat(robot.lookup(".resource-id").queryAllAs(TextField.class))
                .extracting(TextField::getText)
                .contains("vpc-0a1b2c3d4e5f60718", "–");
        assertThat(shows("7. Network Load Balancer")).isTrue();
        robot.interact(() -> button(".details").fire());
        assertThat(view.lookupAll(".resource-id")).isEmpty();
    }

    @Test
    void aFinishedLabIsForgottenOnlyAfterAQuestion(FxRobot robot) throws TimeoutException {
        desk.with(Labs.summary(Labs.finished("cccc3333")));
        load(robot);
        assertThat(shows("3 日前に終了")).isTrue();
        assertThat(shows("はじめての方は")).isTrue();
        robot.interact(() -> button(".forget").fire());
        assertThat(desk.asked()).isEmpty();
        robot.interact(() -> button(".danger").fire());
        waitFor(10, TimeUnit.SECONDS, () -> desk.asked().contains("forget cccc3333"));
        waitFor(10, TimeUnit.SECONDS, () -> !shows("3 日前に終了"));
    }

    @Test
    void whileLabsAreLookedForItSaysSo(FxRobot robot) throws TimeoutException {
        desk.hold();
        robot.interact(view::refresh);
        assertThat(shows("この PC にある実習を調べています。")).isTrue();
        desk.release();
        waitFor(10, TimeUnit.SECONDS, () -> shows("はじめての方は"));
        assertThat(shows("この PC にある実習を調べています。")).isFalse();
    }

    @Test
    void aDamagedLabIsToldAndHidesNoOther(FxRobot robot) throws TimeoutException {
        desk.with(Labs.damaged("dddd4444"), Labs.summary(Labs.doneUpTo("aaaa1111", 3)));
        load(robot);
        assertThat(shows("実習の状態ファイル lab.json が壊れているため、読み込めません。")).isTrue();
        assertThat(shows("壊れたファイルは lab.damaged-1.json に残しました。")).isTrue();
        assertThat(shows("次は手順 4")).isTrue();
    }

    @Test
    void whenTheDiskCantBeReadItSaysWhyAndCanBeTriedAgain(FxRobot robot) throws TimeoutException {
        desk.failsWith(new ProblemException(Labs.damaged("dddd4444").damaged(), null));
        load(robot);
        assertThat(view.model().phaseProperty().get()).isEqualTo(StartViewModel.Phase.FAILED);
        assertThat(shows("読み込めません。")).isTrue();
        desk.worksAgain();
        robot.clickOn("もう一度調べる");
        waitFor(10, TimeUnit.SECONDS, () -> shows("はじめての方は"));
        assertThat(shows("読み込めません。")).isFalse();
    }

    @Test
    void aLabThatCantBeOpenedStaysOnThePageWithTheReason(FxRobot robot) throws TimeoutException {
        desk.with(Labs.summary(Labs.failedAt("aaaa1111", 7)));
        load(robot);
        assertThat(shows("手順 7 で問題が起きて止まっています。")).isTrue();
        desk.failsWith(new ProblemException(Labs.damaged("dddd4444").damaged(), null));
        robot.interact(() -> button(".continue").fire());
        waitFor(10, TimeUnit.SECONDS, () -> shows("読み込めません。"));
        assertThat(app.navigator().visited()).isEmpty();
        assertThat(button(".continue").isDisabled()).isFalse();
    }

    @Test
    void everythingIsReachedByTab(FxRobot robot) throws TimeoutException {
        load(robot);
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 30; i++) {
            Node owner = view.getScene().getFocusOwner();
            reached.add(owner.getId() != null ? owner.getId() : String.valueOf(owner.getAccessibleText()));
            robot.type(KeyCode.TAB);
        }
        assertThat(reached).contains("first-start", "mode-practice", "pace", "region", "new-start", "設定",
                "3 ページ 料金", "日本語");
    }

    @ParameterizedTest
    @CsvSource({"1280, 100", "1280, 200", "1024, 100", "1024, 200", "1920, 80"})
    void nothingIsWiderThanThePage(int width, int size, FxRobot robot) throws TimeoutException {
        desk.with(Labs.damaged("dddd4444"), Labs.summary(Labs.doneUpTo("aaaa1111", 8)),
                Labs.summary(Labs.finished("cccc3333")));
        load(robot);
        for (Language language : Language.values()) {
            robot.interact(() -> {
                view.getScene().getWindow().setWidth(width);
                app.preferences().change(was -> was.withTextSize(size).withLanguage(language));
                button(".details").fire();
            });
            WaitForAsyncUtils.waitForFxEvents();
            double room = ((ScrollPane) view.getCenter()).getViewportBounds().getWidth();
            Parent column = (Parent) view.lookup(".page-column");
            assertThat(column.getChildrenUnmodifiable()).allSatisfy(part ->
                    assertThat(part.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(room + 1));
            assertThat(((Parent) view.getTop()).getChildrenUnmodifiable()).allSatisfy(part ->
                    assertThat(part.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void conceptPagesShowWhatWasRead(FxRobot robot) throws TimeoutException {
        load(robot);
        assertThat(shows("6 ページ中 0 ページを読みました")).isTrue();
        robot.interact(() -> app.preferences().change(was -> was.withConceptRead(3)));
        assertThat(shows("6 ページ中 1 ページを読みました")).isTrue();
        robot.interact(() -> view.lookupAll(".concept-card").stream().map(Button.class::cast)
                .filter(card -> card.getAccessibleText().equals("3 ページ 料金、読みました")).findFirst().orElseThrow()
                .fire());
        assertThat(app.navigator().visited()).containsExactly("concept 3");
    }

    private Button button(String selector) {
        return view.lookupAll(selector).stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(Seen::isShown).findFirst().orElseThrow();
    }
}
