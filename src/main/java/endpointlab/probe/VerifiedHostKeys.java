package endpointlab.probe;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Knows a host by the fingerprints on its console alone: a key of a type that isn't printed there is unknown, one
 * with another fingerprint is changed. Nothing is ever learned from the connection itself.
 */
final class VerifiedHostKeys implements HostKeyRepository {

    private static final Map<String, List<String>> ALGORITHMS = Map.of(
            "ED25519", List.of("ssh-ed25519"),
            "ECDSA", List.of("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"),
            "RSA", List.of("rsa-sha2-512", "rsa-sha2-256"));
    private static final HostKey[] NONE = {};

    private final HostFingerprints printed;
    private volatile String presented = "";
    private volatile boolean verified;

    VerifiedHostKeys(HostFingerprints printed) {
        this.printed = printed;
    }

    /** Host key algorithms to ask the server for, as JSch's setting {@code server_host_key} wants them. */
    String algorithms() {
        return printed.byType().keySet().stream().sorted().flatMap(type -> ALGORITHMS.getOrDefault(type, List.of())
                .stream()).collect(Collectors.joining(","));
    }

    /** Whether the server has proved to be the one on the console. */
    boolean verified() {
        return verified;
    }

    /** Fingerprint of the key that the server showed; empty if none. */
    String presented() {
        return presented;
    }

    @Override
    public int check(String host, byte[] key) {
        presented = fingerprint(key);
        String expected = printed.byType().get(type(key));
        if (expected == null) {
            return NOT_INCLUDED;
        }
        verified = expected.equals(presented);
        return verified ? OK : CHANGED;
    }

    @Override
    public void add(HostKey hostKey, UserInfo ui) {
        throw new UnsupportedOperationException("host keys come from the console output alone");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("host keys come from the console output alone");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        remove(host, type);
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "console output";
    }

    @Override
    public HostKey[] getHostKey() {
        return NONE;
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return NONE;
    }

    /** A key starts with the name of its type, length first (RFC 4253, 6.6). */
    private static String type(byte[] key) {
        int length = ByteBuffer.wrap(key).getInt();
        String name = new String(key, Integer.BYTES, length, StandardCharsets.US_ASCII);
        if (name.startsWith("ecdsa-")) {
            return "ECDSA";
        }
        return name.equals("ssh-ed25519") ? "ED25519" : name.equals("ssh-rsa") ? "RSA" : name;
    }

    private static String fingerprint(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
