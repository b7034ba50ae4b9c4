package endpointlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagramReaderTest {

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);

    @Test
    void everythingTheLabMakesHasItsPlaceSaveTheKeyPair() {
        DiagramSpec diagram = new DiagramReader().read(lab);

        Stream<String> placed = Stream.of(
                diagram.frames().stream().flatMap(frame -> frame.resources().stream()),
                diagram.gateways().stream().flatMap(gateway -> gateway.resources().stream()),
                diagram.routeTables().stream().flatMap(table -> table.resources().stream()),
                diagram.tiles().stream().flatMap(tile -> tile.resources().stream())).flatMap(ids -> ids);
        assertThat(placed).containsExactlyInAnyOrderElementsOf(lab.resources().stream().map(ResourceSpec::id)
                .filter(id -> !id.equals("key-pair")).toList());
    }

    @Test
    void aClassTakesNinetyMinutes() {
        assertThat(lab.steps()).allSatisfy(step -> assertThat(step.minutes()).isPositive());
        assertThat(lab.steps().stream().mapToInt(LabStep::minutes).sum()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "[\"service-vpc\"]; [\"service-vcp\"]; a frame names the unknown resource service-vcp",
        "[\"service-vpc\"]; [\"customer-vpc\"]; resource customer-vpc stands at two places",
        "\"from\": \"endpoint\"; \"from\": \"listener\"; the link from listener to endpoint-service doesn't join",
        "\"needs\": [\"target-group\"; \"needs\": [\"target-gruop\"; unknown resource target-gruop",
        "field:step-7.listener-port; field:step-7.port; unknown field:step-7.port",
        "\"kind\": \"subnet\"; \"kind\": \"subent\"; unknown kind subent",
        "\"points\": [122, 241, 238, 241]; \"points\": [122, 241, 238]; isn't a line",
        "\"x\": 918; \"x\": 1918; tile leaves the canvas",
        "\"resource\": \"endpoint-service\"; \"resource\": \"service\"; the caption names the unknown resource",
    })
    void whatDoesNotFitTheLabIsNamed(String part, String broken, String message) throws Exception {
        String sound = json();
        assertThat(sound).contains(part);

        assertThatThrownBy(() -> new DiagramReader().read(lab, new StringReader(sound.replace(part, broken))))
                .isInstanceOf(LabFormatException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "\"icon\": \"PRIVATELINK\"; \"icno\": \"PRIVATELINK\"; icno",
        "\"width\": 1016,; ``; null",
        "\"height\": 366; \"height\": 366, \"height\": 367; Duplicate",
    })
    void unknownNamesAreRefused(String part, String broken, String message) throws Exception {
        String json = json().replace(part, broken);

        assertThatThrownBy(() -> new DiagramReader().read(lab, new StringReader(json))).hasMessageContaining(message);
    }

    @Test
    void aLabWithoutDiagram() {
        Lab other = new Lab("other", lab.steps(), lab.resources(), lab.checks());

        assertThatThrownBy(() -> new DiagramReader().read(other)).isInstanceOf(LabFormatException.class)
                .hasMessageContaining("other");
    }

    private String json() throws Exception {
        try (InputStream in = DiagramReaderTest.class.getResourceAsStream(
                "/labs/vpc-endpoint-service/diagram.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
