package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** The lab in an account that may do what {@code export iam-policy} allows and nothing else. */
@Timeout(120)
class LabUnderPolicyTest {

    @TempDir
    Path directory;
    private PracticeCloud cloud;
    private Terminal terminal;
    private String policy;

    @BeforeEach
    void enforceTheExportedPolicy() throws IOException {
        terminal = new Terminal(directory.resolve("lab"));
        assertThat(terminal.type("export", "iam-policy")).isZero();
        policy = terminal.out();
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 7, directory.resolve("cloud")));
        cloud.enforce(Policy.parse(policy, "the exported policy"));
        System.setProperty("aws.accessKeyId", cloud.credentials().accessKeyId());
        System.setProperty("aws.secretAccessKey", cloud.credentials().secretAccessKey());
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        cloud.close();
    }

    @Test
    void theWholeLabAndItsCleanUpWork() {
        assertThat(type("run", "--pace", "instant", "--json")).as(terminal.out()).isZero();

        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        assertThat(terminal.events("problem")).isEmpty();
    }

    @Test
    void thePreflightFindsNothingWrong() {
        assertThat(type("preflight", "--json")).as(terminal.out()).isZero();

        assertThat(terminal.events("preflight")).extracting(line -> line.get("verdict").asText())
                .contains("ok", "unknown").doesNotContain("warning", "stop");
    }

    @Test
    void whatTheRunDidNotMakeIsOutOfReach() {
        try (AwsConnection aws = AwsConnection.to(cloud.endpoint(), "us-east-1", cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey())) {
            String vpc = aws.ec2().describeVpcs().vpcs().get(0).vpcId();
            assertDenied(() -> aws.ec2().deleteVpc(request -> request.vpcId(vpc)));
            assertDenied(() -> aws.ec2().createVpc(request -> request.cidrBlock("10.5.0.0/16")));
            assertDenied(() -> aws.ec2().createSubnet(request -> request.vpcId(vpc).cidrBlock("172.31.200.0/24")
                    .tagSpecifications(tags -> tags.resourceType(ResourceType.SUBNET)
                            .tags(tag -> tag.key("LabRun").value("test0run")))));
            assertDenied(() -> aws.ec2().createTags(request -> request.resources(vpc)
                    .tags(tag -> tag.key("LabRun").value("test0run"))));
            assertThat(aws.ec2().describeVpcs().vpcs()).hasSize(1);
        }
    }

    @Test
    void whatWasMadeByHandIsTakenOverIfItCarriesTheRunsTag() {
        assertThat(type("run", "--pace", "instant", "--to", "1", "--json")).as(terminal.out()).isZero();
        assertThat(type("status", "--json")).isZero();
        String run = terminal.last().get("id").asText();
        String vpc = terminal.last().get("resources").get(0).get("awsId").asText();
        try (AwsConnection aws = AwsConnection.to(cloud.endpoint(), "us-east-1", cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey())) {
            String gateway = aws.ec2().createInternetGateway(request -> request.tagSpecifications(tags -> tags
                    .resourceType(ResourceType.INTERNET_GATEWAY).tags(tag -> tag.key("LabRun").value(run))))
                    .internetGateway().internetGatewayId();
            aws.ec2().attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(vpc));
        }

        assertThat(type("check", "--step", "2", "--adopt", "--yes", "--json")).as(terminal.out()).isZero();

        assertThat(type("cleanup", "--json")).as(terminal.out()).isZero();
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
    }

    @Test
    void onePermissionLessIsNamed() throws IOException {
        ObjectNode lacking = (ObjectNode) new JsonMapper().readTree(policy);
        lacking.get("Statement").forEach(statement -> {
            ArrayNode actions = (ArrayNode) statement.get("Action");
            for (int i = actions.size() - 1; i >= 0; i--) {
                if (actions.get(i).asText().equals("ec2:CreateInternetGateway")) {
                    actions.remove(i);
                }
            }
        });
        cloud.enforce(Policy.parse(lacking.toString(), "the policy without one action"));

        assertThat(type("run", "--pace", "instant", "--to", "2", "--lang", "en")).isEqualTo(1);

        assertThat(terminal.err() + terminal.out()).contains("ec2:CreateInternetGateway");
        cloud.enforce(Policy.parse(policy, "the exported policy"));
        assertThat(type("cleanup", "--pace", "instant")).isZero();
    }

    private static void assertDenied(Runnable call) {
        assertThatThrownBy(call::run).hasMessageContaining("not authorized");
    }

    private int type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--endpoint-url", cloud.endpoint().toString(), "--socks",
                cloud.socks().getHostString() + ":" + cloud.socks().getPort()));
        return terminal.type(all.toArray(String[]::new));
    }
}
