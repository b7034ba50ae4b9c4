package endpointlab.practice;

import endpointlab.practice.wire.PracticeCredentials;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes access keys in AWS's form: 20 and 40 characters. Each start of a practice cloud has its own. */
final class NewCredentials {

    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET_ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private NewCredentials() {
    }

    static PracticeCredentials random() {
        SecureRandom random = new SecureRandom();
        return new PracticeCredentials("AKIA" + letters(random, ID_ALPHABET, 16),
                letters(random, SECRET_ALPHABET, 40));
    }

    private static String letters(SecureRandom random, String alphabet, int count) {
        return random.ints(count, 0, alphabet.length()).mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }
}
