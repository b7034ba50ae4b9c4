package endpointlab.practice;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;

/**
 * The finished lab, held in one SSH login on the customer instance while its world is changed through the AWS API and
 * on the web server: each change shows in the next answer of {@code curl}.
 */
class WholeLabTest {

    private static final String PAGE = "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n";
    private static final int REFUSED = 7;
    private static final int TIMED_OUT = 28;

    @TempDir
    Path home;

    @Test
    void everyChangeShowsInTheNextAnswer() throws Exception {
        try (WholeLab lab = new WholeLab(home, Pace.INSTANT, Map.of())) {
            lab.done(lab.session.runAll());
            try (WholeLab.Login customer = lab.login("customer-instance");
                    WholeLab.Login web = lab.login("web-server")) {
                String curl = "curl -sS --max-time 5 http://" + lab.attribute("endpoint", "private-ip");
                assertThat(customer.run(curl)).isEqualTo(new WholeLab.Ran(0, PAGE, ""));

                changesOnTheWebServer(customer, web, curl);
                aRuleTakenAwayAndGivenBack(lab, customer, curl);
                theLogShowsTheLoadBalancer(lab, web);
                anAcceptanceWithdrawn(lab, customer, curl);
            }
            assertThat(lab.done(lab.session.cleanUp()).leftovers()).isEmpty();
        }
    }

    private static void changesOnTheWebServer(WholeLab.Login customer, WholeLab.Login web, String curl)
            throws Exception {
        web.run("sudo systemctl stop httpd");
        assertThat(customer.run(curl).exit()).isEqualTo(REFUSED);
        web.run("sudo systemctl start httpd");
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> customer.run(curl).exit() == 0);
        web.run("echo 'お知らせ' | sudo tee /var/www/html/index.html");
        assertThat(customer.run(curl)).isEqualTo(new WholeLab.Ran(0, "お知らせ\n", ""));
    }

    private static void aRuleTakenAwayAndGivenBack(WholeLab lab, WholeLab.Login customer, String curl)
            throws Exception {
        Ec2Client ec2 = lab.aws.ec2();
        String group = lab.awsId("customer-security-group");
        IpPermission http = IpPermission.builder().ipProtocol("tcp").fromPort(80).toPort(80)
                .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build()).build();
        ec2.revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(http));
        assertThat(customer.run(curl).exit()).isEqualTo(TIMED_OUT);
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(http));
        assertThat(customer.run(curl).exit()).isZero();
    }

    private static void theLogShowsTheLoadBalancer(WholeLab lab, WholeLab.Login web) throws Exception {
        String node = lab.aws.ec2().describeNetworkInterfaces(request -> request.filters(
                filter -> filter.name("description").values("ELB net/*"))).networkInterfaces().get(0)
                .privateIpAddress();
        assertThat(web.run("sudo tail -n 1 /var/log/httpd/access_log").out()).startsWith(node + " ");
    }

    private static void anAcceptanceWithdrawn(WholeLab lab, WholeLab.Login customer, String curl) throws Exception {
        lab.aws.ec2().rejectVpcEndpointConnections(request -> request.serviceId(lab.awsId("endpoint-service"))
                .vpcEndpointIds(lab.awsId("endpoint")));
        assertThat(customer.run(curl).exit()).isEqualTo(TIMED_OUT);
    }

    @Test
    void theLabsOriginalScriptRunsWithItsMistakes() throws Exception {
        String script = String.join("\n", "#!/bin/bash", "sudo su", "yum update -y", "yum install httpd -y",
                "systemctl start httpd", "systemctl enable httpd",
                "echo '<html><h1> Welcome to Hangyuzs Server 1 </h1><html>' >> /var/www/html/index.html",
                "systemctl restart http", "");
        try (WholeLab lab = new WholeLab(home, Pace.INSTANT, Map.of("step-6.user-data", script))) {
            lab.done(lab.session.runAll());
            assertThat(lab.session.state().steps().get(16).check().body())
                    .isEqualTo("<html><h1> Welcome to Hangyuzs Server 1 </h1><html>\n");
            String console = new String(java.util.Base64.getMimeDecoder().decode(lab.aws.ec2()
                    .getConsoleOutput(request -> request.instanceId(lab.awsId("web-server"))).output()),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(console).contains("Failed to restart http.service: Unit http.service not found.");
            lab.done(lab.session.cleanUp());
        }
    }
}
