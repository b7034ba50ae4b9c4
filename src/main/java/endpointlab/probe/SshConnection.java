package endpointlab.probe;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A login at an instance that has proved to be the one whose console we read. */
final class SshConnection implements AutoCloseable {

    private static final int PORT = 22;
    private static final Duration HANDSHAKE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(15);

    private final Session session;
    private final LabClock clock;
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;

    /** What a command did. Both texts are read as UTF-8. */
    record Execution(int exit, String stdout, String stderr) {
    }

    private SshConnection(Session session, DialerProxy socket, LabClock clock, Cancellation cancellation) {
        this.session = session;
        this.clock = clock;
        this.cancellation = cancellation;
        this.registration = cancellation.onCancel(socket::close);
    }

    /**
     * Logs in.
     *
     * @throws ConnectFailure if there is no connection to port 22
     * @throws JSchException  if there is one and no login follows; {@code keys} knows how far it came
     */
    static SshConnection open(Dialer dialer, String user, String host, Path privateKey, VerifiedHostKeys keys,
                              LabClock clock, Cancellation cancellation) throws ConnectFailure, JSchException {
        JSch jsch = new JSch();
        jsch.addIdentity(privateKey.toString());
        jsch.setHostKeyRepository(keys);
        Session session = jsch.getSession(user, host, PORT);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("server_host_key", keys.algorithms());
        session.setConfig("PreferredAuthentications", "publickey");
        session.setDaemonThread(true);
        DialerProxy socket = DialerProxy.open(dialer, host, PORT, clock, cancellation);
        session.setProxy(socket);
        SshConnection connection = new SshConnection(session, socket, clock, cancellation);
        try {
            session.connect(Guards.millis(clock, HANDSHAKE));
            return connection;
        } catch (JSchException failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * Runs a command there.
     *
     * @param most how long it may take, in lab time
     * @throws IOException if the connection broke or the command took longer
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Execution run(String command, Duration most) throws IOException {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        ChannelExec channel = start(command, stdout, stderr);
        try {
            awaitEnd(channel, command, most);
        } finally {
            channel.disconnect();
        }
        return new Execution(channel.getExitStatus(), stdout.toString(StandardCharsets.UTF_8),
                stderr.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        registration.close();
        session.disconnect();
    }

    private ChannelExec start(String command, OutputStream stdout, OutputStream stderr) throws IOException {
        try {
            ChannelExec channel = (ChannelExec) session.openChannel("exec");
            channel.setCommand(command.getBytes(StandardCharsets.UTF_8));
            channel.setInputStream(null);
            channel.setOutputStream(stdout);
            channel.setErrStream(stderr);
            channel.connect(Guards.millis(clock, HANDSHAKE));
            return channel;
        } catch (JSchException failure) {
            throw new IOException("can't run a command: " + failure.getMessage(), failure);
        }
    }

    private void awaitEnd(ChannelExec channel, String command, Duration most) throws IOException {
        long end = System.nanoTime() + Guards.wall(clock, most).toNanos();
        while (!channel.isClosed()) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("no end of: " + command);
            }
            cancellation.sleep(clock, clock.toLab(LOOK));
        }
        if (channel.getExitStatus() < 0) {
            throw new IOException("the connection broke during: " + command);
        }
    }
}
