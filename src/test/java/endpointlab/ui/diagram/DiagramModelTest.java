package endpointlab.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.LabState;
import endpointlab.lab.Mask;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.ui.shared.Localizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramModelTest {

    private final DiagramModel model = SampleLab.model();
    private final Localizer texts = new Localizer(Language.JA);

    private Map<String, PlaceView> places(LabState state) {
        return model.places(state, SampleLab.NOW, 7, texts);
    }

    static Stream<String> resources() {
        return SampleLab.LAB.resources().stream().map(ResourceSpec::id).filter(id -> !id.equals("key-pair"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aResourceThatIsBeingMadeShowsAtItsOwnPlaceAndNowhereElse(String id) {
        LabState state = SampleLab.with(SampleLab.finished(), id, ResourceStatus.CREATING);

        List<String> busy = places(state).values().stream().filter(view -> view.status() != ResourceStatus.READY)
                .map(PlaceView::id).toList();

        assertThat(busy).containsExactly(model.map().showing(id).orElseThrow().id());
        assertThat(places(state).get(busy.get(0)).status()).isEqualTo(ResourceStatus.CREATING);
    }

    @Test
    void aStepThatIsDoneLightsNothing() {
        LabState state = SampleLab.empty("");
        for (int step = 1; step <= 17; step++) {
            state = state.withStep(step, new StepState(StepState.Status.DONE, SampleLab.NOW, SampleLab.NOW, null,
                    null));
        }
        assertThat(places(state).values()).noneMatch(PlaceView::lit);
    }

    @Test
    void onlyThePlacesOfTheStepLookedAtAreCurrent() {
        assertThat(places(SampleLab.finished()).values()).filteredOn(PlaceView::current).extracting(PlaceView::id)
                .containsExactly("load-balancer", "target-group");
    }

    @Test
    void wordsAreAwsOwnWhereTheySayMore() {
        Map<String, PlaceView> views = places(SampleLab.with(SampleLab.finished(), "endpoint",
                ResourceStatus.WAITING, "pendingAcceptance"));

        assertThat(views.get("endpoint").statusText()).isEqualTo("承諾待ち 1:12");
        assertThat(views.get("load-balancer").statusText()).isEqualTo("active");
        assertThat(views.get("target-group").statusText()).isEqualTo("healthy");
        assertThat(views.get("service-vpc").statusText()).isEqualTo("準備完了");
        assertThat(places(SampleLab.empty("")).get("web-server").address()).isEqualTo("手順 6");
    }

    @Test
    void aLinkIsMadeByWhatItNeedsOnceBothItsEndsAreThere() {
        LabState state = SampleLab.before(7);
        DiagramSpec.Link forward = SampleLab.DIAGRAM.links().stream()
                .filter(link -> link.from().equals("load-balancer")).findFirst().orElseThrow();
        assertThat(model.link(state, forward)).isEqualTo(ResourceStatus.NOT_MADE);

        state = SampleLab.with(state, "load-balancer", ResourceStatus.CREATING);
        assertThat(model.link(state, forward)).isEqualTo(ResourceStatus.NOT_MADE);

        state = SampleLab.with(state, "target-group", ResourceStatus.READY);
        assertThat(model.link(state, forward)).isEqualTo(ResourceStatus.CREATING);

        state = SampleLab.with(state, "load-balancer", ResourceStatus.READY);
        assertThat(model.link(state, forward)).isEqualTo(ResourceStatus.NOT_MADE);

        state = SampleLab.with(state, "listener", ResourceStatus.READY);
        assertThat(model.link(state, forward)).isEqualTo(ResourceStatus.READY);
    }

    @Test
    void theCardTellsIdAddressesZoneStepAndTime() {
        PlaceDetails details = model.details(SampleLab.finished(), "load-balancer", texts);

        assertThat(details.name()).isEqualTo("MyNetwork-LB");
        assertThat(details.state()).isEqualTo("準備完了 active");
        assertThat(details.took()).contains(Duration.ofSeconds(157));
        assertThat(details.rows()).extracting(PlaceDetails.Row::label)
                .containsExactly("種類", "ID", "DNS 名", "AZ");
        assertThat(details.rows().get(1)).satisfies(row -> {
            assertThat(row.whole()).startsWith("arn:");
            assertThat(row.shown()).isEqualTo(row.whole().substring(row.whole().indexOf('/') + 1));
        });
        assertThat(details.rows().get(3).shown()).isEqualTo("us-east-1a");
        assertThat(model.details(SampleLab.empty(""), "web-server", texts).took()).isEmpty();
    }

    @Test
    void theCardSaysWhyItFailed() {
        Problem problem = new Problem("X", "way.cause.hairpin", "way.remedy.hairpin", List.of("TCP 80", "NLB"), "", "",
                "");
        LabState state = SampleLab.finished().withResource("endpoint", before -> new ResourceState("endpoint",
                ResourceStatus.FAILED, "vpce-1", null, Map.of(), null, problem, SampleLab.NOW, null, null, null));

        assertThat(model.details(state, "endpoint", texts).rows()).last().satisfies(row -> {
            assertThat(row.label()).isEqualTo("失敗の理由");
            assertThat(row.shown()).contains("NLB");
        });
    }

    @Test
    void namesCarryThePrefixAndPlacesWithoutOneAreNamedByKind() {
        LabState state = SampleLab.empty("student-01");
        assertThat(model.name(state, "web-server", texts)).isEqualTo("student-01Webserver1");
        assertThat(model.name(state, "endpoint-service", texts)).isEqualTo("エンドポイントサービス");
        assertThat(model.name(state, DiagramSpec.INTERNET, texts)).isEqualTo("あなたの PC");
    }

    @Test
    void maskingHidesAddressesNamesAndTheAccount() {
        PlaceDetails details = model.details(SampleLab.finished(), "load-balancer", texts).masked();
        assertThat(details.rows().toString()).doesNotContain("elb.us-east-1");
        assertThat(Mask.hide("10.0.1.24/24 ip-10-1-1-25 arn:aws:x:us-east-1:111122223333:y/z"))
                .isEqualTo("•.•.•.•/24 ip-• arn:aws:x:us-east-1:••••••••3333:y/z");
        assertThat(Mask.hide("MyNetwork-LB-50dc.elb.us-east-1.amazonaws.com")).isEqualTo("•••.amazonaws.com");
        assertThat(Mask.hide("com.amazonaws.vpce.us-east-1.vpce-svc-0a1b")).isEqualTo("com.amazonaws.vpce.•••");
        assertThat(Mask.account("111122223333")).isEqualTo("••••-••••-3333");
        assertThat(Mask.hide("vpc-0a3f91c2d4e5b6078 TCP 80")).isEqualTo("vpc-0a3f91c2d4e5b6078 TCP 80");
    }
}
