package endpointlab.practice.machine;

import static endpointlab.network.LabIds.CUSTOMER;
import static endpointlab.network.LabIds.CUSTOMER_IP;
import static endpointlab.network.LabIds.CUSTOMER_PUBLIC_IP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import endpointlab.clock.Pace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that knows only the algorithms of {@code com.jcraft:jsch:0.1.55} fails at a machine as it fails at Amazon
 * Linux 2023 (AWS-FACTS, section 0, 10 and I-20).
 */
class OldSshClientTest {

    @TempDir
    Path directory;

    private final KeyPair key = PracticeNet.newKey(KeyPair.RSA);
    private PracticeNet net;

    @BeforeEach
    void boot() throws IOException {
        net = PracticeNet.open(directory, Pace.INSTANT, key);
        net.launch(CUSTOMER, CUSTOMER_IP, "");
        net.awaitListening(CUSTOMER, 22);
    }

    @AfterEach
    void close() {
        net.close();
    }

    private Session with(String setting, String value) throws JSchException {
        Session session = net.session(CUSTOMER_PUBLIC_IP, key, "ec2-user");
        session.setConfig(setting, value);
        return session;
    }

    @Test
    void anRsaKeyLogsInWithTheSignaturesOfToday() throws JSchException {
        Session session = with("PubkeyAcceptedAlgorithms", "rsa-sha2-256");
        session.connect(15_000);
        assertThat(session.isConnected()).isTrue();
        session.disconnect();
    }

    @Test
    void anRsaKeyWithSha1SignaturesFails() throws JSchException {
        Session session = with("PubkeyAcceptedAlgorithms", "ssh-rsa");
        assertThatThrownBy(() -> session.connect(15_000)).isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
    }

    @Test
    void thereIsNoRsaHostKey() throws JSchException {
        Session session = with("server_host_key", "ssh-rsa,rsa-sha2-256,rsa-sha2-512");
        assertThatThrownBy(() -> session.connect(15_000)).isInstanceOf(JSchException.class)
                .hasMessageContaining("Algorithm negotiation fail");
    }
}
