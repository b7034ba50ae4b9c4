package endpointlab.ui.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import endpointlab.i18n.Language;
import endpointlab.settings.Settings;
import endpointlab.ui.shared.TestApp;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConceptViewTest {

    private TestApp app;
    private ConceptView view;

    @Start
    void show(Stage stage) {
        app = new TestApp(Settings.DEFAULT);
        view = new ConceptView(app.context());
        app.show(stage, view);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void open(FxRobot robot, int number) {
        robot.interact(() -> view.open(number));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String selector) {
        return ((Label) view.lookup(selector)).getText();
    }

    @Test
    void theSliderReadsOutBothFiguresAndTheirRatio(FxRobot robot) {
        open(robot, 3);
        assertThat(text("#gigabytes-now")).isEqualTo("100 GB");
        assertThat(text("#interface-figure")).isEqualTo("USD 11.22");
        assertThat(text("#nat-figure")).isEqualTo("USD 51.46");
        assertThat(text("#factor-figure")).isEqualTo("4.6 倍");
        Slider slider = robot.lookup("#gigabytes").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        for (int i = 0; i < 18; i++) {
            robot.type(KeyCode.RIGHT);
        }
        assertThat(slider.getValue()).isCloseTo(1_000, within(0.001));
        assertThat(text("#gigabytes-now")).isEqualTo("1,000 GB");
        assertThat(text("#interface-figure")).isEqualTo("USD 20.22");
        assertThat(text("#nat-figure")).isEqualTo("USD 107.26");
        assertThat(text("#factor-figure")).isEqualTo("5.3 倍");
        assertThat(slider.getAccessibleHelp())
                .isEqualTo("グラフ：月に 1,000 GB のとき、インターフェイスエンドポイントは USD 20.22、NAT ゲートウェイは USD 107.26 で、5.3 倍です。");
    }

    @Test
    void theLanguageIsSwitchedAndTheSliderStays(FxRobot robot) {
        open(robot, 3);
        robot.interact(() -> {
            robot.lookup("#gigabytes").queryAs(Slider.class).setValue(700);
            view.model().regionProperty().set("us-east-1");
        });
        robot.interact(() -> app.preferences().change(was -> was.withLanguage(Language.EN)));
        assertThat(robot.lookup("#gigabytes").queryAs(Slider.class).getValue()).isEqualTo(700);
        assertThat(text("#interface-figure")).isEqualTo("USD 14.30");
        assertThat(text("#factor-figure")).isEqualTo("4.5 times");
        assertThat(text(".concept-title")).isEqualTo("What it costs");
    }

    @Test
    void aPriceThatWeHaveNotSeenSaysSo(FxRobot robot) {
        open(robot, 3);
        robot.interact(() -> view.model().regionProperty().set("ap-northeast-1"));
        assertThat(prices()).contains("0.014", "0.062", "無料", "未確認");
        robot.interact(() -> view.model().regionProperty().set("us-east-1"));
        assertThat(prices()).contains("0.010", "0.0035", "0.045").doesNotContain("未確認");
    }

    private List<String> prices() {
        return view.lookupAll(".price-grid .price").stream().map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void thePagesAreWalkedByKeyboardAndMarked(FxRobot robot) {
        open(robot, 1);
        for (int page = 1; page <= 6; page++) {
            assertThat(view.model().numberProperty().get()).isEqualTo(page);
            robot.type(KeyCode.ENTER);
        }
        assertThat(app.preferences().settings().conceptsRead()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(app.navigator().visited()).containsExactly("start");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(view.model().numberProperty().get()).isEqualTo(5);
    }

    @Test
    void aPageIsReadOnlyWhenItsEndWasSeen(FxRobot robot) {
        open(robot, 3);
        robot.type(KeyCode.ESCAPE);
        assertThat(app.preferences().settings().conceptsRead()).isEmpty();
        open(robot, 3);
        robot.interact(() -> ((ScrollPane) view.getCenter()).setVvalue(1));
        robot.type(KeyCode.ESCAPE);
        assertThat(app.preferences().settings().conceptsRead()).containsExactly(3);
        assertThat(app.navigator().visited()).containsExactly("start", "start");
    }

    @Test
    void namesCarryThePrefixOfTheSettings(FxRobot robot) {
        robot.interact(() -> app.preferences().change(was -> was.withPrefix("hana-")));
        open(robot, 6);
        assertThat(view.lookupAll(".md-code").stream().map(node -> ((Label) node).getText()))
                .contains("hana-Service_Network");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void everyPictureIsTold(int page, FxRobot robot) {
        open(robot, page);
        List<Node> pictures = Stream.of(".picture", ".cost-plot", ".whole-diagram")
                .flatMap(selector -> view.lookupAll(selector).stream()).toList();
        assertThat(pictures).hasSize(switch (page) {
            case 2 -> 3;
            case 3, 6 -> 1;
            default -> 0;
        }).allSatisfy(picture -> {
            assertThat((String) picture.queryAccessibleAttribute(AccessibleAttribute.TEXT)).hasSizeGreaterThan(20);
            assertThat(picture.getBoundsInParent().getWidth()).isGreaterThan(200);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void nothingIsWiderThanItsPage(int page, FxRobot robot) {
        for (int size : new int[] {100, 200}) {
            robot.interact(() -> app.preferences().change(was -> was.withTextSize(size)));
            open(robot, page);
            double width = ((ScrollPane) view.getCenter()).getViewportBounds().getWidth();
            Parent column = (Parent) view.lookup(".page-column");
            assertThat(column.getChildrenUnmodifiable()).allSatisfy(part ->
                    assertThat(part.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width + 1));
        }
    }
}
