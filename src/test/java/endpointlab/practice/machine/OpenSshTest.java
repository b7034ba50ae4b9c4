package endpointlab.practice.machine;

import static endpointlab.network.LabIds.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.KeyPair;
import endpointlab.Needs;
import endpointlab.clock.Pace;
import endpointlab.practice.internet.SocksClient;
import endpointlab.practice.internet.SocksRelay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSH's own client logs in, where this computer has one, and knows the host by what the console printed. */
class OpenSshTest {

    @TempDir
    Path directory;
    private PracticeNet net;

    @AfterEach
    void close() {
        if (net != null) {
            net.close();
        }
    }

    private Path keyFile(KeyPair key) throws Exception {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        key.writeOpenSSHv1PrivateKey(secret, null);
        Path file = directory.resolve("key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, secret.toByteArray());
        return file;
    }

    /** {@code known_hosts} made from the block of public keys on the console. */
    private Path knownHosts(int port) throws IOException {
        String console = net.machines.consoleOutput(CUSTOMER);
        Matcher block = Pattern.compile("-----BEGIN SSH HOST KEY KEYS-----\r\n(.*?)-----END", Pattern.DOTALL)
                .matcher(console);
        assertThat(block.find()).isTrue();
        StringBuilder lines = new StringBuilder();
        block.group(1).lines().forEach(line -> lines.append("[127.0.0.1]:").append(port).append(' ').append(line)
                .append('\n'));
        return Files.writeString(directory.resolve("known_hosts"), lines.toString(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {KeyPair.RSA, KeyPair.ED25519})
    void logsInAndRunsCurl(int keyType) throws Exception {
        Needs.program("ssh", "OpenSSH's client isn't tried");
        Needs.posixRights("OpenSSH's client, which wants them, isn't tried");
        KeyPair key = PracticeNet.newKey(keyType);
        net = PracticeNet.open(directory.resolve("machines"), Pace.INSTANT, key);
        net.launch(WEB, WEB_IP, PracticeNet.USER_DATA);
        net.launch(CUSTOMER, CUSTOMER_IP, "");
        net.awaitListening(WEB, 80);
        net.awaitBooted(CUSTOMER);
        try (SocksRelay relay = SocksRelay.to(net.socks.port(), CUSTOMER_PUBLIC_IP, 22)) {
            List<String> command = new ArrayList<>(List.of("ssh", "-F", "none", "-p", String.valueOf(relay.port()),
                    "-i", keyFile(key).toString(), "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes",
                    "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=" + knownHosts(relay.port()),
                    "ec2-user@127.0.0.1", "curl -sS http://" + ENDPOINT_IP + "; exit 9"));
            Process ssh = new ProcessBuilder(command).redirectError(directory.resolve("err").toFile()).start();
            String out = new String(ssh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ssh.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ssh.exitValue()).as(Files.readString(directory.resolve("err"), StandardCharsets.UTF_8))
                    .isEqualTo(9);
            assertThat(out).isEqualTo(PracticeNet.PAGE);
        }
    }

    @Test
    void connectionsPastTheDataPlaneAreRefused() throws Exception {
        net = PracticeNet.booted(directory.resolve("machines"));
        for (int port : new int[] {22, 80}) {
            int real = net.plane.listeners().loopbackPort(WEB, port).orElseThrow();
            try (Socket intruder = new Socket(Proxy.NO_PROXY)) {
                intruder.connect(new InetSocketAddress("127.0.0.1", real), 5_000);
                intruder.setSoTimeout(10_000);
                intruder.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                assertThat(answerTo(intruder)).isEmpty();
            }
        }
        try (SocksClient client = new SocksClient(net.socks.port())) {
            assertThat(client.connect(WEB_PUBLIC_IP, 80)).isEqualTo(SocksClient.SUCCEEDED);
            assertThat(client.get(WEB_PUBLIC_IP, "/")).isEqualTo(PracticeNet.PAGE);
        }
    }

    private static String answerTo(Socket intruder) {
        try {
            return new String(intruder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            return "";
        }
    }
}
