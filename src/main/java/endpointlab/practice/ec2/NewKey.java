package endpointlab.practice.ec2;

import endpointlab.practice.world.Invalid;
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
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key pair made by EC2: RSA of 2048 bits as PKCS#1, or Ed25519 in OpenSSH's format (PROTOCOL.key).
 * Assumed: an Ed25519 key ends with a new line, without which OpenSSH can't load it, and an RSA key doesn't.
 *
 * @param privateKey  as PEM, to be given out once
 * @param fingerprint SHA-1 of the private key in PKCS#8 for RSA, SHA-256 of the public key for Ed25519 (EC2 User
 *                    Guide, "Verify the fingerprint of your key pair")
 */
record NewKey(OpenSshPublicKey publicKey, String privateKey, String fingerprint) {

    /** Bytes of PKCS#8 before the 2048-bit PKCS#1 key that it wraps. */
    private static final int PKCS8_HEADER = 26;
    /** Bytes of the standard encodings before the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final int ED25519_PUBLIC_HEADER = 12;
    private static final int ED25519_PRIVATE_HEADER = 16;

    /** @param type {@code rsa} (also for {@code null}) or {@code ed25519} */
    static NewKey ofType(String type) {
        try {
            return switch (type == null ? "rsa" : type) {
                case "rsa" -> rsa();
                case "ed25519" -> ed25519();
                default -> throw Invalid.value(type, "KeyType", "Must be rsa or ed25519.");
            };
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static NewKey rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
        byte[] blob = fields(ascii("ssh-rsa"), key.getPublicExponent().toByteArray(), key.getModulus().toByteArray());
        return new NewKey(line("ssh-rsa", blob), pem("RSA PRIVATE KEY", pkcs1), Digests.colons("SHA-1", pkcs8));
    }

    private static NewKey ed25519() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, ED25519_PUBLIC_HEADER, encoded.length);
        byte[] secret = pair.getPrivate().getEncoded();
        byte[] seed = Arrays.copyOfRange(secret, ED25519_PRIVATE_HEADER, ED25519_PRIVATE_HEADER + 32);
        byte[] blob = fields(ascii("ssh-ed25519"), point);
        byte[] both = ByteBuffer.allocate(64).put(seed).put(point).array();
        byte[] secrets = padded(concat(checks(), fields(ascii("ssh-ed25519"), point, both, new byte[0])));
        byte[] file = concat(ascii("openssh-key-v1\0"), fields(ascii("none"), ascii("none"), new byte[0]), number(1),
                fields(blob, secrets));
        return new NewKey(line("ssh-ed25519", blob), pem("OPENSSH PRIVATE KEY", file) + "\n",
                Digests.base64("SHA-256", blob));
    }

    /** The same random number twice, by which OpenSSH sees that it decrypted a key rightly. */
    private static byte[] checks() {
        int check = new SecureRandom().nextInt();
        return concat(number(check), number(check));
    }

    private static byte[] padded(byte[] content) {
        byte[] padded = Arrays.copyOf(content, (content.length + 7) / 8 * 8);
        for (int i = content.length; i < padded.length; i++) {
            padded[i] = (byte) (i - content.length + 1);
        }
        return padded;
    }

    private static OpenSshPublicKey line(String name, byte[] blob) {
        String text = name + " " + Base64.getEncoder().encodeToString(blob);
        return OpenSshPublicKey.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String pem(String label, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
    }

    private static byte[] fields(byte[]... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (byte[] field : fields) {
                out.writeInt(field.length);
                out.write(field);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
