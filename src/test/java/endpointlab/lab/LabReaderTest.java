package endpointlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabReaderTest {

    private static final String LAB = """
            {"id":"x","steps":[{"number":1,"minutes":2,"group":"g","substeps":[{"id":"1.1"}],
             "fields":[{"key":"step-1.name","type":"NAME","value":"N"}]}],
             "resources":[{"id":"vpc","kind":"vpc","step":1,"substep":"1.1",
             "inputs":{"name":"${field:step-1.name}"}}],
             "checks":[{"id":"page","kind":"http","step":1,"inputs":{"host":"${vpc.id}"}}]}
            """;

    @Test
    void readsTheLab() {
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);

        assertThat(lab.steps()).extracting(LabStep::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 17).boxed().toList());
        assertThat(lab.resource("web-server").inputs()).containsEntry("user-data", "${field:step-6.user-data}");
        assertThat(lab.fields()).filteredOn(field -> field.key().equals("step-6.user-data")).singleElement()
                .satisfies(field -> assertThat(field.value()).contains("Welcome to Hangyuzs Server 1"));
    }

    @Test
    void readsASoundLab() throws Exception {
        assertThat(new LabReader().read(new StringReader(LAB)).resources()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "${field:step-1.name}; ${field:step-1.nme}; unknown field step-1.nme",
        "${vpc.id}; ${vcp.id}; unknown resource vcp",
        "${vpc.id}; ${vpc}; not a reference",
        "\"substep\":\"1.1\"; \"substep\":\"1.2\"; unknown sub-step 1.2",
        "\"kind\":\"http\",\"step\":1; \"kind\":\"http\",\"step\":2; unknown step 2",
        "\"kind\":\"http\",; ; check page has no kind",
        "\"value\":\"N\"; \"value\":\"N\",\"within\":\"step-9.cidr\"; unknown field step-9.cidr",
        "\"type\":\"NAME\",; ; lacks a type",
    })
    void contradictionsAreNamed(String part, String broken, String message) {
        String json = LAB.replace(part, broken == null ? "" : broken);

        assertThatThrownBy(() -> new LabReader().read(new StringReader(json)))
                .isInstanceOf(LabFormatException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "\"group\":; \"gruop\":; gruop",
        "\"value\":\"N\"; \"value\":\"N\",\"value\":\"M\"; Duplicate",
        "\"NAME\"; \"NAYM\"; NAYM",
    })
    void unknownNamesAreRefused(String part, String broken, String message) {
        assertThatThrownBy(() -> new LabReader().read(new StringReader(LAB.replace(part, broken))))
                .hasMessageContaining(message);
    }

    @Test
    void aLabThatIsNotThere() {
        assertThatThrownBy(() -> new LabReader().read("no-such-lab")).isInstanceOf(LabFormatException.class)
                .hasMessageContaining("no-such-lab");
    }
}
