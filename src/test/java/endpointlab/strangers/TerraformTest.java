package endpointlab.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.Needs;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.run.Neighbours;
import endpointlab.strangers.Stranger.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Terraform with its AWS provider as a judge: the whole lab as a configuration of {@code src/test/terraform} that
 * knows nothing of the practice cloud. It takes some two minutes, nearly all of them waits that the provider has built
 * in, such as twice half a minute before it asks whether a new load balancer is active.
 */
@Timeout(600)
class TerraformTest {

    /** So fast that nothing takes longer than the provider waits before it first asks. */
    private static final Pace FAST = Pace.parse("30");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOTHING_TO_DO = "No changes. Your infrastructure matches the configuration.";

    @TempDir
    Path directory;

    @Test
    void theWholeLabIsAppliedChangedTakenOverAndDestroyed() throws Exception {
        for (String program : List.of("terraform", "bash", "ssh", "ssh-keygen")) {
            Needs.program(program, "Terraform isn't tried on the practice cloud");
        }
        try (Stranger stranger = new Stranger(directory, FAST); AwsConnection aws = connection(stranger.cloud)) {
            Terraform terraform = new Terraform(stranger, directory.resolve("lab"),
                    Map.of("public_key", newKey(stranger)));
            Neighbours account = new Neighbours(aws);
            Map<String, String> before = account.census();
            terraform.add("lab");
            terraform.run("init", "-no-color");

            assertThat(apply(terraform)).contains("Apply complete! Resources: 29 added, 0 changed, 0 destroyed.");
            assertThat(plan(terraform)).contains(NOTHING_TO_DO);
            theTargetBecomesHealthy(aws);
            assertThat(page(stranger, terraform)).isEqualTo("<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n");

            forgetAndChange(terraform);
            assertThat(apply(terraform)).contains(
                    "Apply complete! Resources: 5 imported, 1 added, 7 changed, 1 destroyed.");
            assertThat(plan(terraform)).contains(NOTHING_TO_DO);

            terraform.run("destroy", "-auto-approve", "-no-color");
            assertThat(account.census()).isEqualTo(before);
        }
    }

    private static AwsConnection connection(PracticeCloud cloud) {
        return AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
    }

    private String newKey(Stranger stranger) throws IOException, InterruptedException {
        ranWell(stranger.run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key")));
        return Files.readString(directory.resolve("key.pub"), StandardCharsets.UTF_8).strip();
    }

    private static String apply(Terraform terraform) throws IOException, InterruptedException {
        return terraform.run("apply", "-auto-approve", "-no-color");
    }

    /** Fails if anything is to do. */
    private static String plan(Terraform terraform) throws IOException, InterruptedException {
        return terraform.run("plan", "-detailed-exitcode", "-no-color");
    }

    private static String page(Stranger stranger, Terraform terraform) throws IOException, InterruptedException {
        return ranWell(stranger.run(List.of("bash",
                Path.of("src", "test", "shell", "page_through_endpoint.sh").toAbsolutePath().toString(), "key",
                terraform.run("output", "-raw", "customer"), terraform.run("output", "-raw", "endpoint"))));
    }

    /** By HTTP checks, which the provider asks for unless told otherwise. */
    private static void theTargetBecomesHealthy(AwsConnection aws) {
        String group = aws.elb().describeTargetGroups().targetGroups().get(0).targetGroupArn();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(aws.elb().describeTargetHealth(request -> request
                .targetGroupArn(group)).targetHealthDescriptions()).singleElement().satisfies(
                one -> assertThat(one.targetHealth().stateAsString()).isEqualTo("healthy")));
    }

    private static void forgetAndChange(Terraform terraform) throws IOException, InterruptedException {
        String ids = terraform.run("output", "-json", "ids");
        terraform.run("state", "rm", "aws_vpc.service", "aws_vpc_security_group_ingress_rule.ssh", "aws_instance.web",
                "aws_lb_target_group.web", "aws_vpc_endpoint.web");
        terraform.add("changed");
        Files.writeString(terraform.folder.resolve("ids.auto.tfvars.json"), "{\"ids\":" + ids + "}",
                StandardCharsets.UTF_8);
    }

    private static String ranWell(Ran ran) {
        assertThat(ran.exit()).as("%s%n%s", ran.out(), ran.err()).isZero();
        return ran.out();
    }
}
