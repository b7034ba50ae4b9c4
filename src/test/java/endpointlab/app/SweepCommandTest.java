package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Labs of two machines in one account, a third machine that sweeps, and what a stranger has there. */
@Timeout(180)
class SweepCommandTest {

    @TempDir
    Path directory;
    private PracticeCloud cloud;
    private AwsConnection aws;
    private Terminal instructor;

    @BeforeEach
    void start() throws IOException {
        open(Pace.parse("instant"));
        instructor = new Terminal(directory.resolve("instructor"));
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        close();
    }

    @Test
    void cleansUpTheOldLabOfAnotherMachineAndTouchesNothingElse() throws IOException {
        Terminal taro = student("taro");
        makeLab(taro, "taro-", "6");
        aDayAndMorePasses();
        Terminal hanako = student("hanako");
        makeLab(hanako, "hanako-", "6");
        List<String> strangers = strangersVpcs();
        List<String> before = vpcs();

        assertThat(sweep("--older-than", "1d", "--dry-run", "--json")).isZero();

        assertThat(vpcs()).isEqualTo(before);
        JsonNode old = found("taro-");
        assertThat(old.get("chosen").asBoolean()).isTrue();
        assertThat(old.get("run").asText()).isEqualTo(runId(taro));
        assertThat(old.get("region").asText()).isEqualTo("us-east-1");
        assertThat(old.get("account").asText()).matches("[0-9]{12}");
        assertThat(old.get("ageSeconds").asLong()).isGreaterThan(86_400);
        assertThat(Instant.parse(old.get("createdAt").asText())).isBefore(cloud.clock().now());
        assertThat(old.get("usdPerHour").asDouble()).isPositive();
        assertThat(old.get("resources").asInt()).isGreaterThan(5);
        JsonNode fresh = found("hanako-");
        assertThat(fresh.get("chosen").asBoolean()).isFalse();
        assertThat(fresh.get("ageSeconds").asLong()).isLessThan(86_400);
        assertThat(instructor.events("lab")).hasSize(2);
        assertThat(instructor.last().get("event").asText()).isEqualTo("end");
        assertThat(instructor.last().get("leftover").isNull()).isTrue();

        assertThat(sweep("--older-than", "1d", "--yes", "--json")).isZero();

        assertThat(instructor.events("problem")).isEmpty();
        assertThat(instructor.last().get("leftover").asInt(-1)).isZero();
        assertThat(instructor.last().get("calls").get("delete").asInt()).isPositive();
        assertThat(owners()).containsExactly("hanako-");
        assertThat(vpcs()).hasSize(before.size() - 1).containsAll(strangers);
        assertThat(before).containsAll(vpcs());

        assertThat(sweep("--owner", "taro-", "--yes", "--json")).isZero();
        assertThat(owners()).containsExactly("hanako-");
        assertThat(sweep("--owner", "hana", "--yes", "--json")).isZero();
        assertThat(owners()).isEmpty();
        assertThat(vpcs()).containsAll(strangers);
        assertThat(directory.resolve("instructor/swept/labs")).isEmptyDirectory();
        assertThat(instructor.type("status", "--json")).isZero();
        assertThat(instructor.last().get("id").isNull()).isTrue();

        assertThat(taro.type(to("cleanup", "--json"))).as("the student's own clean-up finds it done").isZero();
    }

    @Test
    void cleansUpACompleteLabByItsTagsAlone() {
        makeLab(student("taro"), "", "16");

        assertThat(sweep("--yes", "--json")).isZero();

        assertThat(instructor.events("lab")).hasSize(1);
        assertThat(found("").get("resources").asInt()).isGreaterThan(15);
        assertThat(instructor.last().get("leftover").asInt(-1)).isZero();
        assertThat(owners()).isEmpty();
        assertThat(aws.ec2().describeKeyPairs().keyPairs()).isEmpty();
        assertThat(aws.elb().describeLoadBalancers().loadBalancers()).isEmpty();
        assertThat(aws.elb().describeTargetGroups().targetGroups()).isEmpty();
    }

    @Test
    void cleansUpInTheUsersOwnAccountWithWhatTheExportedPolicyAllows() {
        makeLab(student("taro"), "taro-", "16");
        assertThat(instructor.type("export", "iam-policy")).isZero();
        cloud.enforce(Policy.parse(instructor.out(), "the exported policy"));
        instructor.environment = Map.of("AWS_ACCESS_KEY_ID", cloud.credentials().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", cloud.credentials().secretAccessKey());

        assertThat(sweep("--mode", "aws", "--json", "--dry-run")).as("no Region is set up").isEqualTo(2);
        assertThat(sweep("--mode", "aws", "--region", "us-east-1", "--mask", "--json", "--dry-run")).isZero();
        assertThat(instructor.events("identity")).hasSize(1);
        String account = found("taro-").get("account").asText();
        assertThat(account).startsWith("•");
        assertThat(sweep("--mode", "aws", "--region", "us-east-1", "--yes", "--json")).as(instructor.out()).isZero();

        assertThat(found("taro-").get("account").asText()).matches("[0-9]{12}").endsWith(
                account.substring(account.length() - 4));
        assertThat(instructor.events("problem")).isEmpty();
        assertThat(instructor.last().get("leftover").asInt(-1)).isZero();
        assertThat(aws.ec2().describeVpcs().vpcs()).hasSize(1);
        assertThat(directory.resolve("instructor/swept/labs")).isEmptyDirectory();
    }

    @Test
    void asksWhoeverSitsAtTheTerminal() {
        makeLab(student("taro"), "taro-", "1");
        List<String> before = vpcs();

        assertThat(sweep()).isEqualTo(2);
        assertThat(instructor.err()).contains("--yes", "--dry-run");
        instructor.interactive = true;
        instructor.in = typed("n\n");
        assertThat(sweep()).isEqualTo(130);
        assertThat(vpcs()).isEqualTo(before);

        instructor.in = typed("はい\n");
        assertThat(sweep("--older-than", "1d")).as("nothing tells the age of a VPC").isZero();
        assertThat(instructor.out()).contains("所有者 taro-", "経過 不明", "条件に合う実習はありませんでした");
        assertThat(vpcs()).isEqualTo(before);
        assertThat(sweep()).isZero();

        assertThat(instructor.out()).contains("すべて削除しました");
        assertThat(vpcs()).hasSize(before.size() - 1);
        assertThat(sweep("--yes")).isZero();
        assertThat(instructor.out()).contains("条件に合う実習はありませんでした");
    }

    @Test
    void whatSomebodyPutIntoTheLabsVpcIsLeftAndReported() {
        makeLab(student("taro"), "taro-", "1");
        String vpc = aws.ec2().describeVpcs(request -> request.filters(filter -> filter.name("tag-key")
                .values("LabRun"))).vpcs().get(0).vpcId();
        String foreign = aws.ec2().createSecurityGroup(request -> request.groupName("not-the-labs")
                .description("of somebody else").vpcId(vpc)).groupId();

        assertThat(sweep("--yes", "--json")).isEqualTo(3);

        assertThat(instructor.last().get("leftover").asInt()).isPositive();
        assertThat(instructor.events("problem")).anySatisfy(event ->
                assertThat(event.path("awsId").asText()).isEqualTo(foreign));
        aws.ec2().deleteSecurityGroup(request -> request.groupId(foreign));
        assertThat(sweep("--yes", "--json")).isZero();
        assertThat(instructor.last().get("leftover").asInt(-1)).isZero();
    }

    @Test
    void anInterruptStopsItAndTheNextSweepGoesOn() {
        makeLab(student("taro"), "taro-", "6");
        instructor.afterLine = () -> {
            if (instructor.out().contains("\"deleting\"")) {
                instructor.interrupt();
            }
        };

        assertThat(sweep("--yes", "--json")).isEqualTo(130);

        instructor.afterLine = () -> { };
        assertThat(owners()).containsExactly("taro-");
        assertThat(sweep("--yes", "--json")).isZero();
        assertThat(owners()).isEmpty();
    }

    @Test
    void withoutAnAddressEveryUnfinishedLabsOwnCloudIsSwept() {
        assertThat(instructor.type("run", "--pace", "instant", "--to", "1", "--prefix", "own-")).isZero();

        assertThat(instructor.type("sweep", "--region", "eu-west-1", "--dry-run", "--json")).isZero();
        assertThat(instructor.events("lab")).isEmpty();
        assertThat(instructor.type("sweep", "--dry-run", "--json")).isZero();
        assertThat(found("own-").get("run").asText()).matches("[a-z0-9]{8}");
        assertThat(instructor.type("sweep", "--yes", "--json")).isZero();

        assertThat(instructor.last().get("leftover").asInt(-1)).isZero();
        assertThat(instructor.type("sweep", "--yes", "--json")).isZero();
        assertThat(instructor.events("lab")).isEmpty();
        assertThat(instructor.type("cleanup")).isZero();
    }

    private Terminal student(String name) {
        return new Terminal(directory.resolve(name));
    }

    private void makeLab(Terminal student, String prefix, String upTo) {
        List<String> words = new ArrayList<>(List.of("run", "--pace", "instant", "--to", upTo));
        if (!prefix.isEmpty()) {
            words.addAll(List.of("--prefix", prefix));
        }
        assertThat(student.type(to(words.toArray(String[]::new)))).as(student.err()).isZero();
    }

    private int sweep(String... words) {
        List<String> all = new ArrayList<>(List.of("sweep", "--pace", "instant"));
        all.addAll(Arrays.asList(words));
        return instructor.type(to(all.toArray(String[]::new)));
    }

    private String[] to(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--endpoint-url", cloud.endpoint().toString(), "--socks",
                "127.0.0.1:" + cloud.socks().getPort()));
        return all.toArray(String[]::new);
    }

    private JsonNode found(String owner) {
        return instructor.events("lab").stream().filter(event -> event.get("owner").asText().equals(owner))
                .findFirst().orElseThrow();
    }

    private List<String> owners() {
        assertThat(sweep("--dry-run", "--json")).isZero();
        return instructor.events("lab").stream().map(event -> event.get("owner").asText()).toList();
    }

    private static String runId(Terminal of) {
        assertThat(of.type("status", "--json")).isZero();
        return of.last().get("id").asText();
    }

    private List<String> vpcs() {
        return aws.ec2().describeVpcs().vpcs().stream().map(Vpc::vpcId).sorted().toList();
    }

    /** Besides the account's default VPC: one that uses our tag for something else, one with an id like a run's. */
    private List<String> strangersVpcs() {
        return List.of(vpc(Tag.builder().key("LabRun").value("production").build()),
                vpc(Tag.builder().key("LabRun").value("abcd1234").build()));
    }

    private String vpc(Tag tag) {
        return aws.ec2().createVpc(request -> request.cidrBlock("10.50.0.0/16")
                .tagSpecifications(given -> given.resourceType(ResourceType.VPC).tags(tag))).vpc().vpcId();
    }

    private static ByteArrayInputStream typed(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void aDayAndMorePasses() throws IOException {
        Instant then = cloud.clock().now().plus(Duration.ofDays(1));
        close();
        open(Pace.parse("100000"));
        await().until(() -> cloud.clock().now().isAfter(then));
        close();
        open(Pace.parse("instant"));
    }

    private void open(Pace pace) throws IOException {
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", pace, 7, directory.resolve("cloud")));
        aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
        System.setProperty("aws.accessKeyId", cloud.credentials().accessKeyId());
        System.setProperty("aws.secretAccessKey", cloud.credentials().secretAccessKey());
    }

    private void close() {
        aws.close();
        cloud.close();
    }
}
