package endpointlab.practice.elb;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP codes of a healthy target, such as {@code 200,202} or {@code 200-299}.
 *
 * <p>Source: Matcher in the ELBv2 API Reference: for Network Load Balancers codes from 200 to 599.
 */
final class HttpCodes {

    static final String DEFAULT = "200-399";
    private static final String CODE = "[2-5]\\d\\d";
    private static final Pattern RANGE = Pattern.compile("(" + CODE + ")(?:-(" + CODE + "))?");

    private HttpCodes() {
    }

    static boolean isValid(String codes) {
        return Arrays.stream(codes.split(",", -1)).allMatch(range -> RANGE.matcher(range).matches());
    }

    /** @param codes valid ones */
    static boolean contain(String codes, int status) {
        return Arrays.stream(codes.split(",")).map(RANGE::matcher).filter(Matcher::matches).anyMatch(range -> {
            int first = Integer.parseInt(range.group(1));
            return status >= first && status <= (range.group(2) == null ? first : Integer.parseInt(range.group(2)));
        });
    }
}
