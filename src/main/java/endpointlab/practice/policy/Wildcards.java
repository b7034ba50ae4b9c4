package endpointlab.practice.policy;

import java.util.Locale;

/** IAM's wildcards: {@code *} for any run of characters, {@code ?} for any one. */
public final class Wildcards {

    private static final int ARN_PARTS = 6;

    private Wildcards() {
    }

    /** Takes time in proportion to both lengths at worst, whatever the pattern. */
    public static boolean match(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** As {@link #match}, whatever the case; so IAM compares actions. */
    public static boolean matchIgnoringCase(String pattern, String text) {
        return match(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    /** Part by part: a wildcard before the resource part doesn't reach over a colon. */
    static boolean matchArn(String pattern, String arn) {
        if (pattern.equals("*")) {
            return true;
        }
        String[] wanted = pattern.split(":", ARN_PARTS);
        String[] found = arn.split(":", ARN_PARTS);
        if (wanted.length != found.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!match(wanted[i], found[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it may stand in a policy: {@code *}, or an ARN with all of its parts. */
    static boolean isArnPattern(String text) {
        return text.equals("*") || text.startsWith("arn:") && text.split(":", ARN_PARTS).length == ARN_PARTS;
    }
}
