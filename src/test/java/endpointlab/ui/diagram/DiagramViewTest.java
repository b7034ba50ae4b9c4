package endpointlab.ui.diagram;

import static endpointlab.ui.diagram.FxSupport.fx;
import static endpointlab.ui.diagram.FxSupport.until;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DiagramViewTest {

    private final List<Integer> stepsOpened = new ArrayList<>();
    private Stage stage;
    private DiagramView view;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void showTheFinishedLab() {
        view = show(1016, 366, SampleLab.finished());
    }

    private DiagramView show(double width, double height, LabState state) {
        return FxSupport.show(stage, Language.JA, width, height, localizer -> {
            DiagramView made = new DiagramView(SampleLab.model(), localizer);
            made.setOnStep(stepsOpened::add);
            made.show(state, SampleLab.NOW, 7);
            return made;
        });
    }

    private String focused() {
        return fx(() -> view.getScene().getFocusOwner().getId());
    }

    private Node body(String id) {
        return view.canvas().places().get(id).body();
    }

    private Point2D middleOf(String id) {
        return fx(() -> {
            Bounds at = view.canvas().localToScreen(view.canvas().places().get(id).outline());
            return new Point2D(at.getCenterX(), at.getCenterY());
        });
    }

    @Test
    void arrowsWalkFromPlaceToPlace(FxRobot robot) {
        fx(view::focusDiagram);
        assertThat(focused()).isEqualTo("place-customer-instance");

        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("place-load-balancer");
        robot.type(KeyCode.END);
        assertThat(focused()).isEqualTo("place-web-server");
        robot.type(KeyCode.HOME, KeyCode.UP);
        assertThat(focused()).isEqualTo("place-customer-route-table");
        fx(() -> view.requestFocus());
        fx(view::focusDiagram);
        assertThat(focused()).isEqualTo("place-customer-route-table");
    }

    @Test
    void tabStopsOnceInTheDiagram() {
        fx(view::focusDiagram);
        assertThat(view.canvas().places().values()).filteredOn(place -> place.body().isFocusTraversable()).hasSize(1);
    }

    @Test
    void theFocusedPlaceHasARing() {
        fx(view::focusDiagram);
        fx(() -> view.applyCss());
        assertThat(((javafx.scene.shape.Shape) body("customer-instance").lookup(".focus-ring")).getStroke())
                .isNotEqualTo(javafx.scene.paint.Color.TRANSPARENT);
        assertThat(((javafx.scene.shape.Shape) body("endpoint").lookup(".focus-ring")).getStroke())
                .isEqualTo(javafx.scene.paint.Color.TRANSPARENT);
    }

    @Test
    void everyPlaceHasANameARoleAndAState() {
        assertThat(view.canvas().places().values()).allSatisfy(place -> {
            assertThat(place.body().getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
            assertThat(place.body().getAccessibleRoleDescription()).isNotBlank();
            assertThat(place.body().getAccessibleText()).contains(place.shown().name(), place.shown().statusText());
        });
        assertThat(body("load-balancer").getAccessibleText())
                .isEqualTo("MyNetwork-LB, Network Load Balancer, active, TCP 80, いまの手順");
    }

    @Test
    void enterOpensTheCardAndEscapeGivesTheKeyboardBack(FxRobot robot) {
        fx(view::focusDiagram);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(view.cards().open()).isEqualTo("endpoint");
        assertThat(view.cards().popup().showing()).isTrue();
        assertThat(cardTexts()).contains("VPC エンドポイント", "準備完了 available", "10.1.1.40", "us-east-1a");

        robot.type(KeyCode.ESCAPE);
        assertThat(view.cards().popup().showing()).isFalse();
        assertThat(focused()).isEqualTo("place-endpoint");
    }

    private List<String> cardTexts() {
        return fx(() -> view.cards().popup().scene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText()).toList());
    }

    @Test
    void theCardCopiesAnIdAndOpensTheStep(FxRobot robot) {
        fx(view::focusDiagram);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        Button copy = fx(() -> (Button) view.cards().popup().scene().getRoot().lookup(".card-copy"));
        assertThat(copy.isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(SampleLab.finished().resource("endpoint").awsId());

        Hyperlink link = fx(() -> (Hyperlink) view.cards().popup().scene().getRoot().lookup(".hyperlink"));
        assertThat(link.getText()).isEqualTo("手順 15・2:37");
        fx(link::fire);
        assertThat(stepsOpened).containsExactly(15);
        assertThat(view.cards().popup().showing()).isFalse();
    }

    @Test
    void pointingForAWhileOpensTheCardAndLeavingClosesIt(FxRobot robot) {
        robot.moveTo(middleOf("web-server"));
        until(() -> "web-server".equals(view.cards().open()));
        assertThat(cardTexts()).contains("10.0.1.10");

        robot.moveTo(middleOf("target-group").add(0, -120));
        until(() -> view.cards().open() == null);
    }

    @Test
    void aClickOpensTheCardAtOnceAndFocuses(FxRobot robot) {
        robot.moveTo(middleOf("target-group")).clickOn(MouseButton.PRIMARY);
        assertThat(view.cards().open()).isEqualTo("target-group");
        assertThat(focused()).isEqualTo("place-target-group");
    }

    @Test
    void cardsStayWithinTheWindow() {
        for (String id : view.canvas().places().keySet()) {
            fx(() -> view.cards().open(id, false));
            Bounds window = new javafx.geometry.BoundingBox(0, 0, 1016, 366);
            Bounds card = fx(() -> {
                Node frame = view.cards().popup().scene().getRoot().lookup(".place-card");
                return frame.localToScreen(frame.getLayoutBounds());
            });
            assertThat(window.contains(card)).as("%s: %s in %s", id, card, window).isTrue();
        }
        fx(() -> view.closeCard());
    }

    @Test
    void plusMinusAndNoughtZoom(FxRobot robot) {
        fx(view::focusDiagram);
        robot.type(KeyCode.ADD);
        assertThat(view.zoomProperty().get()).isEqualTo(1.25);
        assertThat(view.board().scale()).isEqualTo(1.25);
        robot.type(KeyCode.ADD, KeyCode.SUBTRACT, KeyCode.DIGIT0);
        assertThat(view.zoomProperty().get()).isEqualTo(1);
        robot.press(KeyCode.SHIFT).type(KeyCode.SEMICOLON).release(KeyCode.SHIFT);
        assertThat(view.zoomProperty().get()).isEqualTo(1.25);
        robot.type(KeyCode.DIGIT0, KeyCode.SEMICOLON, KeyCode.MINUS);
        assertThat(view.zoomProperty().get()).isEqualTo(1);
    }

    @Test
    void buttonsZoomFitAndShowTheLegend(FxRobot robot) {
        robot.clickOn("#diagram-zoom-in").clickOn("#diagram-zoom-in").clickOn("#diagram-zoom-out");
        assertThat(view.zoomProperty().get()).isEqualTo(1.25);
        robot.clickOn("#diagram-fit");
        assertThat(view.zoomProperty().get()).isEqualTo(1);
        robot.clickOn("#diagram-legend");
        assertThat(robot.listWindows().stream().flatMap(window -> window.getScene().getRoot()
                .lookupAll(".legend-state").stream()).map(node -> ((Label) node).getText()))
                .containsExactly("未作成", "作成中", "待機中", "準備完了", "失敗", "削除中", "削除済み", "変更あり");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void whatIsLargerThanItsRoomCanBeDragged(FxRobot robot) {
        fx(() -> view.setZoom(2));
        double before = fx(() -> view.board().getHvalue());
        robot.moveTo(new Point2D(500, 300)).press(MouseButton.PRIMARY).moveBy(-60, 0)
                .moveBy(-60, 0).release(MouseButton.PRIMARY);
        assertThat(fx(() -> view.board().getHvalue())).isGreaterThan(before);
    }

    @Test
    void belowThreeQuartersItScrollsInsteadOfShrinking() {
        DiagramView small = show(500, 250, SampleLab.finished());
        assertThat(small.board().scale()).isEqualTo(0.75);
        DiagramView large = show(1829, 659, SampleLab.finished());
        assertThat(large.board().scale()).isEqualTo(1.8, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void aPlaceOutOfSightIsScrolledToWhenTheKeyboardReachesIt(FxRobot robot) {
        view = show(500, 300, SampleLab.finished());
        fx(view::focusDiagram);
        robot.type(KeyCode.END);
        Bounds room = fx(() -> view.localToScreen(view.getBoundsInLocal()));
        assertThat(room.contains(middleOf("web-server"))).isTrue();
    }

    @Test
    void onlyWhatChangedIsDrawnAnew() {
        int before = view.canvas().updates();
        fx(() -> view.show(SampleLab.finished(), SampleLab.NOW.plusSeconds(1), 7));
        assertThat(view.canvas().updates()).isEqualTo(before);

        fx(() -> view.show(SampleLab.with(SampleLab.finished(), "endpoint", ResourceStatus.DRIFTED), SampleLab.NOW, 7));
        assertThat(view.canvas().updates()).isEqualTo(before + 1);
    }

    private AtomicInteger moving() {
        return fx(() -> {
            AtomicInteger moving = new AtomicInteger();
            view.canvas().lookupAll(".halo").forEach(halo -> moving.addAndGet(((Halo) halo).pulsing() ? 1 : 0));
            view.canvas().lookupAll(".link").forEach(link -> moving.addAndGet(((LinkLine) link).running() ? 1 : 0));
            return moving;
        });
    }

    @Test
    void thingsMoveOnlyWhileSomethingIsMadeAndMotionIsWanted() {
        assertThat(moving()).hasValue(0);
        LabState busy = SampleLab.with(SampleLab.finished(), "load-balancer", ResourceStatus.CREATING);
        fx(() -> view.show(busy, SampleLab.NOW, 7));
        assertThat(moving()).hasValue(3);

        fx(() -> view.lessMotionProperty().set(true));
        assertThat(moving()).hasValue(0);
        fx(() -> view.lessMotionProperty().set(false));
        assertThat(moving()).hasValue(3);

        fx(() -> stage.hide());
        assertThat(moving()).hasValue(0);
    }

    @Test
    void theLanguageIsFollowed() {
        fx(() -> view.localizer().languageProperty().set(Language.EN));
        assertThat(body("endpoint").getAccessibleText()).startsWith("VPC endpoint, available");
    }

    @Test
    void maskingHidesEveryAddress() {
        fx(() -> view.maskedProperty().set(true));
        assertThat(view.canvas().places().values()).noneMatch(place ->
                place.body().getAccessibleText().matches(".*[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+.*"));
        fx(() -> view.cards().open("load-balancer", false));
        assertThat(cardTexts()).noneMatch(text -> text.contains("elb.us-east-1"));
        fx(() -> view.closeCard());
    }
}
