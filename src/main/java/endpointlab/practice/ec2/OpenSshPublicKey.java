package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * A public key in OpenSSH's one-line form (RFC 4253, section 6.6; RFC 8709).
 *
 * @param type {@code rsa} or {@code ed25519}
 * @param text {@code ssh-rsa AAAA… comment}
 * @param blob the key itself
 */
record OpenSshPublicKey(String type, String text, byte[] blob) {

    private static final int LONGEST_FIELD = 16_384;

    /** @throws AwsException {@code InvalidKey.Format} if it is no RSA or Ed25519 key in this form */
    static OpenSshPublicKey parse(byte[] material) {
        String text = new String(material, StandardCharsets.UTF_8).strip();
        String[] parts = text.split("\\s+", 3);
        try {
            if (parts.length >= 2) {
                byte[] blob = Base64.getDecoder().decode(parts[1]);
                OpenSshPublicKey key = new OpenSshPublicKey(type(parts[0]), text, blob);
                ByteBuffer fields = ByteBuffer.wrap(blob);
                if (new String(field(fields), StandardCharsets.UTF_8).equals(parts[0]) && key.isComplete(fields)) {
                    return key;
                }
            }
        } catch (IllegalArgumentException | BufferUnderflowException noKey) {
            throw malformed();
        }
        throw malformed();
    }

    private static String type(String name) {
        return switch (name) {
            case "ssh-rsa" -> "rsa";
            case "ssh-ed25519" -> "ed25519";
            default -> throw malformed();
        };
    }

    private boolean isComplete(ByteBuffer fields) {
        if (type.equals("ed25519")) {
            return field(fields).length == 32 && !fields.hasRemaining();
        }
        return field(fields).length > 0 && field(fields).length > 0 && !fields.hasRemaining();
    }

    private static byte[] field(ByteBuffer fields) {
        int length = fields.getInt();
        if (length < 0 || length > LONGEST_FIELD) {
            throw new IllegalArgumentException("not a field");
        }
        byte[] field = new byte[length];
        fields.get(field);
        return field;
    }

    /**
     * Source: EC2 User Guide, "Verify the fingerprint of your key pair": MD5 of an imported RSA key in DER, SHA-256
     * of an Ed25519 key as OpenSSH has it.
     */
    String importedFingerprint() {
        return type.equals("ed25519") ? Digests.base64("SHA-256", blob) : Digests.colons("MD5", rsaAsDer());
    }

    private byte[] rsaAsDer() {
        ByteBuffer fields = ByteBuffer.wrap(blob);
        field(fields);
        BigInteger exponent = new BigInteger(1, field(fields));
        BigInteger modulus = new BigInteger(1, field(fields));
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)).getEncoded();
        } catch (GeneralSecurityException noKey) {
            throw malformed();
        }
    }

    private static AwsException malformed() {
        return new AwsException("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
    }
}
