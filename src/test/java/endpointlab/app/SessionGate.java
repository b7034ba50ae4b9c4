package endpointlab.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Lets temporary credentials into a practice cloud, which knows none: takes requests that carry the session's token
 * and passes them on, signed with the cloud's own key.
 */
final class SessionGate implements AutoCloseable {

    static final String KEY = "ASIAFAKESESSION00000";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYFAKESESSION";
    static final String TOKEN = "IQoJb3JpZ2luX2VjEFAKEFAKEFAKE/session+token/of=nobody==";

    private static final Pattern SERVICE = Pattern.compile("Credential=" + KEY + "/\\d+/[a-z0-9-]+/([a-z0-9]+)/");

    private final ServedCloud cloud;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** Answers like an AWS that has expected another signature, and says what it has signed itself. */
    volatile boolean refuses;

    SessionGate(ServedCloud cloud) throws IOException {
        this.cloud = cloud;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String token = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
            Matcher service = SERVICE.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!TOKEN.equals(token) || !service.find()) {
                answer(exchange, 403, error("InvalidClientTokenId", "The security token included in the request is "
                        + "invalid."));
            } else if (refuses) {
                answer(exchange, 403, error("SignatureDoesNotMatch", "The request signature we calculated does not "
                        + "match the signature you provided.\n\nThe Canonical String for this request should have been"
                        + "\n'POST\n/\n\nhost:127.0.0.1\nx-amz-security-token:" + token + "\n\nhost;x-amz-date'"));
            } else {
                passOn(exchange, body, service.group(1));
            }
        }
    }

    private void passOn(HttpExchange exchange, byte[] body, String service) throws IOException {
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.POST)
                .uri(URI.create(cloud.endpoint() + "/"))
                .putHeader("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type")).build();
        SdkHttpRequest signed = AwsV4HttpSigner.create().sign(sign -> sign.request(request)
                .identity(AwsCredentialsIdentity.create(cloud.accessKeyId(), cloud.secretAccessKey()))
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")).request();
        HttpURLConnection to = (HttpURLConnection) signed.getUri().toURL().openConnection(Proxy.NO_PROXY);
        to.setDoOutput(true);
        to.setRequestMethod("POST");
        signed.headers().forEach((name, values) -> to.setRequestProperty(name, values.get(0)));
        to.getOutputStream().write(body);
        int status = to.getResponseCode();
        byte[] answer = (status < 400 ? to.getInputStream() : to.getErrorStream()).readAllBytes();
        answer(exchange, status, answer);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] error(String code, String message) {
        return ("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>"
                + code + "</Code><Message>" + message + "</Message></Error><RequestId>1</RequestId></ErrorResponse>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
