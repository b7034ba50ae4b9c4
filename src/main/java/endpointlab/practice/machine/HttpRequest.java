package endpointlab.practice.machine;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** A request as curl makes it, to be sent over a socket that is connected already. */
final class HttpRequest {

    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    private final String method;
    private final CurlUrl url;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Optional<byte[]> body;

    HttpRequest(CurlOptions options, CurlUrl url) {
        this.method = options.method();
        this.url = url;
        this.body = options.data().map(text -> text.getBytes(StandardCharsets.UTF_8));
        headers.put("Host", url.authority());
        headers.put("User-Agent", options.last("user-agent").orElse("curl/" + Curl.VERSION));
        headers.put("Accept", "*/*");
        options.last("referer").ifPresent(referer -> headers.put("Referer", referer));
        options.last("cookie").ifPresent(cookie -> headers.put("Cookie", cookie));
        body.ifPresent(bytes -> {
            headers.put("Content-Length", String.valueOf(bytes.length));
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        });
        options.all("header").forEach(this::apply);
    }

    /** {@code Name: value} sets a header, {@code Name:} leaves it out. */
    private void apply(String header) {
        int colon = header.indexOf(':');
        if (colon > 0 && header.substring(0, colon).matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            String name = header.substring(0, colon);
            String value = header.substring(colon + 1).replaceAll("\\p{Cntrl}", "").strip();
            headers.keySet().removeIf(name::equalsIgnoreCase);
            if (!value.isEmpty()) {
                headers.put(name, value);
            }
        }
    }

    /** Request line and headers. */
    List<String> head() {
        List<String> lines = new ArrayList<>();
        lines.add(method + " " + url.path() + " HTTP/1.1");
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        return lines;
    }

    /** Sends it and reads the answer. */
    CurlTransfer.Response over(Socket socket) throws IOException, HttpException {
        ClassicHttpRequest request = new BasicClassicHttpRequest(method, url.path());
        headers.forEach(request::addHeader);
        try (DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT)) {
            connection.bind(socket);
            connection.sendRequestHeader(request);
            if (body.isPresent()) {
                request.setEntity(new ByteArrayEntity(body.get(), ContentType.APPLICATION_FORM_URLENCODED));
                connection.sendRequestEntity(request);
            }
            connection.flush();
            ClassicHttpResponse response = connection.receiveResponseHeader();
            if (!method.equals("HEAD")) {
                connection.receiveResponseEntity(response);
            }
            return read(response);
        }
    }

    private static CurlTransfer.Response read(ClassicHttpResponse response) throws IOException {
        List<String> head = new ArrayList<>();
        head.add("HTTP/1.1 " + response.getCode() + " "
                + Optional.ofNullable(response.getReasonPhrase()).orElse(""));
        for (Header header : response.getHeaders()) {
            head.add(header.getName() + ": " + header.getValue());
        }
        byte[] body = response.getEntity() == null ? new byte[0]
                : EntityUtils.toByteArray(response.getEntity(), LONGEST_BODY);
        return new CurlTransfer.Response(response.getCode(), head, body == null ? new byte[0] : body);
    }
}
