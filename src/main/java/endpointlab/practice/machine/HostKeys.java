package endpointlab.practice.machine;

import endpointlab.files.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The host keys of a machine's SSH server: Ed25519 and ECDSA on P-256, the two kinds that Amazon Linux 2023 makes.
 * They are made once and kept in files that only their owner may read.
 */
record HostKeys(KeyPair ecdsa, KeyPair ed25519) {

    private static final String ECDSA_FILE = "ssh_host_ecdsa_key";
    private static final String ED25519_FILE = "ssh_host_ed25519_key";

    /** Reads the keys from a directory, making them if there are none. */
    static HostKeys in(Path directory) throws IOException {
        try {
            return new HostKeys(readOrMake(directory.resolve(ECDSA_FILE), "EC", 256),
                    readOrMake(directory.resolve(ED25519_FILE), SecurityUtils.EDDSA, 256));
        } catch (GeneralSecurityException broken) {
            throw new IOException("host keys in " + directory + " can't be used", broken);
        }
    }

    private static KeyPair readOrMake(Path file, String algorithm, int bits)
            throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                return SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.getFileName().toString()),
                        in, null).iterator().next();
            }
        }
        KeyPairGenerator generator = SecurityUtils.getKeyPairGenerator(algorithm);
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", null, encoded);
        AtomicFile.writeOwnerOnly(file, encoded.toByteArray());
        return pair;
    }

    List<KeyPair> pairs() {
        return List.of(ecdsa, ed25519);
    }

    /** Lines as {@code ssh-keygen -l} prints them. */
    List<String> fingerprints(String comment) {
        return List.of("256 " + fingerprint(ecdsa) + " " + comment + " (ECDSA)",
                "256 " + fingerprint(ed25519) + " " + comment + " (ED25519)");
    }

    /** The public keys as in {@code known_hosts}, without a host. */
    List<String> publicKeys(String comment) {
        return pairs().stream().map(pair -> PublicKeyEntry.toString(pair.getPublic()) + " " + comment).toList();
    }

    private static String fingerprint(KeyPair pair) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
    }
}
