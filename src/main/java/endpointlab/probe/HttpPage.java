package endpointlab.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/**
 * What a web server answered.
 *
 * @param headers status line and headers, a line each
 * @param body    read as UTF-8; at most a megabyte of it
 */
record HttpPage(String headers, String body) {

    private static final int LONGEST_BODY = 1 << 20;

    /**
     * Asks for {@code /} over a connected socket.
     *
     * @throws IOException if no whole answer came
     */
    static HttpPage get(Socket socket, String authority) throws IOException {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET", "/");
        request.setHeader("Host", authority);
        request.setHeader("User-Agent", "endpointlab");
        request.setHeader("Accept", "*/*");
        request.setHeader("Connection", "close");
        try (DefaultBHttpClientConnection connection =
                new DefaultBHttpClientConnectionFactory().createConnection(socket)) {
            connection.setSocketTimeout(Timeout.ofMilliseconds(socket.getSoTimeout()));
            try (ClassicHttpResponse response =
                    new HttpRequestExecutor().execute(request, connection, HttpCoreContext.create())) {
                return new HttpPage(headers(response), body(response.getEntity()));
            }
        } catch (HttpException noHttp) {
            throw new IOException("the answer is no HTTP: " + noHttp.getMessage(), noHttp);
        }
    }

    private static String headers(ClassicHttpResponse response) {
        StringBuilder text = new StringBuilder(new StatusLine(response).toString()).append('\n');
        for (Header header : response.getHeaders()) {
            text.append(header.getName()).append(": ").append(header.getValue()).append('\n');
        }
        return text.toString();
    }

    private static String body(HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream content = entity.getContent()) {
            return new String(content.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
        }
    }
}
