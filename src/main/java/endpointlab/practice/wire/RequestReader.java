package endpointlab.practice.wire;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/**
 * Reads an HTTP request and refuses what no client of the practice cloud sends: other hosts than loopback (a web
 * page could have its name resolved to 127.0.0.1), other paths, methods and content types, large bodies.
 */
final class RequestReader {

    static final int LARGEST_BODY = 1 << 20;
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");
    private static final Pattern FORM = Pattern.compile(
            "application/x-www-form-urlencoded(\\s*;\\s*charset=\"?utf-8\"?)?");

    private RequestReader() {
    }

    /**
     * @param client is told to go on if it waits for that before it sends the body
     * @throws AwsException if the request is refused
     * @throws IOException  if the connection breaks
     */
    static ApiRequest read(ClassicHttpRequest http, ResponseTrigger client) throws IOException, HttpException {
        if (http.getEntity() != null) {
            http.setEntity(new RequestBody(http.getEntity()));
        }
        String[] target = http.getPath().split("\\?", 2);
        check(http, target[0]);
        ApiRequest request = new ApiRequest(http.getMethod(), target.length < 2 ? "" : target[1], http,
                body(http, client));
        if (request.body().length > 0 && !FORM.matcher(lowerCase(http, "Content-Type")).matches()) {
            throw new AwsException(415, "UnsupportedMediaType",
                    "The content type must be application/x-www-form-urlencoded in UTF-8.");
        }
        return request;
    }

    private static void check(ClassicHttpRequest http, String path) {
        if (!LOOPBACK.matcher(lowerCase(http, "Host")).matches()) {
            throw new AwsException(403, "InvalidHost", "The practice cloud answers on 127.0.0.1 and localhost only.");
        }
        if (!METHODS.contains(http.getMethod())) {
            throw new AwsException(405, "MethodNotAllowed", "The request method must be GET or POST.");
        }
        if (!path.equals("/")) {
            throw new AwsException(404, "InvalidURI", "The request must be sent to the path /.");
        }
    }

    private static String lowerCase(MessageHeaders headers, String name) {
        Header header = headers.getFirstHeader(name);
        return header == null ? "" : header.getValue().toLowerCase(Locale.ROOT);
    }

    private static byte[] body(ClassicHttpRequest http, ResponseTrigger client) throws IOException, HttpException {
        if (http.getEntity() == null) {
            return new byte[0];
        }
        if (lowerCase(http, "Expect").equals("100-continue")) {
            client.sendInformation(new BasicClassicHttpResponse(HttpStatus.SC_CONTINUE));
        }
        try {
            byte[] body = http.getEntity().getContent().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new AwsException(413, "RequestEntityTooLarge", "The request body must not exceed 1 MiB.");
            }
            return body;
        } catch (MalformedChunkCodingException | MessageConstraintException unreadable) {
            throw new WireErrors(AwsService.EC2).noHttp(HttpStatus.SC_BAD_REQUEST);
        }
    }
}
