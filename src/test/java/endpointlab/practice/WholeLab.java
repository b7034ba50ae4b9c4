package endpointlab.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.ProxySOCKS5;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.UserInfo;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.probe.HttpPageProbe;
import endpointlab.probe.SocksDialer;
import endpointlab.probe.SshCurlProbe;
import endpointlab.run.LabSession;
import endpointlab.run.RunHandle;
import endpointlab.run.RunResult;
import endpointlab.store.LabHome;
import endpointlab.store.LabKeyFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** A practice cloud and a session with the real probes on it: all parts of the product below its fronts. */
public final class WholeLab implements AutoCloseable {

    private static final String RUN = "whole000";

    public final PracticeCloud cloud;
    public final AwsConnection aws;
    public final LabSession session;

    private final Path home;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "whole-lab");
        thread.setDaemon(true);
        return thread;
    });

    public WholeLab(Path home, Pace pace, Map<String, String> values) throws Exception {
        this.home = home;
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", pace, 11, home.resolve("practice")));
        aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
        Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
        AtomicReference<LabState> saved = new AtomicReference<>(
                LabSession.newState(lab, RUN, "practice", "us-east-1", 11, "", values));
        SocksDialer dialer = new SocksDialer(cloud.socks());
        session = new LabSession(new LabSession.Parts(lab, saved.get(), saved::set, aws,
                new LabKeyFiles(new LabHome(home), RUN),
                List.of(new HttpPageProbe(dialer), new SshCurlProbe(dialer)), cloud.clock(), workers));
    }

    public RunResult done(RunHandle handle) throws Exception {
        RunResult result = handle.result().get(120, TimeUnit.SECONDS);
        assertThat(result.problems()).isEmpty();
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE);
        return result;
    }

    public String awsId(String specId) {
        return session.state().resource(specId).awsId();
    }

    public String attribute(String specId, String name) {
        return session.state().resource(specId).attributes().get(name);
    }

    /** What a command printed on an instance, and its exit code. */
    public record Ran(int exit, String out, String err) {
    }

    /** Opens one SSH connection to an instance; all commands on it run in the same login. */
    public Login login(String instanceSpecId) throws Exception {
        Path key;
        try (var files = java.nio.file.Files.walk(home.resolve("labs"))) {
            key = files.filter(file -> file.toString().endsWith(".pem")).findFirst().orElseThrow();
        }
        JSch jsch = new JSch();
        jsch.addIdentity(key.toString());
        jsch.setHostKeyRepository(new AnyHostKey());
        Session ssh = jsch.getSession("ec2-user", attribute(instanceSpecId, "public-ip"), 22);
        ssh.setProxy(new ProxySOCKS5(cloud.socks().getHostString(), cloud.socks().getPort()));
        Awaitility.await().atMost(60, TimeUnit.SECONDS).pollDelay(0, TimeUnit.MILLISECONDS)
                .ignoreExceptions().until(() -> {
                    if (!ssh.isConnected()) {
                        ssh.connect(30_000);
                    }
                    return ssh.isConnected();
                });
        return new Login(ssh);
    }

    @Override
    public void close() {
        session.close();
        aws.close();
        workers.shutdownNow();
        cloud.close();
    }

    /** An SSH connection that stays open while the world around it changes. */
    public static final class Login implements AutoCloseable {

        private final Session ssh;

        private Login(Session ssh) {
            this.ssh = ssh;
        }

        public Ran run(String command) throws Exception {
            ChannelExec channel = (ChannelExec) ssh.openChannel("exec");
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            channel.setCommand(command);
            channel.setErrStream(err);
            var stdout = channel.getInputStream();
            channel.connect(30_000);
            String out = new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(channel::isClosed);
            channel.disconnect();
            return new Ran(channel.getExitStatus(), out, err.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            ssh.disconnect();
        }
    }

    /** Host keys are the probe's business and tested there. */
    private static final class AnyHostKey implements HostKeyRepository {

        @Override
        public int check(String host, byte[] key) {
            return OK;
        }

        @Override
        public void add(HostKey hostkey, UserInfo ui) {
        }

        @Override
        public void remove(String host, String type) {
        }

        @Override
        public void remove(String host, String type, byte[] key) {
        }

        @Override
        public String getKnownHostsRepositoryID() {
            return "any";
        }

        @Override
        public HostKey[] getHostKey() {
            return new HostKey[0];
        }

        @Override
        public HostKey[] getHostKey(String host, String type) {
            return new HostKey[0];
        }
    }
}
