package endpointlab.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two independent implementations read what we write. */
class SshKeyTest {

    private final SshKey key = SshKey.generate("endpoint-lab-test");

    @RepeatedTest(3)
    void jschReadsTheFileAndFindsTheSamePublicKey() throws Exception {
        KeyPair read = KeyPair.load(new JSch(), key.privateKey().getBytes(StandardCharsets.US_ASCII), null);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        read.writePublicKey(line, "endpoint-lab-test");

        assertThat(read.isEncrypted()).isFalse();
        assertThat(line.toString(StandardCharsets.US_ASCII)).isEqualToIgnoringNewLines(key.publicKey());
    }

    @Test
    void minaReadsBothHalvesAndTheyBelongTogether() throws Exception {
        java.security.KeyPair pair = SecurityUtils.loadKeyPairIdentities(null, () -> "key",
                new ByteArrayInputStream(key.privateKey().getBytes(StandardCharsets.US_ASCII)), null)
                .iterator().next();
        PublicKey authorized = AuthorizedKeyEntry.parseAuthorizedKeyEntry(key.publicKey())
                .resolvePublicKey(null, null, null);

        assertThat(KeyUtils.compareKeys(pair.getPublic(), authorized)).isTrue();
        Signature signer = SecurityUtils.getSignature("NONEwithEdDSA");
        signer.initSign(pair.getPrivate());
        signer.update(new byte[] {1, 2, 3});
        byte[] signature = signer.sign();
        signer.initVerify(authorized);
        signer.update(new byte[] {1, 2, 3});
        assertThat(signer.verify(signature)).isTrue();
    }

    @Test
    void thePublicHalfIsReadBackFromTheFile() {
        assertThat(SshKey.publicKeyOf(key.privateKey(), "endpoint-lab-test")).isEqualTo(key.publicKey());
    }

    @Test
    void everyKeyIsAnother() {
        assertThat(SshKey.generate("x").publicKey()).isNotEqualTo(SshKey.generate("x").publicKey());
    }

    @Test
    void linesAreAsOpenSshWritesThem() {
        List<String> lines = key.privateKey().lines().toList();

        assertThat(lines.get(0)).isEqualTo("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("-----END OPENSSH PRIVATE KEY-----");
        assertThat(lines).allMatch(line -> line.length() <= 70);
        assertThat(Base64.getDecoder().decode(key.publicKey().split(" ")[1])).hasSize(51);
    }

    @Test
    void somethingElseIsNoKey() {
        assertThatThrownBy(() -> SshKey.publicKeyOf("hello", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
