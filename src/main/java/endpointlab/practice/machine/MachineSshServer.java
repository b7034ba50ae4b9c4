package endpointlab.practice.machine;

import endpointlab.practice.internet.Announcements;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A machine's SSH server, set up as on Amazon Linux 2023: Ed25519 and ECDSA host keys, no SHA-1 anywhere, only keys
 * get in. It listens on an ephemeral port of 127.0.0.1 and takes only connections that the data plane announced.
 *
 * @see <a href="https://docs.aws.amazon.com/linux/al2023/ug/ssh-host-keys-disabled.html">AL2023 guide</a>
 */
final class MachineSshServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MachineSshServer.class);

    private final SshServer server;

    private MachineSshServer(SshServer server) {
        this.server = server;
    }

    static MachineSshServer start(Machine machine) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setNioWorkers(1);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "OpenSSH_8.7");
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofHours(12));
        setAlgorithms(server);
        server.setKeyPairProvider(KeyPairProvider.wrap(machine.hostKeys().pairs()));
        server.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(signatures())));
        server.setPublickeyAuthenticator((user, key, session) -> AuthorizedKeys.allow(machine.files(), user, key));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setIoServiceEventListener(new OnlyAnnounced(machine.surroundings().plane().announcements()));
        server.setShellFactory(channel -> new InteractiveSession(machine, channel));
        server.setCommandFactory((channel, command) -> new CommandSession(machine, command));
        server.start();
        return new MachineSshServer(server);
    }

    private static void setAlgorithms(SshServer server) {
        server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(true, List.of(
                BuiltinDHFactories.curve25519, BuiltinDHFactories.curve25519_libssh, BuiltinDHFactories.ecdhp256,
                BuiltinDHFactories.ecdhp384, BuiltinDHFactories.ecdhp521, BuiltinDHFactories.dhgex256,
                BuiltinDHFactories.dhg14_256, BuiltinDHFactories.dhg16_512, BuiltinDHFactories.dhg18_512),
                ServerBuilder.DH2KEX));
        server.setCipherFactories(List.of(
                BuiltinCiphers.aes256gcm, BuiltinCiphers.cc20p1305_openssh, BuiltinCiphers.aes256ctr,
                BuiltinCiphers.aes128gcm, BuiltinCiphers.aes128ctr));
        server.setMacFactories(List.of(
                BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256,
                BuiltinMacs.hmacsha512));
        server.setSignatureFactories(signatures());
    }

    private static List<NamedFactory<Signature>> signatures() {
        return List.of(
                BuiltinSignatures.ed25519, BuiltinSignatures.nistp256, BuiltinSignatures.nistp384,
                BuiltinSignatures.nistp521, BuiltinSignatures.rsaSHA512, BuiltinSignatures.rsaSHA256);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException alreadyGone) {
            LOG.debug("an SSH server did not stop in order", alreadyGone);
        }
    }

    /** Ends connections that came past the practice internet. */
    private record OnlyAnnounced(Announcements announcements) implements IoServiceEventListener {

        @Override
        public void connectionAccepted(IoAcceptor acceptor, SocketAddress local, SocketAddress remote,
                                       SocketAddress service) throws IOException {
            if (announcements.from(remote).isEmpty()) {
                throw new IOException("refused an SSH connection that came past the practice internet, from "
                        + remote);
            }
        }
    }
}
