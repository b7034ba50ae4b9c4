package endpointlab.ui.diagram;

import static endpointlab.network.LabIds.*;
import static endpointlab.ui.diagram.FxSupport.fx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.ui.shared.StateGlyph;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever a lab's state, names and language: no label lies on another or leaves the canvas. */
@ExtendWith(ApplicationExtension.class)
class DiagramLabelsTest {

    /** Boxes of glyphs are a little larger than what is painted. */
    private static final double TOLERANCE = 2.5;

    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    private record Label(String text, Bounds bounds) {
    }

    private DiagramView show(Language language, LabState state) {
        return FxSupport.show(stage, language, 1016, 366, localizer -> {
            DiagramView view = new DiagramView(SampleLab.model(), localizer);
            view.lessMotionProperty().set(true);
            view.show(state, SampleLab.NOW, 7);
            return view;
        });
    }

    private static List<Label> labels(DiagramView view) {
        return fx(() -> {
            view.applyCss();
            view.layout();
            List<Label> labels = new ArrayList<>();
            collect(view.canvas(), view.canvas(), labels);
            return labels;
        });
    }

    private static void collect(Node node, DiagramCanvas canvas, List<Label> labels) {
        if (!node.isVisible() || node instanceof StopCallout) {
            return;
        }
        if (node instanceof StateGlyph glyph) {
            labels.add(new Label("sign " + glyph.statusProperty().get(), inCanvas(glyph, canvas)));
        } else if (node instanceof Text text && text.getStyleClass().contains("diagram-text")) {
            if (!text.getText().isEmpty()) {
                labels.add(new Label(text.getText(), inCanvas(text, canvas)));
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, canvas, labels));
        }
    }

    private static Bounds inCanvas(Node node, Group canvas) {
        return canvas.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private static void assertClear(List<Label> labels) {
        Bounds canvas = new BoundingBox(0, 0, SampleLab.DIAGRAM.width(), SampleLab.DIAGRAM.height());
        assertThat(labels).isNotEmpty();
        for (int i = 0; i < labels.size(); i++) {
            Label one = labels.get(i);
            assertThat(canvas.contains(one.bounds())).as("%s stays on the canvas", one).isTrue();
            for (Label other : labels.subList(i + 1, labels.size())) {
                assertThat(overlap(one.bounds(), other.bounds())).as("%s on %s", one, other).isFalse();
            }
        }
    }

    private static boolean overlap(Bounds one, Bounds other) {
        double wide = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double high = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return wide > TOLERANCE && high > TOLERANCE;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noLabelLiesOnAnotherInAnyState(Language language) {
        DiagramView view = show(language, SampleLab.finished());
        for (ResourceStatus status : ResourceStatus.values()) {
            for (String prefix : List.of("", "student-01")) {
                fx(() -> view.show(SampleLab.all(status, prefix), SampleLab.NOW, 7));
                assertClear(labels(view));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLongRegionAndALongWaitStillFit(Language language) {
        LabState state = SampleLab.all(ResourceStatus.WAITING, "student-01");
        LabState far = new LabState(1, state.labId(), state.runId(), "practice", "ap-northeast-1", "", 1, "student-01",
                state.values(), state.resources(), state.steps(), state.createdAt(), state.changedAt());
        DiagramView view = show(language, far);
        fx(() -> view.show(far, SampleLab.NOW.plusSeconds(4000), 7));

        assertClear(labels(view));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLabsOwnNamesAreNeverShortened(Language language) {
        assertThat(labels(show(language, SampleLab.finished()))).extracting(Label::text)
                .contains("Customer_Public_subnet", "Service_Public_subnet", "Customer_Network", "Service_Network",
                        "Customer_EC2_SG", "Webserver_sg", "Customer_IGW", "Service_IGW", "Customer_EC2",
                        "Webserver1", "MyNetwork-LB", "MyNetwork-TG")
                .noneMatch(text -> text.contains("…"));
    }

    @Test
    void aLongNameIsShortenedInItsMiddle() {
        assertThat(labels(show(Language.JA, SampleLab.all(ResourceStatus.READY, "student-01"))))
                .extracting(Label::text).anyMatch(text -> text.matches("stu.*….*_EC2"));
    }

    @Test
    void wordsComeBackWhenThereIsRoomAgain() {
        DiagramView view = show(Language.JA, SampleLab.all(ResourceStatus.READY, "student-01"));
        fx(() -> view.show(SampleLab.finished(), SampleLab.NOW, 7));

        assertThat(labels(view)).extracting(Label::text).contains("Customer_EC2").noneMatch(text ->
                text.contains("…"));
    }

    private static Path dropped(Path.Cause cause) {
        return new Path(List.of(new Path.Hop(Path.HopKind.SOURCE, CUSTOMER, CUSTOMER_IP, ENDPOINT_IP, false),
                new Path.Hop(Path.HopKind.VPC_ENDPOINT, ENDPOINT, CUSTOMER_IP, ENDPOINT_IP, false)),
                new Path.Dropped(cause, Path.HopKind.VPC_ENDPOINT, ENDPOINT));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatStoppedAPacketIsSaidInTheFreeSpaceBetweenTheVpcs(Language language) {
        DiagramView view = show(language, SampleLab.finished());
        Flow flow = Flow.tcp(new Flow.FromInstance(CUSTOMER), ENDPOINT_IP, 65535);
        for (Path.Cause cause : Path.Cause.values()) {
            fx(() -> view.showWay(new WayMapper(SampleLab.LAB, SampleLab.DIAGRAM)
                    .map(flow, dropped(cause), SampleLab.finished(), Way.Manner.REQUEST, Reality.SILENT)));
            labels(view);
            Bounds callout = fx(() -> inCanvas(view.lookup(".callout-box"), view.canvas()));
            assertThat(callout.getMinY()).as("%s", cause).isGreaterThan(58);
            assertThat(callout.getMaxY()).isLessThan(168);
            assertThat(callout.getMinX()).isGreaterThan(344);
            assertThat(callout.getMaxX()).isLessThan(508);
        }
        assertClear(labels(view));
    }
}
