package endpointlab.practice.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import endpointlab.Needs;
import endpointlab.clock.Pace;
import endpointlab.network.LabIds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineRestoreTest {

    private final KeyPair key = PracticeNet.newKey(KeyPair.RSA);

    @TempDir
    Path directory;

    private PracticeNet open() throws Exception {
        return PracticeNet.open(directory, Pace.INSTANT, key);
    }

    private static String hostKey(PracticeNet net) throws Exception {
        Session session = net.ssh(LabIds.WEB_PUBLIC_IP);
        String fingerprint = session.getHostKey().getFingerPrint(new JSch());
        session.disconnect();
        return fingerprint;
    }

    @Test
    void comesBackWithItsKeysFilesAndServices() throws Exception {
        String hostKey;
        String console;
        try (PracticeNet net = open()) {
            net.launch(LabIds.WEB, LabIds.WEB_IP, PracticeNet.USER_DATA);
            net.awaitBooted(LabIds.WEB);
            net.on(LabIds.WEB_PUBLIC_IP, "echo changed | sudo tee /var/www/html/index.html; echo mine > ~/note");
            hostKey = hostKey(net);
            console = net.machines.consoleOutput(LabIds.WEB);
        }
        try (PracticeNet net = open()) {
            net.machines.restore();
            net.awaitListening(LabIds.WEB, 80);

            assertThat(hostKey(net)).isEqualTo(hostKey);
            assertThat(net.on(LabIds.WEB_PUBLIC_IP, "cat note; curl -s localhost").out()).isEqualTo("mine\nchanged\n");
            net.clock.sleep(Duration.ofSeconds(120));
            assertThat(net.machines.consoleOutput(LabIds.WEB)).isEqualTo(console);
            assertThat(net.machines.instanceIds()).containsExactly(LabIds.WEB);
        }
    }

    @Test
    void stoppedServiceStaysStopped() throws Exception {
        try (PracticeNet net = open()) {
            net.launch(LabIds.WEB, LabIds.WEB_IP, PracticeNet.USER_DATA);
            net.awaitBooted(LabIds.WEB);
            net.on(LabIds.WEB_PUBLIC_IP, "sudo systemctl stop httpd");
        }
        try (PracticeNet net = open()) {
            net.machines.restore();
            net.awaitListening(LabIds.WEB, 22);
            assertThat(net.machines.isListening(LabIds.WEB, 80)).isFalse();
            net.on(LabIds.WEB_PUBLIC_IP, "sudo systemctl start httpd");
            assertThat(net.machines.isListening(LabIds.WEB, 80)).isTrue();
        }
    }

    @Test
    void bootThatWasInterruptedGoesOnAndUserDataLeavesNothingTwice() throws Exception {
        String script = "#!/bin/bash\necho once >> /root/log\nsleep 600\ndnf install -y httpd\n"
                + "cat /root/log > /var/www/html/index.html\nsystemctl start httpd\n";
        try (PracticeNet net = PracticeNet.open(directory, new Pace("100", 100), key)) {
            net.launch(LabIds.WEB, LabIds.WEB_IP, script);
            Awaitility.await().until(() -> Files.readString(directory.resolve(LabIds.WEB).resolve("machine.json"),
                            StandardCharsets.UTF_8)
                    .contains("SSHD"));
        }
        try (PracticeNet net = open()) {
            net.machines.restore();
            net.awaitListening(LabIds.WEB, 80);
            assertThat(net.on(LabIds.WEB_PUBLIC_IP, "curl -s localhost").out()).isEqualTo("once\n");
        }
    }

    @Test
    void whatIsOnDiskIsEnoughAfterAKill() throws Exception {
        try (PracticeNet killed = open()) {
            killed.launch(LabIds.WEB, LabIds.WEB_IP, PracticeNet.USER_DATA);
            killed.awaitBooted(LabIds.WEB);
            Path state = directory.resolve(LabIds.WEB).resolve("machine.json");
            Awaitility.await().until(() -> Files.readString(state, StandardCharsets.UTF_8).contains("BOOTED"));
            try (PracticeNet net = open()) {
                net.machines.restore();
                net.awaitListening(LabIds.WEB, 80);
                assertThat(net.on(LabIds.WEB_PUBLIC_IP, "curl -s localhost").out()).isEqualTo(PracticeNet.PAGE);
            }
        }
    }

    @Test
    void aMachineThatCannotBeReadDoesNotKeepTheOthersOff() throws Exception {
        try (PracticeNet net = open()) {
            net.launch(LabIds.WEB, LabIds.WEB_IP, "");
            net.awaitListening(LabIds.WEB, 22);
        }
        Files.createDirectories(directory.resolve("i-broken"));
        Files.writeString(directory.resolve("i-broken").resolve("machine.json"), "{", StandardCharsets.UTF_8);
        try (PracticeNet net = open()) {
            net.machines.restore();
            net.awaitListening(LabIds.WEB, 22);
            assertThat(net.machines.instanceIds()).containsExactly(LabIds.WEB);
        }
    }

    @Test
    void filesAreForTheOwnerAlone() throws Exception {
        Needs.posixRights("it isn't looked at who may read the machines' files");
        try (PracticeNet net = open()) {
            net.launch(LabIds.WEB, LabIds.WEB_IP, "");
            net.awaitListening(LabIds.WEB, 22);
            try (Stream<Path> files = Files.list(directory.resolve(LabIds.WEB))) {
                List<Path> all = files.toList();
                assertThat(all).extracting(file -> file.getFileName().toString()).contains("machine.json",
                        "ssh_host_ecdsa_key", "ssh_host_ed25519_key");
                for (Path file : all) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void onlyTheLaunchKeyAndItsUserGetIn() throws Exception {
        try (PracticeNet net = open()) {
            net.launch(LabIds.WEB, LabIds.WEB_IP, "");
            net.awaitListening(LabIds.WEB, 22);
            net.ssh(LabIds.WEB_PUBLIC_IP, key, "ec2-user").disconnect();
            assertThatThrownBy(() ->
                    net.ssh(LabIds.WEB_PUBLIC_IP, key, "root")).hasMessageContaining("Auth fail");
            assertThatThrownBy(() ->
                    net.ssh(LabIds.WEB_PUBLIC_IP, PracticeNet.newKey(KeyPair.ED25519), "ec2-user"))
                    .hasMessageContaining("Auth fail");
        }
    }

    @Test
    void closingLeavesNoThread() throws Exception {
        try (PracticeNet net = open()) {
            net.launch(LabIds.WEB, LabIds.WEB_IP, PracticeNet.USER_DATA);
            net.awaitListening(LabIds.WEB, 80);
            net.on(LabIds.WEB_PUBLIC_IP, "curl -s localhost; curl -s checkip.amazonaws.com; curl -s 169.254.169.254");
        }
        Awaitility.await().until(() -> Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.matches("(machine|httpd|sshd|practice-internet|instance-metadata|HTTP-).*"))
                .toList(), List::isEmpty);
    }
}
