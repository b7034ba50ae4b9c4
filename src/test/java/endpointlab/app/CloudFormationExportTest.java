package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.Needs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The template of {@code export cloudformation}, read as text and by cfn-lint. */
@Timeout(120)
class CloudFormationExportTest {

    private static final String HOSTILE = "- {a: 'b'} \"c\" \\n ${AWS::AccountId} # : \u30db\u30b9\u30c8 @%&*!|>";

    @TempDir
    Path directory;

    @Test
    void cfnLintFindsNothing() throws Exception {
        Needs.program("cfn-lint", "the template isn't judged by it");
        assertLintedClean("lab");
        assertLintedClean("hostile", "--set", "step-1.name=" + HOSTILE, "--set", "step-15.name=on",
                "--set", "step-6.sg-rules=", "--set", "step-6.user-data=#!/bin/bash\n  echo '" + HOSTILE
                        + "'   \n\necho ${run} tab\there", "--set", "step-6.ami=ami-0123456789abcdef0", "--set",
                "step-8.acceptance-required=false", "--prefix", "s07-");
        assertLintedClean("versioned", "--set", "step-6.ami=resolve:ssm:/own/image:3", "--set",
                "step-14.sg-rules=tcp/22/203.0.113.7/32,all/all/10.0.0.0/8", "--region", "ap-northeast-1");
    }

    @Test
    void saysWhatItCannotDoAndHasTheLearnersValues() {
        String template = export("values", "--set", "step-1.cidr=10.9.0.0/16", "--set", "step-3.cidr=10.9.1.0/24",
                "--prefix", "s07-", "--lang", "en");

        assertThat(template).startsWith("# CloudFormation template of the VPC endpoint lab.\n")
                .contains("can't accept the connection request", "aws ec2 accept-vpc-endpoint-connections")
                .contains("Default: \"s07-\"", "Default: \"10.9.0.0/16\"", "Default: \"10.9.1.0/24\"")
                .contains("Type: \"AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>\"")
                .contains("      UserData:\n        Fn::Base64: |\n          #!/bin/bash\n          dnf install -y httpd\n")
                .doesNotContain("s07-Service_Network").doesNotContain("LabRun").doesNotContain("\ue000");
    }

    private void assertLintedClean(String home, String... edits) throws Exception {
        Path file = Files.writeString(directory.resolve(home + ".yaml"), export(home, edits), StandardCharsets.UTF_8);
        Path said = directory.resolve("said.txt");
        Process lint = new ProcessBuilder("cfn-lint", file.toString()).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        assertThat(lint.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).as(home).isEmpty();
        assertThat(lint.exitValue()).isZero();
    }

    private String export(String home, String... edits) {
        Terminal terminal = new Terminal(directory.resolve(home));
        List<String> run = new ArrayList<>(List.of("run", "--pace", "instant", "--to", "1"));
        run.addAll(List.of(edits));
        assertThat(terminal.type(run.toArray(String[]::new))).as(terminal.err()).isZero();
        List<String> words = new ArrayList<>(List.of("export", "cloudformation"));
        if (List.of(edits).contains("--lang")) {
            words.addAll(List.of("--lang", "en"));
        }
        assertThat(terminal.type(words.toArray(String[]::new))).isZero();
        return terminal.out();
    }
}
