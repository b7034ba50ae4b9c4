package endpointlab.ui.presenter;

import static endpointlab.ui.diagram.FxSupport.fx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.ui.diagram.DiagramView;
import endpointlab.ui.diagram.FxSupport;
import endpointlab.ui.diagram.SampleLab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PresenterViewTest {

    private final List<String> left = new ArrayList<>();
    private SamplePresenter model;
    private Stage stage;
    private PresenterView view;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void showPractice() {
        show("practice", Language.JA);
    }

    private void show(String mode, Language language) {
        model = new SamplePresenter(mode);
        view = FxSupport.show(stage, language, 1920, 1080, localizer -> {
            DiagramView diagram = new DiagramView(SampleLab.model(), localizer);
            diagram.lessMotionProperty().set(true);
            diagram.show(SampleLab.finished(), SampleLab.NOW, 15);
            PresenterView made = new PresenterView(model, diagram, localizer);
            made.setOnLeave(() -> left.add("left"));
            return made;
        });
        fx(() -> view.requestFocus());
    }

    private List<String> texts() {
        return fx(() -> view.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList());
    }

    @Test
    void saysWhereTheClassStands() {
        assertThat(texts()).contains("練習モード", "us-east-1", "1:01:20", "1:08:00", "6 分 40 秒 早い", "15",
                "VPC エンドポイントを作り、承諾する", "提供側の承諾を待っています", "pendingAcceptance", "14", "/ 17 完了");

        fx(() -> model.elapsed.set(Duration.ofMinutes(80)));
        assertThat(texts()).contains("1:20:00", "3 分 0 秒 遅れ");
        fx(() -> model.elapsed.set(Duration.ofMinutes(70)));
        assertThat(texts()).contains("予定どおり");
    }

    @Test
    void theStressedPartOfTheSentenceStandsOut() {
        assertThat(fx(() -> view.lookupAll(".stressed").stream().map(text -> ((Text) text).getText()).toList()))
                .containsExactly("提供側が承諾して、");
    }

    @Test
    void aClickersKeysDoWhatTheButtonsDo(FxRobot robot) {
        fx(() -> model.next.disabled.set(false));
        robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.SPACE);
        assertThat(model.deeds).containsExactly("next", "back", "primary");

        fx(() -> model.next.disabled.set(true));
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(model.deeds).hasSize(3);
    }

    @Test
    void spaceOnAButtonWorksOnlyOnce(FxRobot robot) {
        fx(() -> view.lookup("#presenter-back").requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(model.deeds).containsExactly("primary");
        fx(() -> ((Button) view.lookup("#presenter-back")).fire());
        assertThat(model.deeds).containsExactly("primary", "back");
    }

    @Test
    void bBlanksTheScreenAndAnyKeyBringsItBack(FxRobot robot) {
        robot.type(KeyCode.B);
        assertThat(view.lookup(".curtain").isVisible()).isTrue();
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(view.lookup(".curtain").isVisible()).isFalse();
        assertThat(model.deeds).isEmpty();
    }

    @Test
    void escapeAndF11Leave(FxRobot robot) {
        robot.type(KeyCode.ESCAPE, KeyCode.F11);
        assertThat(left).hasSize(2);
    }

    @Test
    void escapeClosesACardFirst(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL).type(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
        assertThat(left).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(left).hasSize(1);
    }

    @Test
    void maskingCoversTheAccountAndEveryAddress(FxRobot robot) {
        assertThat(texts()).contains("1111-2222-3333");
        robot.type(KeyCode.M);
        assertThat(texts()).contains("••••-••••-3333");
        assertThat(diagramTexts()).noneMatch(text -> text.matches(".*[0-9]+\\.[0-9]+\\.[0-9]+.*"));
        robot.clickOn("#presenter-mask");
        assertThat(texts()).contains("1111-2222-3333");
        assertThat(diagramTexts()).contains("10.1.1.10");
    }

    private List<String> diagramTexts() {
        return fx(() -> view.lookupAll(".diagram-text").stream().map(text -> ((Text) text).getText()).toList());
    }

    @Test
    void inAwsModeItIsMaskedFromTheStart() {
        show("aws", Language.EN);
        assertThat(view.maskedProperty().get()).isTrue();
        assertThat(texts()).contains("AWS mode", "••••-••••-3333");
    }

    @Test
    void nothingIsSmallerThan24Pixels() {
        for (Language language : Language.values()) {
            show("practice", language);
            List<String> small = fx(() -> {
                view.applyCss();
                view.layout();
                List<String> found = new ArrayList<>();
                view.lookupAll(".label, .button").forEach(node -> note((Labeled) node, found));
                view.lookupAll(".diagram-text").forEach(node -> note((Text) node, found));
                return found;
            });
            assertThat(small).isEmpty();
        }
    }

    private static void note(Labeled labeled, List<String> found) {
        if (labeled.getFont().getSize() < 23.9 && !labeled.getText().isEmpty()) {
            found.add(labeled.getText() + " " + labeled.getFont().getSize());
        }
    }

    private static void note(Text text, List<String> found) {
        double size = text.getFont().getSize() * text.getLocalToSceneTransform().getMxx();
        if (size < 23.9 && !text.getText().isEmpty() && !(text instanceof FontIcon)) {
            found.add(text.getText() + " " + size);
        }
    }

    @Test
    void onASmallScreenNothingIsCutOff() {
        view = FxSupport.show(stage, Language.EN, 1280, 720, localizer -> {
            DiagramView diagram = new DiagramView(SampleLab.model(), localizer);
            diagram.show(SampleLab.finished(), SampleLab.NOW, 15);
            return new PresenterView(model, diagram, localizer);
        });
        for (Node node : fx(() -> List.copyOf(view.lookupAll(".label, .button")))) {
            var box = fx(() -> node.localToScene(node.getLayoutBounds()));
            assertThat(box.getMaxX()).as(node.toString()).isLessThanOrEqualTo(1280);
            assertThat(box.getMaxY()).as(node.toString()).isLessThanOrEqualTo(720);
        }
        assertThat(texts()).noneMatch(text -> text.endsWith("..."));
    }

    @Test
    void dashesFollowTheSteps() {
        assertThat(dashes("done")).isEqualTo(14);
        assertThat(dashes("current")).isEqualTo(1);
        fx(() -> {
            model.done.set(IntStream.rangeClosed(1, 15).boxed().toList());
            model.step.set(16);
        });
        assertThat(dashes("done")).isEqualTo(15);
    }

    private long dashes(String pseudoClass) {
        return fx(() -> view.lookupAll(".dash").stream().filter(dash -> dash.getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass(pseudoClass))).count());
    }
}
