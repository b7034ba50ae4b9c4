package endpointlab.app;

import java.security.SecureRandom;

/** Names of runs. */
final class RunIds {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 8;

    private RunIds() {
    }

    /** 8 random lower-case letters and digits. */
    static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
