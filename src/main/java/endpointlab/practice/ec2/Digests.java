package endpointlab.practice.ec2;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Digests in the forms that EC2 gives the fingerprints of key pairs. */
final class Digests {

    private Digests() {
    }

    /** Pairs of hexadecimal digits between colons. */
    static String colons(String algorithm, byte[] content) {
        return HexFormat.ofDelimiter(":").formatHex(digest(algorithm, content));
    }

    static String base64(String algorithm, byte[] content) {
        return Base64.getEncoder().encodeToString(digest(algorithm, content));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
