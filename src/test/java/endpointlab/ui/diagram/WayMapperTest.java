package endpointlab.ui.diagram;

import static endpointlab.network.LabIds.*;
import static endpointlab.network.LabNetwork.tcp;
import static endpointlab.ui.diagram.Way.Reach.PASSED;
import static endpointlab.ui.diagram.Way.Reach.STOPPED;
import static endpointlab.ui.diagram.Way.Reach.UNREACHED;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.LabNetwork;
import endpointlab.network.Path;
import endpointlab.network.ReachabilityJudge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WayMapperTest {

    private static final Flow CURL = Flow.tcp(new Flow.FromInstance(CUSTOMER), ENDPOINT_IP, 80);
    private static final Flow SSH = Flow.tcp(new Flow.Internet(LAPTOP), CUSTOMER_PUBLIC_IP, 22);
    private static final Flow PUBLIC = Flow.tcp(new Flow.Internet(LAPTOP), NLB_NAME, 80);

    private final LabState state = SampleLab.finished();

    private Way way(Flow flow, LabNetwork network, Reality reality) {
        Path path = new ReachabilityJudge().judge(network.snapshot(), flow);
        return new WayMapper(SampleLab.LAB, SampleLab.DIAGRAM).map(flow, path, state, Way.Manner.REQUEST, reality);
    }

    private Way way(Flow flow, LabNetwork network) {
        return way(flow, network, Reality.UNKNOWN);
    }

    private static List<String> places(Way way) {
        return Stream.concat(way.legs().stream().limit(1).map(Way.Leg::from), way.legs().stream().map(Way.Leg::to))
                .toList();
    }

    private static List<Way.Reach> reaches(Way way) {
        return way.legs().stream().map(Way.Leg::reach).toList();
    }

    private static List<String> tales(Way way) {
        return way.legs().stream().map(leg -> leg.told().key()).toList();
    }

    private static Way.Stop stop(Way way) {
        return way.stop().orElseThrow();
    }

    @Test
    void theRequestRunsFromLeftToRightOverFiveLegs() {
        Way way = way(CURL, new LabNetwork());

        assertThat(way.arrived()).isTrue();
        assertThat(places(way)).containsExactly("customer-instance", "endpoint", "endpoint-service", "load-balancer",
                "target-group", "web-server");
        assertThat(reaches(way)).containsOnly(PASSED);
        assertThat(tales(way)).containsExactly("way.told.local", "way.told.group", "way.told.privatelink",
                "way.told.listener", "way.told.source");
        assertThat(way.legs().get(1).told().arguments())
                .containsExactly(new Way.Place("customer-security-group"), "TCP 80");
        assertThat(way.legs().get(4).told().arguments()).containsExactly(new Way.Place("web-server"), NODE_IP);
        assertThat(way.legs()).allSatisfy(leg -> assertThat(leg.points().get(1)).isEqualTo(leg.points().get(3)));
    }

    @Test
    void sshFallsStraightDownThroughTheRouteTable() {
        Way way = way(SSH, new LabNetwork());

        assertThat(places(way)).containsExactly("internet", "customer-igw", "customer-instance");
        assertThat(way.legs().get(1).via()).containsExactly("customer-route-table");
        assertThat(way.legs().stream().flatMap(leg -> Stream.iterate(0, i -> i < leg.points().size(), i -> i + 2)
                .map(leg.points()::get))).containsOnly(98.0);
        assertThat(way.legs().get(0).told()).isEqualTo(new Way.Phrase("way.told.gateway-in", List.of(CUSTOMER_IP)));
        assertThat(way.legs().get(1).told().arguments())
                .containsExactly(new Way.Place("customer-security-group"), "TCP 22");
    }

    @Test
    void thePublicPageComesThroughTheProvidersGateway() {
        Way way = way(PUBLIC, new LabNetwork());

        assertThat(places(way)).containsExactly("internet", "service-igw", "load-balancer", "target-group",
                "web-server");
        assertThat(tales(way)).containsExactly("way.told.gateway-in", "way.told.public", "way.told.listener",
                "way.told.client-kept");
    }

    @Test
    void aGroupThatDropsIsToBlameWithWhatWearsIt() {
        Way way = way(CURL, new LabNetwork().ingress(CUSTOMER_SG, tcp(22, ANYWHERE)));

        assertThat(reaches(way)).containsExactly(STOPPED, UNREACHED, UNREACHED, UNREACHED, UNREACHED);
        assertThat(stop(way)).satisfies(stop -> {
            assertThat(stop.leg()).isZero();
            assertThat(stop.early()).isFalse();
            assertThat(stop.places()).containsExactly("customer-security-group", "endpoint");
            assertThat(stop.cause().key()).isEqualTo("way.cause.security-group-ingress");
            assertThat(stop.cause().arguments()).containsExactly("TCP 80", new Way.Place("customer-security-group"),
                    CUSTOMER_IP, ENDPOINT_IP);
        });
        assertThat(places(way)).endsWith("web-server");
    }

    @Test
    void theWebServersGroupStopsTheLastLeg() {
        Way way = way(CURL, new LabNetwork().ingress(WEB_SG, tcp(22, ANYWHERE)));

        assertThat(reaches(way)).containsExactly(PASSED, PASSED, PASSED, PASSED, STOPPED);
        assertThat(stop(way).places()).containsExactly("web-security-group", "web-server");
    }

    @Test
    void whatIsNotLetOutStopsAtTheStart() {
        Way way = way(CURL, new LabNetwork().egress(CUSTOMER_SG, tcp(443, ANYWHERE)));

        assertThat(stop(way).early()).isTrue();
        assertThat(stop(way).leg()).isZero();
        assertThat(stop(way).places()).containsExactly("customer-security-group");
    }

    @Test
    void anEndpointThatWaitsForAcceptanceIsReachedAndStops() {
        Way way = way(CURL, new LabNetwork().endpointState("pendingAcceptance"));

        assertThat(reaches(way)).containsExactly(STOPPED, UNREACHED, UNREACHED, UNREACHED, UNREACHED);
        assertThat(stop(way).places()).containsExactly("endpoint");
        assertThat(stop(way).brief().key()).isEqualTo("way.brief.endpoint-not-available");
    }

    @Test
    void anAnswerThatIsLostLeavesTheWayThereWhole() {
        Way way = way(SSH, new LabNetwork().onlyLocalRoute(CUSTOMER_RTB));

        assertThat(reaches(way)).containsExactly(PASSED, PASSED);
        assertThat(stop(way).answer()).isTrue();
        assertThat(stop(way).leg()).isEqualTo(1);
        assertThat(stop(way).places()).containsExactly("customer-route-table");
        assertThat(stop(way).cause().key()).isEqualTo("way.cause.no-route");
    }

    @Test
    void aDetachedGatewayIsToBlameItself() {
        Way way = way(SSH, new LabNetwork().detach(CUSTOMER_IGW));

        assertThat(stop(way).places()).containsExactly("customer-igw");
        assertThat(reaches(way)).containsExactly(STOPPED, UNREACHED);
    }

    @Test
    void anAddressThatNobodyHasIsTheDeletedEndpoints() {
        Way way = way(CURL, new LabNetwork().withoutEndpoint());

        assertThat(stop(way).places()).containsExactly("endpoint");
        assertThat(stop(way).brief().key()).isEqualTo("way.brief.no-such-address");
        assertThat(reaches(way)).startsWith(STOPPED).endsWith(UNREACHED);
    }

    @Test
    void aStoppedSourceNeverSends() {
        Way way = way(CURL, new LabNetwork().stop(CUSTOMER));

        assertThat(stop(way).leg()).isEqualTo(-1);
        assertThat(stop(way).places()).containsExactly("customer-instance");
        assertThat(reaches(way)).containsOnly(UNREACHED).hasSize(5);
    }

    @Test
    void aRefusalAtTheFarEndIsTheServersThoughTheNetworkLetsItThrough() {
        Way way = way(CURL, new LabNetwork(), Reality.REFUSED);

        assertThat(reaches(way)).containsExactly(PASSED, PASSED, PASSED, PASSED, STOPPED);
        assertThat(stop(way).places()).containsExactly("web-server");
        assertThat(stop(way).cause().key()).isEqualTo("way.cause.refused");
        assertThat(way(CURL, new LabNetwork(), Reality.ANSWERED).arrived()).isTrue();
    }

    @Test
    void aTargetThatIsNotHealthyIsToldAsFailOpen() {
        LabState initial = SampleLab.with(state, "target", endpointlab.lab.ResourceStatus.WAITING, "initial");
        Path path = new ReachabilityJudge().judge(new LabNetwork().snapshot(), CURL);

        Way way = new WayMapper(SampleLab.LAB, SampleLab.DIAGRAM)
                .map(CURL, path, initial, Way.Manner.REQUEST, Reality.UNKNOWN);

        assertThat(way.legs().get(3).told()).isEqualTo(new Way.Phrase("way.told.fail-open",
                List.of("TCP 80", "initial")));
    }

    @ParameterizedTest
    @EnumSource(Path.Cause.class)
    void everyCauseHasItsWords(Path.Cause cause) {
        String word = cause.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            for (String kind : List.of("brief", "cause", "remedy")) {
                assertThat(messages.text("way." + kind + "." + word, "TCP 80", "X", "10.0.0.1", "10.0.0.2"))
                        .isNotBlank();
            }
        }
    }
}
