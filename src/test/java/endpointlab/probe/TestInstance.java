package endpointlab.probe;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A machine of the tests: a real SSH server on loopback that answers commands from a script. */
final class TestInstance implements Closeable {

    private final SshServer sshd = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;
    private final Path privateKey;
    private final PublicKey allowed;
    final List<String> commands = new CopyOnWriteArrayList<>();
    volatile Function<String, Reply> answer = command -> new Reply(0, "", "");

    /** @param exit negative: the command never ends */
    record Reply(int exit, String stdout, String stderr) {
    }

    TestInstance(Path directory) throws Exception {
        hostKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        privateKey = directory.resolve("key.pem");
        allowed = PublicKeyEntry.parsePublicKeyEntry(newKey(privateKey)).resolvePublicKey(null, null, null);
        sshd.setHost("127.0.0.1");
        sshd.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        sshd.setPublickeyAuthenticator((user, key, session) ->
                user.equals("ec2-user") && KeyUtils.compareKeys(key, allowed));
        sshd.setCommandFactory((channel, command) -> new Scripted(command));
        sshd.start();
    }

    int port() {
        return sshd.getPort();
    }

    Path privateKey() {
        return privateKey;
    }

    String console() throws Exception {
        return console(KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()), "ED25519");
    }

    static String console(String fingerprint, String type) {
        return "ec2: -----BEGIN SSH HOST KEY FINGERPRINTS-----\r\nec2: 256 " + fingerprint + " root@ip (" + type
                + ")\r\nec2: -----END SSH HOST KEY FINGERPRINTS-----\r\n";
    }

    /** Writes a new private key and returns the public one. */
    static String newKey(Path file) throws JSchException, IOException {
        com.jcraft.jsch.KeyPair pair = com.jcraft.jsch.KeyPair.genKeyPair(new JSch(), com.jcraft.jsch.KeyPair.ED25519);
        try (OutputStream out = Files.newOutputStream(file)) {
            pair.writeOpenSSHv1PrivateKey(out, null);
        }
        ByteArrayOutputStream publicKey = new ByteArrayOutputStream();
        pair.writePublicKey(publicKey, "test");
        return publicKey.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        sshd.stop(true);
    }

    /** One command of the script. */
    private final class Scripted implements Command {

        private final String command;
        private OutputStream stdout;
        private OutputStream stderr;
        private ExitCallback exit;

        Scripted(String command) {
            this.command = command;
        }

        @Override
        public void setInputStream(InputStream in) {
            // No command of the tests reads.
        }

        @Override
        public void setOutputStream(OutputStream out) {
            stdout = out;
        }

        @Override
        public void setErrorStream(OutputStream err) {
            stderr = err;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) throws IOException {
            commands.add(command);
            Reply reply = answer.apply(command);
            if (reply.exit() < 0) {
                return;
            }
            stdout.write(reply.stdout().getBytes(StandardCharsets.UTF_8));
            stdout.flush();
            stderr.write(reply.stderr().getBytes(StandardCharsets.UTF_8));
            stderr.flush();
            exit.onExit(reply.exit());
        }

        @Override
        public void destroy(ChannelSession channel) {
            // Nothing to end.
        }
    }
}
