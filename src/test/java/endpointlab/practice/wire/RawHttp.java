package endpointlab.practice.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** Sends requests that no SDK client would send, signed by the SDK's signer where they are to be. */
public final class RawHttp {

    private final URI endpoint;
    private Clock clock = Clock.systemUTC();
    private String region = TestServer.REGION;
    private String service = "ec2";

    public RawHttp(URI endpoint) {
        this.endpoint = endpoint;
    }

    public RawHttp signedAt(Clock signingClock) {
        clock = signingClock;
        return this;
    }

    public RawHttp scopedTo(String signingRegion, String signingName) {
        region = signingRegion;
        service = signingName;
        return this;
    }

    /** Status, headers by lower-case name, body. */
    public record Reply(int status, Map<String, String> headers, String body) {
    }

    /** Headers of a POST of this form, signed. */
    public Map<String, String> sign(byte[] form) {
        return sign(SdkHttpMethod.POST, "/", form);
    }

    public Map<String, String> sign(SdkHttpMethod method, String target, byte[] form) {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder().method(method).uri(endpoint.resolve(target))
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8").build();
        var signed = AwsV4HttpSigner.create().sign(r -> r
                .identity(AwsBasicCredentials.create(TestServer.CREDENTIALS.accessKeyId(),
                        TestServer.CREDENTIALS.secretAccessKey()))
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(form))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        Map<String, String> headers = new LinkedHashMap<>();
        signed.request().headers().forEach((name, values) -> headers.put(name, values.get(0)));
        return headers;
    }

    public Reply postSigned(String form) throws IOException {
        return postSigned(form.getBytes(StandardCharsets.UTF_8));
    }

    public Reply postSigned(byte[] form) throws IOException {
        return send("POST", "/", sign(form), form);
    }

    public Reply send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        return send(request(method, target, headers, body));
    }

    /** A request that lets the server close the connection afterwards unless the headers say something else. */
    byte[] request(String method, String target, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        Map<String, String> all = new LinkedHashMap<>(Map.of("Host", endpoint.getAuthority(),
                "Content-Length", String.valueOf(body.length), "Connection", "close"));
        all.putAll(headers);
        all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** Any bytes; reads all that comes back as one answer. */
    Reply send(byte[] request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            return read(socket.getInputStream());
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    static Reply read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int split = text.indexOf("\r\n\r\n");
        if (split < 0) {
            throw new IOException("closed without an answer: " + text);
        }
        String[] lines = text.substring(0, split).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).strip());
        }
        return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(split + 4));
    }
}
