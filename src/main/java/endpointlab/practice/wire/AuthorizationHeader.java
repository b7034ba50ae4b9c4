package endpointlab.practice.wire;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a SigV4 {@code Authorization} header.
 *
 * <p>Source: AWS General Reference, "Signature Version 4 signing process".
 *
 * @param accessKeyId   whose key signed
 * @param date          {@code yyyyMMdd} in UTC
 * @param region        Region of the credential scope
 * @param service       signing name of the service in the credential scope
 * @param terminator    {@code aws4_request}
 * @param signedHeaders lower-case names in the order of the canonical request
 * @param signature     lower-case hex
 */
record AuthorizationHeader(String accessKeyId, String date, String region, String service, String terminator,
                           List<String> signedHeaders, String signature) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern FORM = Pattern.compile(ALGORITHM
            + " +Credential=([^/, ]{1,128})/([0-9]{8})/([^/, ]{1,64})/([^/, ]{1,64})/([^/, ]{1,64})"
            + " *, *SignedHeaders=([^, ]{1,2048}) *, *Signature=([0-9a-f]{64}) *");

    /** Empty if the text isn't in the form. */
    static Optional<AuthorizationHeader> parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? Optional.of(new AuthorizationHeader(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5),
                        List.of(m.group(6).split(";")), m.group(7)))
                : Optional.empty();
    }

    String scope() {
        return String.join("/", date, region, service, terminator);
    }
}
