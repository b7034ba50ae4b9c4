package endpointlab.practice.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.practice.document.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultScriptTest {

    private static FaultScript parse(String json) {
        return FaultScript.parse(json.replace('\'', '"'), "faults.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'faults': []}",
            "{'seed': 0, 'faults': [{'kind': 'throttling'}]}",
            "{'faults': [{'kind': 'server-error', 'code': 'Unavailable', 'when': 'after', 'operation': 'ec2:Create*'}]}",
            "{'faults': [{'kind': 'slow', 'delay': '500ms', 'operation': ['DescribeVpcs', 'sts:*'], 'calls': 4}]}",
            "{'faults': [{'kind': 'clock-skew', 'skew': '-1h', 'from': '0s', 'until': '2m'}]}",
            "{'faults': [{'kind': 'no-capacity', 'instanceType': 't3.*', 'zone': '*', 'probability': 1}]}",
            "{'faults': [{'kind': 'eventual-consistency', 'lag': '30s', 'probability': 0.5}]}"})
    void takes(String json) {
        assertThat(parse(json)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'faults': [{'kind': 'thunder'}]}                  | faults[0].kind: \"thunder\" can't be used; allowed is "
                    + "throttling, server-error, connection-reset, slow, missing-permission, expired-credentials, ",
            "{'faults': [{'calls': 1}]}                         | faults[0]: \"kind\" is missing.",
            "{'faults': [{'kind': 'slow'}]}                     | faults[0]: \"delay\" is missing.",
            "{'faults': [{'kind': 'slow', 'delay': 10}]}        | faults[0].delay: 10 can't be used; allowed is 500ms, ",
            "{'faults': [{'kind': 'throttling', 'delay': '1s'}]} | faults[0]: \"delay\" is not known here; allowed is "
                    + "kind, operation, calls, probability, from, until.",
            "{'faults': [{'kind': 'throttling', 'probability': 1.5}]} | faults[0].probability: 1.5 can't be used",
            "{'faults': [{'kind': 'throttling', 'calls': '5-2'}]} | faults[0].calls: \"5-2\" can't be used; allowed is "
                    + "3, 2-5, 4-.",
            "{'faults': [{'kind': 'throttling', 'calls': 0}]}   | faults[0].calls: 0 can't be used",
            "{'faults': [{'kind': 'throttling', 'operation': 'ec2:CreateVpcs'}]} | faults[0].operation: "
                    + "\"ec2:CreateVpcs\" can't be used",
            "{'faults': [{'kind': 'throttling', 'operation': 'ec2:CreateLoadBalancer'}]} | faults[0].operation: ",
            "{'faults': [{'kind': 'quota', 'quota': 'vpc', 'limit': 1}]} | faults[0].quota: \"vpc\" can't be used",
            "{'faults': [{'kind': 'quota', 'quota': 'vpcs', 'limit': -1}]} | faults[0].limit: -1 can't be used",
            "{'faults': [{'kind': 'quota', 'quota': 'vpcs', 'limit': 1, 'operation': '*'}]} | faults[0]: \"operation\" "
                    + "is not known here",
            "{'faults': [{'kind': 'clock-skew', 'skew': '1d'}]} | faults[0].skew: \"1d\" can't be used; allowed is 20m, ",
            "{'faults': ['throttling']}                         | faults[0]: \"throttling\" can't be used",
            "{'faults': {}}                                     | faults: {} can't be used",
            "{'seed': 'x', 'faults': []}                        | seed: \"x\" can't be used",
            "{'fault': []}                                      | $: \"fault\" is not known here"})
    void saysWhatIsWrongWhereAndWhatIsAllowed(String json, String sentence) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("faults.json, " + sentence);
    }

    @Test
    void saysTheLineOfWhatIsNoJson() {
        assertThatThrownBy(() -> parse("{\n  'faults': [\n    {'kind' 'slow'}\n]}"))
                .isInstanceOf(DocumentException.class).hasMessageStartingWith("faults.json is no JSON: line 3, column ");
        assertThatThrownBy(() -> parse("")).hasMessage("faults.json is no JSON: line 1, column 1.");
        assertThatThrownBy(() -> parse("[".repeat(100_000))).hasMessageStartingWith("faults.json is no JSON: line 1");
    }

    @Test
    void saysThatAFileCantBeRead(@TempDir Path directory) throws IOException {
        Path none = directory.resolve("none.json");
        assertThatThrownBy(() -> FaultScript.read(none)).hasMessageStartingWith(none + " can't be read: ");
        Path latin = Files.write(directory.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        assertThatThrownBy(() -> FaultScript.read(latin)).hasMessage(latin + " can't be read: not UTF-8.");
        Path large = Files.write(directory.resolve("large.json"), new byte[2 << 20]);
        assertThatThrownBy(() -> FaultScript.read(large)).hasMessage(large + " can't be read: > 1 MiB.");
    }
}
