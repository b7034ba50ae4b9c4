package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.store.LabHome;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code endpointlab check}: a step done by hand in a practice cloud that runs elsewhere. */
@Timeout(120)
class CheckCommandTest {

    @TempDir
    Path directory;
    private ServedCloud cloud;
    private AwsConnection aws;
    private Terminal terminal;

    @BeforeEach
    void begin() {
        cloud = new ServedCloud(directory.resolve("cloud"));
        aws = AwsConnection.to(URI.create(cloud.endpoint()), "us-east-1", cloud.accessKeyId(),
                cloud.secretAccessKey());
        System.setProperty("aws.accessKeyId", cloud.accessKeyId());
        System.setProperty("aws.secretAccessKey", cloud.secretAccessKey());
        terminal = new Terminal(directory.resolve("home"));
    }

    @AfterEach
    void end() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        aws.close();
        cloud.close();
    }

    @Test
    void whatWasMadeByHandIsShownTakenOverAndGoneOnWith() {
        assertThat(type("check", "--step", "1", "--lang", "en")).isEqualTo(1);
        assertThat(terminal.out()).contains("[--]   VPC: not found.");

        String vpc = aws.ec2().createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        aws.ec2().createTags(request -> request.resources(vpc).tags(tag -> tag.key("Name").value("mine")));
        assertThat(type("check", "--step", "1", "--lang", "en")).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("VPC: " + vpc, "Recognised by its value.",
                "Different, but it will do: Name was planned as ", " and is mine.");
        assertThat(type("check", "--step", "1")).isZero();
        assertThat(terminal.out()).contains("設定の値で見つけました。", "このままで使えます：Name の予定は ");

        assertThat(type("check", "--step", "1", "--adopt")).as("nobody can confirm").isEqualTo(2);
        assertThat(terminal.err()).contains("--yes");
        assertThat(type("check", "--step", "1", "--adopt", "--yes", "--json")).as(terminal.out()).isZero();
        assertThat(terminal.events("step")).extracting(step -> step.get("status").asText()).containsExactly("done");
        JsonNode work = terminal.events("work").get(0);
        assertThat(work.get("verdict").asText()).isEqualTo("found");
        assertThat(work.get("candidates").get(0).get("differences").get(0).get("matters").asBoolean()).isFalse();

        assertThat(type("run", "--json")).as(terminal.out()).isZero();
        assertThat(terminal.last().get("leftover").asInt(-1)).isZero();
        assertThat(aws.ec2().describeVpcs().vpcs()).extracting(each -> each.vpcId()).doesNotContain(vpc);
    }

    @Test
    void whatMattersIsSaidAndNotTakenOver() {
        String vpc = aws.ec2().createVpc(request -> request.cidrBlock("10.8.0.0/16")).vpc().vpcId();
        assertThat(type("run", "--to", "1")).isZero();
        assertThat(terminal.out()).doesNotContain(vpc);
        String own = aws.ec2().describeVpcs(request -> request.filters(filter -> filter.name("tag-key")
                .values("LabRun"))).vpcs().get(0).vpcId();
        aws.ec2().createSubnet(request -> request.vpcId(own).cidrBlock("10.0.99.0/24").availabilityZone("us-east-1a"));

        assertThat(type("check", "--step", "3", "--adopt", "--yes", "--lang", "en")).isEqualTo(1);

        assertThat(terminal.out()).contains("Differs: CidrBlock should be ", ", but is 10.0.99.0/24.");
        assertThat(terminal.err()).contains("differs from the lab's values in what matters");
        assertThat(type("check", "--step", "18")).isEqualTo(2);
        assertThat(new Terminal(directory.resolve("empty")).type("check", "--step", "1")).isEqualTo(2);
    }

    @Test
    void whatWasMadeInTheLabsOwnPracticeCloudIsCheckedWhenTheWindowIsClosed() {
        assertThat(terminal.type("run", "--to", "1", "--pace", "instant")).as(terminal.err()).isZero();
        assertThat(terminal.type("status", "--json")).isZero();
        JsonNode status = terminal.last();
        String vpc = status.get("resources").get(0).get("awsId").asText();
        try (Cloud own = new CloudOpener(Trouble.none()).own(new LabHome(directory.resolve("home"))
                .practice(status.get("id").asText()), "us-east-1", 0, Pace.INSTANT)) {
            String gateway = own.aws().ec2().createInternetGateway().internetGateway().internetGatewayId();
            own.aws().ec2().attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(vpc));
        }

        assertThat(terminal.type("check", "--step", "2", "--adopt", "--yes", "--lang", "en")).as(terminal.out()).isZero();

        assertThat(terminal.out()).contains("Recognised by what it is connected to.", "Step 2 is the lab's now");
        assertThat(terminal.type("cleanup")).isZero();
    }

    private int type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--pace", "instant", "--endpoint-url", cloud.endpoint(), "--socks", cloud.socks()));
        return terminal.type(all.toArray(String[]::new));
    }
}
