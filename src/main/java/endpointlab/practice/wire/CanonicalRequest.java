package endpointlab.practice.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a SigV4 signature is made over. The payload's hash is always taken from the body that arrived, never from a
 * header.
 *
 * <p>Source: AWS General Reference, "Create a canonical request".
 */
final class CanonicalRequest {

    private CanonicalRequest() {
    }

    /** @throws FormParser.MalformedForm if the query isn't a form */
    static String of(ApiRequest request, List<String> signedHeaders) {
        StringBuilder canonical = new StringBuilder(512)
                .append(request.method()).append("\n/\n")
                .append(query(request.query())).append('\n');
        for (String name : signedHeaders) {
            canonical.append(name).append(':').append(header(request, name)).append('\n');
        }
        return canonical.append('\n')
                .append(String.join(";", signedHeaders)).append('\n')
                .append(sha256(request.body())).toString();
    }

    private static String query(String raw) {
        Map<String, String> sorted = new TreeMap<>();
        FormParser.parse(raw.getBytes(StandardCharsets.UTF_8))
                .forEach((name, value) -> sorted.put(encode(name), encode(value)));
        return sorted.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static String header(ApiRequest request, String name) {
        return Arrays.stream(request.headers().getHeaders(name))
                .map(header -> header.getValue().strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
