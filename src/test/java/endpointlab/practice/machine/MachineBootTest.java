package endpointlab.practice.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import endpointlab.clock.Pace;
import endpointlab.network.LabIds;
import endpointlab.network.LabNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineBootTest {

    @TempDir
    Path directory;
    private PracticeNet net;

    @BeforeEach
    void open() throws Exception {
        net = PracticeNet.open(directory, Pace.INSTANT, PracticeNet.newKey(KeyPair.ED25519));
    }

    @AfterEach
    void close() {
        net.close();
    }

    private String consoleOf(String userData) {
        net.launch(LabIds.WEB, LabIds.WEB_IP, userData);
        net.awaitBooted(LabIds.WEB);
        return net.machines.consoleOutput(LabIds.WEB);
    }

    @Test
    void defaultScriptOfTheLabServesItsPage() throws Exception {
        String console = consoleOf(PracticeNet.USER_DATA);

        assertThat(console).contains("Linux version", "Cloud-init v.", "Installed:", "httpd-2.4",
                "Created symlink /etc/systemd/system/multi-user.target.wants/httpd.service");
        assertThat(net.machines.isListening(LabIds.WEB, 80)).isTrue();
        assertThat(net.on(LabIds.WEB_PUBLIC_IP, "curl -s localhost").out()).isEqualTo(PracticeNet.PAGE);
    }

    @Test
    void originalScriptOfTheLabServesItsPageInSpiteOfTheWrongUnit() throws Exception {
        String console = consoleOf("""
                #!/bin/bash
                sudo su
                yum update -y
                yum install httpd -y
                systemctl start httpd
                systemctl enable httpd
                echo '<html><h1> Welcome to Hangyuzs Server 1 </h1><html>' >> /var/www/html/index.html
                systemctl restart http
                """);

        assertThat(console).contains("Failed to restart http.service: Unit http.service not found.");
        assertThat(net.on(LabIds.WEB_PUBLIC_IP, "curl -s localhost").out())
                .isEqualTo("<html><h1> Welcome to Hangyuzs Server 1 </h1><html>\n");
    }

    @Test
    void consoleShowsTheHostKeysThatTheServerThenShows() throws Exception {
        String console = consoleOf("");
        Session session = net.ssh(LabIds.WEB_PUBLIC_IP);

        String fingerprint = session.getHostKey().getFingerPrint(new JSch());
        session.disconnect();
        assertThat(console).contains("-----BEGIN SSH HOST KEY FINGERPRINTS-----")
                .containsPattern("ec2: 256 SHA256:\\S+ root@ip-10-0-1-10.ec2.internal \\(ECDSA\\)")
                .containsPattern("ec2: 256 SHA256:\\S+ root@ip-10-0-1-10.ec2.internal \\(ED25519\\)")
                .contains("-----BEGIN SSH HOST KEY KEYS-----", "ssh-ed25519 ", "ecdsa-sha2-nistp256 ")
                .contains(fingerprint);
        assertThat(console).doesNotContain("ssh-rsa").doesNotContain("PRIVATE");
    }

    @Test
    void withoutAWayOutThePackagesFailAndNothingListens() {
        net.network = new LabNetwork().onlyLocalRoute(LabIds.SERVICE_RTB);
        String console = consoleOf(PracticeNet.USER_DATA);

        assertThat(console).contains("Errors during downloading metadata for repository 'amazonlinux'",
                "Curl error (28)", "/var/www/html/index.html: No such file or directory",
                "Unit file httpd.service does not exist", "Failed to run module scripts-user");
        assertThat(net.machines.isListening(LabIds.WEB, 80)).isFalse();
        assertThat(net.machines.isListening(LabIds.WEB, 22)).isTrue();
    }

    @Test
    void aRouteThatComesWhileDnfTriesStillHelps() {
        net.network = new LabNetwork().onlyLocalRoute(LabIds.SERVICE_RTB);
        net.launch(LabIds.WEB, LabIds.WEB_IP, "#!/bin/bash\nuntil dnf install -y httpd; do sleep 1; done\n"
                + "systemctl start httpd\n");
        await().until(() -> net.machines.consoleOutput(LabIds.WEB).contains("Curl error (28)"));
        net.network = new LabNetwork();
        net.awaitListening(LabIds.WEB, 80);
    }

    @Test
    void userDataWithoutShebangIsNotRun() {
        assertThat(consoleOf("dnf install -y httpd\n")).contains("Unhandled non-multipart (text/x-not-multipart) "
                + "userdata: 'b'dnf install -y httpd'...'").doesNotContain("Installed:");
    }

    @Test
    void whatAScriptCannotDoIsAnErrorLineAndTheScriptGoesOn() {
        assertThat(consoleOf("#!/bin/bash\namazon-linux-extras install nginx1\necho went on\n"))
                .contains("/var/lib/cloud/instance/scripts/part-001: line 2: amazon-linux-extras: command not found")
                .contains("went on");
    }

    @Test
    void bootsInOrderAndEachStageAtItsLabTime() throws Exception {
        net.close();
        net = PracticeNet.open(directory, new Pace("100", 100), PracticeNet.newKey(KeyPair.ED25519));
        net.launch(LabIds.WEB, LabIds.WEB_IP, PracticeNet.USER_DATA);

        assertThat(net.machines.consoleOutput(LabIds.WEB)).isEmpty();
        assertThat(net.machines.isListening(LabIds.WEB, 22)).isFalse();
        net.awaitListening(LabIds.WEB, 22);
        Duration toSsh = Duration.between(PracticeNet.START.plusSeconds(15), net.clock.now());
        assertThat(net.machines.isListening(LabIds.WEB, 80)).isFalse();
        net.awaitListening(LabIds.WEB, 80);
        Duration toWeb = Duration.between(PracticeNet.START.plusSeconds(15), net.clock.now());
        assertThat(toSsh).isGreaterThanOrEqualTo(Duration.ofSeconds(18));
        assertThat(toWeb).isGreaterThanOrEqualTo(Duration.ofSeconds(18 + 4 + 14));
        assertThat(toWeb).isLessThan(Duration.ofSeconds(300));
    }

    @Test
    void terminatedMachineLeavesNothing() throws Exception {
        consoleOf(PracticeNet.USER_DATA);
        Session open = net.ssh(LabIds.WEB_PUBLIC_IP);

        net.machines.terminate(LabIds.WEB);

        assertThat(net.machines.isListening(LabIds.WEB, 22)).isFalse();
        assertThat(net.machines.isListening(LabIds.WEB, 80)).isFalse();
        assertThat(net.machines.consoleOutput(LabIds.WEB)).isEmpty();
        assertThat(directory).isEmptyDirectory();
        await().untilAsserted(() -> assertThat(open.isConnected()).isFalse());
    }

    @Test
    void consoleKeepsTheLast64Kilobytes() {
        String console = consoleOf("#!/bin/bash\nfor i in {1..3000}; do echo \"line $i of a long story, もう少し\"; done\n");

        assertThat(console.getBytes(StandardCharsets.UTF_8).length).isBetween(60_000, 65_536);
        assertThat(console).contains("line 3000 of").doesNotContain("line 1 of");
    }
}
