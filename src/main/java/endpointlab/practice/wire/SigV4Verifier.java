package endpointlab.practice.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies the Signature Version 4 of a request: known key, right scope, a date not more than 15 minutes off the
 * wall clock, and the signature itself over method, query, headers and body. Signatures in the query string
 * (presigned URLs) are taken for none. The global STS endpoint signs for us-east-1, so STS takes that Region too.
 *
 * <p>Source: AWS General Reference, "Signature Version 4 signing process".
 */
final class SigV4Verifier {

    private static final Duration MOST_SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String region;
    private final PracticeCredentials credentials;
    private final Clock clock;

    SigV4Verifier(String region, PracticeCredentials credentials, Clock clock) {
        this.region = region;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @throws AwsException if the request isn't signed, or not by the known key, or not for this service */
    Principal verify(ApiRequest request, AwsService service) {
        SignatureErrors errors = new SignatureErrors(service);
        String authorization = request.header("Authorization");
        if (authorization == null) {
            throw errors.missing();
        }
        AuthorizationHeader header = AuthorizationHeader.parse(authorization).orElseThrow(() ->
                errors.incomplete("The request signature does not conform to AWS standards."));
        String date = request.header("X-Amz-Date");
        checkSigned(header, date, errors);
        checkKey(request, header, errors);
        checkScope(header, date, service, errors);
        checkDate(date, errors);
        String expected = signature(request, header, date);
        if (!MessageDigest.isEqual(ascii(expected), ascii(header.signature()))) {
            throw errors.mismatch();
        }
        return new Principal(header.accessKeyId());
    }

    private static void checkSigned(AuthorizationHeader header, String date, SignatureErrors errors) {
        if (date == null) {
            throw errors.incomplete("Authorization header requires existence of an 'X-Amz-Date' header.");
        }
        for (String needed : new String[] {"host", "x-amz-date"}) {
            if (!header.signedHeaders().contains(needed)) {
                throw errors.incomplete("'" + needed + "' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }
    }

    private void checkKey(ApiRequest request, AuthorizationHeader header, SignatureErrors errors) {
        boolean known = header.accessKeyId().equals(credentials.accessKeyId());
        if (!known || request.header("X-Amz-Security-Token") != null) {
            throw errors.unknownKey();
        }
    }

    private void checkScope(AuthorizationHeader header, String date, AwsService service, SignatureErrors errors) {
        boolean global = service == AwsService.STS && header.region().equals("us-east-1");
        if (!header.region().equals(region) && !global) {
            throw errors.wrongScope("Credential should be scoped to a valid region, not '" + header.region() + "'. ");
        }
        if (!header.service().equals(service.signingName())) {
            throw errors.wrongScope("Credential should be scoped to correct service: '" + service.signingName()
                    + "'. ");
        }
        if (!header.terminator().equals("aws4_request")) {
            throw errors.wrongScope("Credential should be scoped with a valid terminator: 'aws4_request', not '"
                    + header.terminator() + "'. ");
        }
        if (!date.startsWith(header.date())) {
            throw errors.wrongScope("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date "
                    + "from HTTP: '" + header.date() + "' != '" + WireErrors.echo(date) + "'.");
        }
    }

    private void checkDate(String date, SignatureErrors errors) {
        Instant signed;
        try {
            signed = AMZ_DATE.parse(date, Instant::from);
        } catch (DateTimeException wrongForm) {
            throw errors.incomplete("Date must be in ISO-8601 'basic format'. Got '" + WireErrors.echo(date) + "'.");
        }
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(MOST_SKEW))) {
            throw errors.skewed("Signature expired: " + date + " is now earlier than "
                    + AMZ_DATE.format(now.minus(MOST_SKEW)) + " (" + AMZ_DATE.format(now) + " - 15 min.)");
        }
        if (signed.isAfter(now.plus(MOST_SKEW))) {
            throw errors.skewed("Signature not yet current: " + date + " is still later than "
                    + AMZ_DATE.format(now.plus(MOST_SKEW)) + " (" + AMZ_DATE.format(now) + " + 15 min.)");
        }
    }

    private String signature(ApiRequest request, AuthorizationHeader header, String date) {
        String toSign = String.join("\n", AuthorizationHeader.ALGORITHM, date, header.scope(),
                CanonicalRequest.sha256(CanonicalRequest.of(request, header.signedHeaders())
                        .getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : header.scope().split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] ascii(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }
}
