package endpointlab.practice.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.ProxySOCKS5;
import com.jcraft.jsch.Session;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.network.LabIds;
import endpointlab.network.LabNetwork;
import endpointlab.network.NameResolver;
import endpointlab.network.ReachabilityJudge;
import endpointlab.practice.internet.DataPlane;
import endpointlab.practice.internet.SocksServer;
import endpointlab.practice.world.Timing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The lab's two machines in the practice internet, on the network of {@link LabNetwork}, for tests. */
public final class PracticeNet implements AutoCloseable {

    public static final String PAGE = "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n";
    public static final String USER_DATA = "#!/bin/bash\ndnf install -y httpd\necho '"
            + PAGE.strip() + "' > /var/www/html/index.html\nsystemctl enable --now httpd\n";
    public static final Instant START = Instant.parse("2026-11-25T03:00:00Z");

    public final LabClock clock;
    public final DataPlane plane;
    public final MachinePark machines;
    public final SocksServer socks;
    public volatile LabNetwork network = new LabNetwork();
    private final JSch jsch = new JSch();
    private final KeyPair key;

    private PracticeNet(LabClock clock, Path directory, KeyPair key) throws IOException {
        this.clock = clock;
        this.key = key;
        plane = new DataPlane(() -> network.snapshot(), new ReachabilityJudge(), new NameResolver(), clock);
        machines = new MachinePark(plane, clock, new Timing(1), "us-east-1", directory);
        socks = SocksServer.start(plane, clock, 0);
        socks.setClientAddress(LabIds.LAPTOP);
    }

    public static KeyPair newKey(int type) {
        try {
            return KeyPair.genKeyPair(new JSch(), type, type == KeyPair.RSA ? 2048 : 256);
        } catch (JSchException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** With no machine yet. */
    public static PracticeNet open(Path directory, Pace pace, KeyPair key) throws IOException {
        return new PracticeNet(LabClock.startingAt(START, pace), directory, key);
    }

    /** With both machines booted. */
    public static PracticeNet booted(Path directory) throws IOException {
        PracticeNet net = open(directory, Pace.INSTANT, newKey(KeyPair.ED25519));
        net.launch(LabIds.WEB, LabIds.WEB_IP, USER_DATA);
        net.launch(LabIds.CUSTOMER, LabIds.CUSTOMER_IP, "");
        net.awaitListening(LabIds.WEB, 80);
        net.awaitListening(LabIds.CUSTOMER, 22);
        return net;
    }

    public void launch(String instanceId, String ip, String userData) {
        machines.launch(new MachineSpec(instanceId, ip, userData, publicKey(key), clock.now().plusSeconds(15)));
    }

    public static String publicKey(KeyPair key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        key.writePublicKey(out, "lab");
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    public void awaitListening(String instanceId, int port) {
        await().atMost(Duration.ofSeconds(30)).until(() -> machines.isListening(instanceId, port));
    }

    public void awaitBooted(String instanceId) {
        await().atMost(Duration.ofSeconds(30)).until(() -> machines.consoleOutput(instanceId), console ->
                console.contains("finished at"));
    }

    /** A session as {@code ec2-user} through the practice internet. */
    public Session ssh(String host) throws JSchException {
        return ssh(host, key, "ec2-user");
    }

    public Session ssh(String host, KeyPair with, String user) throws JSchException {
        Session session = session(host, with, user);
        session.connect(15_000);
        return session;
    }

    /** One that isn't connected yet. */
    public Session session(String host, KeyPair with, String user) throws JSchException {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        with.writeOpenSSHv1PrivateKey(secret, null);
        jsch.removeAllIdentity();
        jsch.addIdentity("lab", secret.toByteArray(), null, null);
        Session session = jsch.getSession(user, host);
        session.setConfig("StrictHostKeyChecking", "no");
        session.setConfig("PreferredAuthentications", "publickey");
        session.setProxy(new ProxySOCKS5("127.0.0.1", socks.port()));
        return session;
    }

    /** Runs a command on the customer's instance. */
    public Ran onCustomer(String command) throws Exception {
        return on(LabIds.CUSTOMER_PUBLIC_IP, command);
    }

    public Ran on(String host, String command) throws Exception {
        Session session = ssh(host);
        try {
            return Ran.over(session, command);
        } finally {
            session.disconnect();
        }
    }

    @Override
    public void close() {
        socks.close();
        machines.close();
        plane.close();
        assertThat(socks.clientCount()).isZero();
    }
}
