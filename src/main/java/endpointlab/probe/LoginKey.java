package endpointlab.probe;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import endpointlab.lab.ProblemException;
import endpointlab.run.ProbeRequest;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key that logs in.
 *
 * @param fingerprint of its public half, in the form of {@link AuthorizedLogins}
 */
record LoginKey(Path privateKey, String fingerprint) {

    /** @throws ProblemException if there is no key file, or it holds no key */
    static LoginKey of(ProbeRequest request) {
        Path file = request.privateKey().get();
        try {
            KeyPair pair = KeyPair.load(new JSch(), file.toString());
            byte[] publicKey = pair.getPublicKeyBlob();
            pair.dispose();
            return new LoginKey(file, HexFormat.ofDelimiter(":").formatHex(
                    MessageDigest.getInstance("SHA-256").digest(publicKey)));
        } catch (JSchException | RuntimeException damaged) {
            throw new ProblemException(ProbeProblems.of(request, "KeyFileDamaged", "key-file-damaged",
                    damaged.getClass().getSimpleName(), file.toString()), damaged);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
