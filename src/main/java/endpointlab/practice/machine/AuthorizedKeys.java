package endpointlab.practice.machine;

import endpointlab.userdata.FileProblem;
import endpointlab.userdata.FileTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may log in as {@code ec2-user}: the keys in its {@code authorized_keys}, at first the launch key pair's. */
final class AuthorizedKeys {

    static final String USER = "ec2-user";

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizedKeys.class);
    private static final String DIRECTORY = "/home/ec2-user/.ssh";
    private static final String FILE = DIRECTORY + "/authorized_keys";

    private AuthorizedKeys() {
    }

    static void install(FileTree files, String publicKey, Instant when) {
        try {
            files.makeDirectory(DIRECTORY, USER, when);
            files.changeMode(DIRECTORY, 0700, USER);
            if (!publicKey.isBlank()) {
                files.write(FILE, (publicKey.strip() + "\n").getBytes(StandardCharsets.UTF_8), false, USER, when);
                files.changeMode(FILE, 0600, USER);
            }
        } catch (FileProblem problem) {
            throw new IllegalStateException("a new disk takes these files", problem);
        }
    }

    static boolean allow(FileTree files, String user, PublicKey key) {
        if (!user.equals(USER)) {
            return false;
        }
        try {
            for (AuthorizedKeyEntry entry : entries(files)) {
                if (KeyUtils.compareKeys(key, entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING))) {
                    return true;
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException broken) {
            LOG.warn("authorized_keys can't be read", broken);
        }
        return false;
    }

    /** The keys as cloud-init prints them on the console. */
    static List<String> table(FileTree files) {
        List<List<String>> rows = new ArrayList<>();
        try {
            for (AuthorizedKeyEntry entry : entries(files)) {
                rows.add(List.of(entry.getKeyType(), fingerprint(entry.getKeyData()), "-",
                        Objects.requireNonNullElse(entry.getComment(), "-")));
            }
        } catch (IOException broken) {
            LOG.warn("authorized_keys can't be read", broken);
        }
        return rows.isEmpty() ? List.of("no authorized SSH keys fingerprints found for user " + USER + ".")
                : SimpleTable.of("Authorized keys from " + FILE + " for user " + USER,
                        List.of("Keytype", "Fingerprint (sha256)", "Options", "Comment"), rows);
    }

    private static List<AuthorizedKeyEntry> entries(FileTree files) throws IOException {
        byte[] text = files.text(FILE).orElse("").getBytes(StandardCharsets.UTF_8);
        return AuthorizedKeyEntry.readAuthorizedKeys(new ByteArrayInputStream(text), true);
    }

    private static String fingerprint(byte[] key) {
        try {
            return HexFormat.ofDelimiter(":").formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
