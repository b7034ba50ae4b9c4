package endpointlab.ui.diagram;

import static endpointlab.network.LabIds.*;
import static endpointlab.network.LabNetwork.tcp;
import static endpointlab.ui.diagram.FxSupport.fx;
import static endpointlab.ui.diagram.FxSupport.until;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.network.Flow;
import endpointlab.network.LabNetwork;
import endpointlab.network.ReachabilityJudge;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WayViewTest {

    private static final Flow CURL = Flow.tcp(new Flow.FromInstance(CUSTOMER), ENDPOINT_IP, 80);
    private static final Flow SSH = Flow.tcp(new Flow.Internet(LAPTOP), CUSTOMER_PUBLIC_IP, 22);
    private static final LabNetwork DROPPING = new LabNetwork().ingress(CUSTOMER_SG, tcp(22, ANYWHERE));

    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    private DiagramView show() {
        return FxSupport.show(stage, Language.JA, 1016, 366, localizer -> {
            DiagramView view = new DiagramView(SampleLab.model(), localizer);
            view.show(SampleLab.finished(), SampleLab.NOW, 16);
            return view;
        });
    }

    private static Way way(Flow flow, LabNetwork network, Way.Manner manner) {
        return new WayMapper(SampleLab.LAB, SampleLab.DIAGRAM).map(flow,
                new ReachabilityJudge().judge(network.snapshot(), flow), SampleLab.finished(), manner,
                Reality.UNKNOWN);
    }

    private static List<String> with(DiagramView view, String pseudoClass) {
        return fx(() -> view.canvas().places().entrySet().stream().filter(place -> place.getValue().body()
                        .getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass)))
                .map(java.util.Map.Entry::getKey).toList());
    }

    @Test
    void aWayThatArrivedMarksEveryPlaceItPassed() {
        DiagramView view = show();
        fx(() -> {
            view.showWay(way(SSH, new LabNetwork(), Way.Manner.ACCESS));
            view.showWay(way(CURL, new LabNetwork(), Way.Manner.REQUEST));
        });

        assertThat(with(view, "on-way")).containsExactlyInAnyOrder("customer-igw", "customer-route-table",
                "customer-instance", "endpoint", "endpoint-service", "load-balancer", "target-group", "web-server");
        assertThat(with(view, "to-blame")).isEmpty();
        assertThat(view.canvas().lookupAll(".hop")).hasSize(5);
        fx(view::clearWays);
        assertThat(with(view, "on-way")).isEmpty();
        assertThat(view.canvas().lookupAll(".hop")).isEmpty();
    }

    @Test
    void aWayThatStoppedTurnsOnlyTheGuiltyRed() {
        DiagramView view = show();
        fx(() -> view.showWay(way(CURL, DROPPING, Way.Manner.REQUEST)));

        assertThat(with(view, "to-blame")).containsExactlyInAnyOrder("customer-security-group", "endpoint");
        assertThat(with(view, "on-way")).containsExactly("customer-instance");
        assertThat(fx(() -> view.canvas().lookupAll(".hop").stream().filter(Node::isVisible).filter(hop ->
                hop.getPseudoClassStates().contains(PseudoClass.getPseudoClass("unreached"))).count())).isEqualTo(4);
        assertThat(fx(() -> view.canvas().lookupAll(".callout-text").stream()
                .map(text -> ((javafx.scene.text.Text) text).getText()).toList()))
                .containsExactly("ここで止まりました", "TCP 80 が未許可");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePacketTakesOneLegAfterTheOther(boolean lessMotion) {
        DiagramView view = show();
        List<Integer> told = new CopyOnWriteArrayList<>();
        fx(() -> {
            view.lessMotionProperty().set(lessMotion);
            view.setOnLeg(told::add);
            view.showWay(way(CURL, new LabNetwork(), Way.Manner.REQUEST));
            view.playWay();
        });
        until(() -> told.contains(1));
        assertThat(with(view, "on-way")).doesNotContain("web-server");
        assertThat(fx(() -> view.canvas().lookup(".packet").isVisible())).isEqualTo(!lessMotion);

        until(() -> told.contains(-1));
        assertThat(told).containsExactly(0, 1, 2, 3, 4, -1);
        assertThat(fx(view::playing)).isFalse();
        assertThat(with(view, "on-way")).contains("web-server");
        assertThat(fx(() -> view.canvas().lookup(".packet").isVisible())).isFalse();
    }

    @Test
    void nothingIsToBlameBeforeThePacketGotThere() {
        DiagramView view = show();
        List<Integer> told = new CopyOnWriteArrayList<>();
        List<String> early = fx(() -> {
            view.setOnLeg(told::add);
            view.showWay(way(CURL, DROPPING, Way.Manner.REQUEST));
            view.playWay();
            return with(view, "to-blame");
        });
        assertThat(early).isEmpty();

        until(() -> told.contains(-1));
        assertThat(told).containsExactly(0, -1);
        assertThat(with(view, "to-blame")).contains("endpoint");
    }

    @Test
    void linksUnderADottedWayAreHidden() {
        DiagramView view = show();
        fx(() -> view.showWay(way(SSH, new LabNetwork(), Way.Manner.ACCESS)));
        assertThat(fx(() -> view.canvas().lookupAll(".link").stream().filter(link -> !link.isVisible())
                .map(link -> ((LinkLine) link).link().to()).toList()))
                .containsExactlyInAnyOrder("customer-igw", "customer-route-table");
        assertThat(((Polyline) view.canvas().lookup(".way-line")).getPoints()).isNotEmpty();
    }

    @Test
    void theListTellsEachLegInOneSentence() {
        HopListView list = FxSupport.show(stage, Language.JA, 480, 420, localizer -> {
            HopListView made = new HopListView(SampleLab.model(), localizer);
            made.show(way(CURL, DROPPING, Way.Manner.REQUEST), SampleLab.finished());
            return made;
        });

        assertThat(list.getChildren()).hasSize(5);
        assertThat(texts(list)).startsWith("1", "Customer_EC2 → VPC エンドポイント", "TCP 80 が未許可", "2")
                .endsWith("MyNetwork-TG → Webserver1", "ここまでは届いていません。");
        assertThat(list.getChildren().get(0).getAccessibleText())
                .isEqualTo("1. Customer_EC2 から VPC エンドポイント へ, 停止, TCP 80 が未許可");

        fx(() -> list.highlight(2));
        assertThat(list.getChildren()).filteredOn(row -> row.getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("under-way"))).containsExactly(list.getChildren().get(2));
    }

    private static List<String> texts(Parent list) {
        return fx(() -> list.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList());
    }
}
