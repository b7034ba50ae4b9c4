package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import endpointlab.clock.Pace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;

class KeyPairOperationsTest {

    private final TestAccount account = new TestAccount(Pace.INSTANT);

    @AfterEach
    void close() {
        account.close();
    }

    private KeyPairInfo described(String name) {
        return account.ec2.describeKeyPairs(r -> r.keyNames(name).includePublicKey(true)).keyPairs().get(0);
    }

    @Test
    void importedKeysHaveTheFingerprintOfTheirPublicHalf() {
        ImportKeyPairResponse ed = account.ec2.importKeyPair(r -> r.keyName("ed").publicKeyMaterial(TestKeys.ED25519)
                .tagSpecifications(t -> t.resourceType("key-pair").tags(tag -> tag.key("run").value("1"))));
        ImportKeyPairResponse rsa = account.ec2.importKeyPair(r -> r.keyName("rsa").publicKeyMaterial(TestKeys.RSA));

        assertThat(ed.keyPairId()).matches("key-[0-9a-f]{17}");
        assertThat(ed.keyFingerprint()).isEqualTo(TestKeys.ED25519_SHA256);
        assertThat(rsa.keyFingerprint()).isEqualTo(TestKeys.RSA_MD5);
        assertThat(described("ed").keyTypeAsString()).isEqualTo("ed25519");
        assertThat(described("ed").publicKey()).isEqualTo(TestKeys.ED25519.asUtf8String());
        assertThat(account.ec2.describeKeyPairs(r -> r.filters(filter("tag:run", "1"))).keyPairs())
                .singleElement().satisfies(pair -> assertThat(pair.publicKey()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ssh-rsa", "ssh-rsa !!!!", "ssh-dss AAAAB3NzaC1kc3MAAACB", "ssh-ed25519 AAAAC3NzaC1",
            "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIPQR4KyxNQAVuC0vtBMPH5i+D8+3pMp9tzFwDdiYXfwe",
            "-----BEGIN PUBLIC KEY-----"})
    void whatIsNoKeyIsRefused(String text) {
        account.refused("InvalidKey.Format", "Key is not in valid OpenSSH public key format",
                ec2 -> ec2.importKeyPair(r -> r.keyName("bad").publicKeyMaterial(
                        SdkBytes.fromString(text, StandardCharsets.UTF_8))));
    }

    @Test
    void namesAreUnique() {
        account.ec2.importKeyPair(r -> r.keyName("k").publicKeyMaterial(TestKeys.ED25519));

        account.refused("InvalidKeyPair.Duplicate", "The keypair already exists",
                ec2 -> ec2.importKeyPair(r -> r.keyName("k").publicKeyMaterial(TestKeys.ED25519)));
        account.refused("InvalidKeyPair.Duplicate", "The keypair already exists",
                ec2 -> ec2.createKeyPair(r -> r.keyName("k")));
        account.refused("InvalidParameterValue", "Value (鍵) for parameter KeyName is invalid. "
                        + "Names are up to 255 ASCII characters, without spaces at either end.",
                ec2 -> ec2.createKeyPair(r -> r.keyName("鍵")));
    }

    @ParameterizedTest
    @CsvSource({"rsa,BEGIN RSA PRIVATE KEY", "ed25519,BEGIN OPENSSH PRIVATE KEY"})
    void createdKeysCanBeUsedBySshAndAreGivenOutOnce(String type, String header) throws JSchException {
        CreateKeyPairResponse made = account.ec2.createKeyPair(r -> r.keyName("k").keyType(type));

        KeyPair loaded = KeyPair.load(new JSch(), made.keyMaterial().getBytes(StandardCharsets.US_ASCII), null);
        String blob = described("k").publicKey().split(" ")[1];
        assertThat(made.keyMaterial()).contains(header);
        assertThat(Base64.getEncoder().encodeToString(loaded.getPublicKeyBlob())).isEqualTo(blob);
        assertThat(loaded.getSignature("probe".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(described("k").toString()).doesNotContain("PRIVATE");
    }

    @Test
    void createdRsaKeysHaveTheSha1OfTheirPrivateHalf() {
        assertThat(account.ec2.createKeyPair(r -> r.keyName("k")).keyFingerprint())
                .matches("([0-9a-f]{2}:){19}[0-9a-f]{2}");
    }

    @Test
    void deletingIsNoErrorTwice() {
        account.ec2.importKeyPair(r -> r.keyName("k").publicKeyMaterial(TestKeys.ED25519));
        String id = described("k").keyPairId();

        assertThat(account.ec2.deleteKeyPair(r -> r.keyPairId(id)).returnValue()).isTrue();
        assertThat(account.ec2.deleteKeyPair(r -> r.keyName("k")).returnValue()).isTrue();
        account.refused("InvalidKeyPair.NotFound", "The key pair 'k' does not exist",
                ec2 -> ec2.describeKeyPairs(r -> r.keyNames("k")));
        account.refused("InvalidKeyPair.NotFound", "The key pair '" + id + "' does not exist",
                ec2 -> ec2.describeKeyPairs(r -> r.keyPairIds(id)));
    }
}
