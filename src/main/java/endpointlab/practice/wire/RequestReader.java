package endpointlab.practice.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an HTTP request and refuses what no client of the practice cloud sends: other hosts than loopback (a web
 * page could have its name resolved to 127.0.0.1), other paths, methods and content types, large bodies.
 */
final class RequestReader {

    static final int LARGEST_BODY = 1 << 20;
    /** So much of a refused body is still read, so that the client gets to see the answer. */
    private static final int MOST_DISCARDED = 8 << 20;
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");
    private static final Pattern FORM = Pattern.compile(
            "application/x-www-form-urlencoded(\\s*;\\s*charset=\"?utf-8\"?)?");

    private RequestReader() {
    }

    /**
     * @throws AwsException if the request is refused
     * @throws IOException  if the connection breaks
     */
    static ApiRequest read(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String host = Objects.requireNonNullElse(headers.getFirst("Host"), "").toLowerCase(Locale.ROOT);
        if (!LOOPBACK.matcher(host).matches()) {
            throw new AwsException(403, "InvalidHost", "The practice cloud answers on 127.0.0.1 and localhost only.");
        }
        String method = exchange.getRequestMethod();
        if (!METHODS.contains(method)) {
            throw new AwsException(405, "MethodNotAllowed", "The request method must be GET or POST.");
        }
        if (!Set.of("", "/").contains(exchange.getRequestURI().getRawPath())) {
            throw new AwsException(404, "InvalidURI", "The request must be sent to the path /.");
        }
        byte[] body = body(exchange.getRequestBody());
        String type = Objects.requireNonNullElse(headers.getFirst("Content-Type"), "").toLowerCase(Locale.ROOT);
        if (body.length > 0 && !FORM.matcher(type).matches()) {
            throw new AwsException(415, "UnsupportedMediaType",
                    "The content type must be application/x-www-form-urlencoded in UTF-8.");
        }
        return new ApiRequest(method, Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                headers, body);
    }

    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST_BODY);
        byte[] buffer = new byte[8192];
        int discarded = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            discarded += n;
            if (discarded >= MOST_DISCARDED) {
                break;
            }
        }
        if (discarded > 0) {
            throw new AwsException(413, "RequestEntityTooLarge", "The request body must not exceed 1 MiB.");
        }
        return body;
    }
}
