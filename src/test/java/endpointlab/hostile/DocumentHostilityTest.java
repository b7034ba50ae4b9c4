package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.practice.document.DocumentException;
import endpointlab.practice.fault.FaultScript;
import endpointlab.practice.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that people write for the practice cloud: read, or refused in one sentence. */
@Timeout(3600)
class DocumentHostilityTest {

    private static final String POLICY = """
            {"Version": "2012-10-17", "Id": "p", "Statement": [
              {"Sid": "a", "Effect": "Allow", "Action": ["ec2:Describe*", "elasticloadbalancing:*"], "Resource": "*"},
              {"Effect": "Deny", "NotAction": "sts:GetCallerIdentity",
               "Resource": ["arn:aws:ec2:us-east-1:123456789012:vpc/*"],
               "Condition": {"StringEquals": {"aws:RequestTag/LabRun": ["x", "y"]},
                             "ForAllValues:StringLike": {"aws:TagKeys": "Lab*"},
                             "Null": {"ec2:ResourceTag/Name": "true"}, "Bool": {"aws:SecureTransport": false}}}]}
            """;

    private static final String FAULTS = """
            {"seed": 7, "faults": [
              {"kind": "throttling", "operation": ["ec2:Describe*", "CreateVpc"], "calls": "2-5", "probability": 0.3},
              {"kind": "server-error", "code": "Unavailable", "when": "after", "operation": "*", "calls": 3},
              {"kind": "connection-reset", "when": "before", "from": "2m", "until": "1h"},
              {"kind": "slow", "delay": "500ms"}, {"kind": "quota", "quota": "vpcs", "limit": 5},
              {"kind": "no-capacity", "instanceType": "t3.*", "zone": "us-east-1a"},
              {"kind": "eventual-consistency", "lag": "10s"}, {"kind": "clock-skew", "skew": "-20m"}]}
            """;

    @TempDir
    Path directory;

    /** Reads a file, or throws {@link DocumentException}. */
    @FunctionalInterface
    private interface Reader {

        Object read(Path file);
    }

    @Test
    void policies() throws Exception {
        assertThat(Policy.parse(POLICY, "good")).isNotNull();
        refusedInOneSentence("policy", POLICY, Policy::read);
    }

    @Test
    void faultScripts() throws Exception {
        assertThat(FaultScript.parse(FAULTS, "good").faults()).hasSize(8);
        refusedInOneSentence("fault", FAULTS, FaultScript::read);
    }

    private void refusedInOneSentence(String name, String good, Reader reader) throws Exception {
        Path file = directory.resolve(name + ".json");
        new Campaign(name + " file", 700).run(new SpoiledJson(good.getBytes(StandardCharsets.UTF_8))::draw, content -> {
            Files.write(file, content);
            try {
                assertThat(reader.read(file)).isNotNull();
            } catch (DocumentException refused) {
                assertThat(refused.getMessage()).startsWith(file.toString()).endsWith(".").hasSizeLessThan(1_500)
                        .doesNotContain("Exception", "java.");
            }
        });
    }
}
