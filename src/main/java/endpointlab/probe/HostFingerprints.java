package endpointlab.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fingerprints of an instance's SSH host keys, as cloud-init prints them to the console at first boot.
 *
 * @param byType SHA-256 fingerprint in OpenSSH's form by type of key, such as {@code ED25519}
 */
record HostFingerprints(Map<String, String> byType) {

    private static final String BEGIN = "-----BEGIN SSH HOST KEY FINGERPRINTS-----";
    private static final String END = "-----END SSH HOST KEY FINGERPRINTS-----";
    /** Found anywhere in its line: {@code ec2: }, kernel times and carriage returns stand around it. */
    private static final Pattern LINE =
            Pattern.compile("\\b[0-9]+ (SHA256:[A-Za-z0-9+/]{43})=?(?: [^\\r\\n]*?)? ?\\(([A-Z0-9]+)\\)");

    HostFingerprints {
        byType = Map.copyOf(byType);
    }

    /** The last complete block of the output; empty if there is none (yet) or nothing in it can be read. */
    static Optional<HostFingerprints> find(String consoleOutput) {
        int end = consoleOutput.lastIndexOf(END);
        int begin = end < 0 ? -1 : consoleOutput.lastIndexOf(BEGIN, end);
        if (begin < 0) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        Matcher line = LINE.matcher(consoleOutput.substring(begin + BEGIN.length(), end));
        while (line.find()) {
            found.put(line.group(2), line.group(1));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new HostFingerprints(found));
    }
}
