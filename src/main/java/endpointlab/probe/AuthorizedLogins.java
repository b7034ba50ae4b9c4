package endpointlab.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose keys let in whom at an instance, as cloud-init printed it to the console at first boot (its module
 * ssh-authkey-fingerprints). Assumed: Amazon Linux prints it as other systems do; where it isn't printed, nothing is
 * known.
 *
 * @param byUser SHA-256 fingerprints of public keys, as pairs of hexadecimal digits between colons, by user
 */
record AuthorizedLogins(Map<String, Set<String>> byUser) {

    private static final Pattern TITLE =
            Pattern.compile("Authorized keys from \\S+ for user ([A-Za-z0-9_.-]+)");
    private static final Pattern NONE =
            Pattern.compile("no authorized SSH keys fingerprints found for user ([A-Za-z0-9_-]+)");
    private static final Pattern ROW = Pattern.compile("\\|\\s*([0-9a-f]{2}(?::[0-9a-f]{2}){31})\\s*\\|");

    AuthorizedLogins {
        byUser = Map.copyOf(byUser);
    }

    static AuthorizedLogins read(String consoleOutput) {
        Map<String, Set<String>> found = new HashMap<>();
        Set<String> last = new HashSet<>();
        for (String line : consoleOutput.split("\\R")) {
            Matcher none = NONE.matcher(line);
            Matcher title = TITLE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (none.find()) {
                found.put(none.group(1), Set.of());
            } else if (title.find()) {
                last = new HashSet<>();
                found.put(title.group(1), last);
            } else if (row.find()) {
                last.add(row.group(1));
            }
        }
        return new AuthorizedLogins(found);
    }
}
