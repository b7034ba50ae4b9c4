package endpointlab.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Knows two kinds of callers: whoever signs with {@value #LONG_LIVED}, and roles assumed by them. Bodies as in the STS
 * API Reference; it doesn't verify signatures, the practice cloud does that.
 */
final class FakeSts implements AutoCloseable {

    static final String LONG_LIVED = "AKIALONGLIVED0000000";
    static final String DEVICE = "arn:aws:iam::123456789012:mfa/me";
    static final String CODE = "123456";

    final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    volatile Duration life = Duration.ofHours(1);
    volatile String refusal = "";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String scheme;

    FakeSts() throws IOException {
        this(null);
    }

    /** @param tls {@code null} for plain HTTP */
    FakeSts(SSLContext tls) throws IOException {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        if (tls == null) {
            server = HttpServer.create(loopback, 0);
        } else {
            HttpsServer secure = HttpsServer.create(loopback, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        scheme = tls == null ? "http" : "https";
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI endpoint() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        form.put("key", authorization.replaceAll("(?s).*Credential=([^/]+)/.*", "$1"));
        requests.add(form);
        if (!refusal.isEmpty()) {
            send(exchange, 403, error(refusal));
        } else if (form.get("Action").equals("AssumeRole")) {
            boolean allowed = form.get("key").equals(LONG_LIVED) && (!form.containsKey("SerialNumber")
                    || form.get("SerialNumber").equals(DEVICE) && form.get("TokenCode").equals(CODE));
            send(exchange, allowed ? 200 : 403, allowed ? role() : error("AccessDenied"));
        } else {
            send(exchange, 200, identity(form.get("key").equals(LONG_LIVED) ? "user/me" : "assumed-role/lab/me"));
        }
    }

    private String role() {
        return "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE000000000000</AccessKeyId>"
                + "<SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken><Expiration>"
                + Instant.now().plus(life) + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    private static String identity(String who) {
        return "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:" + who
                + "</Arn><UserId>me</UserId><Account>123456789012</Account></GetCallerIdentityResult>"
                + "</GetCallerIdentityResponse>";
    }

    private static String error(String code) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>no</Message></Error>"
                + "<RequestId>id</RequestId></ErrorResponse>";
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
