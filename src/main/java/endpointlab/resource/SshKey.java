package endpointlab.resource;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key pair for SSH, made here so that its private half never travels.
 *
 * @param privateKey text of an unencrypted private key file in OpenSSH's form (PROTOCOL.key of OpenSSH), which
 *                   OpenSSH and JSch read
 * @param publicKey  one line as in {@code authorized_keys}, which ImportKeyPair takes
 */
record SshKey(String privateKey, String publicKey) {

    private static final String TYPE = "ssh-ed25519";
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 8;

    /** @param comment stands behind the public key */
    static SshKey generate(String comment) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // Both encodings end with the 32 bytes of RFC 8410: seed and point.
            byte[] seed = tail(pair.getPrivate().getEncoded());
            byte[] point = tail(pair.getPublic().getEncoded());
            return new SshKey(file(seed, point, comment), publicLine(blob(point), comment));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Java 15 and later have Ed25519", missing);
        }
    }

    /**
     * Reads the public half back from the text of a private key file made by {@link #generate}.
     *
     * @throws IllegalArgumentException if it is no such file
     */
    static String publicKeyOf(String privateKey, String comment) {
        try {
            String base64 = privateKey.strip().replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            ByteBuffer file = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            file.position(MAGIC.length);
            for (String skipped : new String[] {"cipher", "kdf", "kdf options"}) {
                file.position(file.getInt() + file.position());
            }
            file.getInt();
            byte[] blob = new byte[file.getInt()];
            file.get(blob);
            return publicLine(blob, comment);
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException("not an OpenSSH private key", broken);
        }
    }

    private static String file(byte[] seed, byte[] point, String comment) {
        byte[] blob = blob(point);
        Wire inner = new Wire();
        int check = new SecureRandom().nextInt();
        inner.number(check).number(check).text(TYPE).bytes(point).bytes(concat(seed, point)).text(comment);
        for (int padding = 1; inner.size() % BLOCK != 0; padding++) {
            inner.raw(new byte[] {(byte) padding});
        }
        byte[] whole = new Wire().raw(MAGIC).text("none").text("none").text("").number(1).bytes(blob)
                .bytes(inner.toBytes()).toBytes();
        return BEGIN + "\n" + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(whole) + "\n" + END + "\n";
    }

    private static byte[] blob(byte[] point) {
        return new Wire().text(TYPE).bytes(point).toBytes();
    }

    private static String publicLine(byte[] blob, String comment) {
        return TYPE + " " + Base64.getEncoder().encodeToString(blob) + " " + comment;
    }

    private static byte[] tail(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Data types of RFC 4251, section 5. */
    private static final class Wire {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Wire number(int value) {
            return write(() -> out.writeInt(value));
        }

        Wire bytes(byte[] value) {
            return number(value.length).raw(value);
        }

        Wire text(String value) {
            return bytes(value.getBytes(StandardCharsets.UTF_8));
        }

        Wire raw(byte[] value) {
            return write(() -> out.write(value));
        }

        int size() {
            return bytes.size();
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }

        private Wire write(Write write) {
            try {
                write.run();
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private interface Write {
            void run() throws IOException;
        }
    }
}
