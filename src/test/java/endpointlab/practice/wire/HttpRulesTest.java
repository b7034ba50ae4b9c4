package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 around the calls: dates, connections that last and connections that end, and what is no HTTP. */
@Timeout(30)
class HttpRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-05T09:08:07.654Z");
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final byte[] FORM =
            "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=vpc-1".getBytes(StandardCharsets.UTF_8);

    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final TestServer server = new TestServer(builder -> builder
            .clock(Clock.fixed(NOW, ZoneOffset.UTC)).patience(PATIENCE).interceptor(this::hold));
    private final RawHttp raw = new RawHttp(server.api.endpoint()).signedAt(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void offer() {
        TestOperations.addTo(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** A deletion is held until it is interrupted. */
    private void hold(ApiCall call) throws InterruptedException {
        if (call.action().equals("DeleteVpc")) {
            held.countDown();
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException closed) {
                interrupted.set(true);
                throw closed;
            }
        }
    }

    private byte[] keptAlive(Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(raw.sign(FORM));
        headers.put("Connection", "keep-alive");
        headers.putAll(more);
        return raw.request("POST", "/", headers, FORM);
    }

    @Test
    void everyAnswerIsDatedByTheCloudsClock() throws IOException {
        List<RawHttp.Reply> replies = List.of(raw.postSigned(FORM), raw.postSigned("Action=No&Version=2016-11-15"),
                raw.send("PUT", "/", Map.of(), new byte[0]), raw.send("HEAD", "/", Map.of(), new byte[0]),
                raw.send("no HTTP\r\n\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(replies).extracting(RawHttp.Reply::status).containsExactly(200, 400, 405, 405, 400);
        assertThat(replies).extracting(reply -> reply.headers().get("date"))
                .containsOnly("Thu, 05 Nov 2026 09:08:07 GMT");
    }

    @Test
    void aConnectionServesRequestAfterRequest() throws IOException {
        try (Socket socket = raw.connect()) {
            socket.getOutputStream().write(keptAlive(Map.of()));
            socket.getOutputStream().write(keptAlive(Map.of("X-Amz-Date", "20200101T000000Z")));
            socket.getOutputStream().write(raw.request("POST", "/", raw.sign(FORM), FORM));
            RawHttp.Reply first = RawHttp.read(socket.getInputStream());

            assertThat(first.headers()).doesNotContainKey("connection");
            assertThat(first.body().lines().filter(line -> line.contains("HTTP/1.1 ")).map(line ->
                    line.substring(line.indexOf("HTTP/1.1 "))))
                    .containsExactly("HTTP/1.1 401 Unauthorized", "HTTP/1.1 200 OK");
            assertThat(first.body()).containsOnlyOnce("Connection: close");
        }
    }

    @Test
    void aClientIsToldToGoOn() throws IOException {
        byte[] whole = keptAlive(Map.of("Expect", "100-continue", "Connection", "close"));
        int head = whole.length - FORM.length;
        try (Socket socket = raw.connect()) {
            socket.getOutputStream().write(whole, 0, head);
            String hint = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(socket.getInputStream().readNBytes(hint.length()))
                    .isEqualTo(hint.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(whole, head, FORM.length);
            assertThat(RawHttp.read(socket.getInputStream()).status()).isEqualTo(200);
        }
    }

    @Test
    void aClientIsNotToldToGoOnForNothing() throws IOException {
        byte[] whole = raw.request("POST", "/elsewhere", Map.of("Expect", "100-continue"), FORM);
        try (Socket socket = raw.connect()) {
            socket.getOutputStream().write(whole, 0, whole.length - FORM.length);
            assertThat(RawHttp.read(socket.getInputStream()).status()).isEqualTo(404);
        }
    }

    private RawHttp.Reply chunked(String... chunks) throws IOException {
        StringBuilder head = new StringBuilder("POST / HTTP/1.1");
        raw.sign(FORM).forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nTransfer-Encoding: chunked\r\n\r\n").append(String.join("", chunks));
        try (Socket socket = raw.connect()) {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return RawHttp.read(socket.getInputStream());
        }
    }

    @Test
    void aBodyMayComeInChunks() throws IOException {
        String form = new String(FORM, StandardCharsets.UTF_8);

        assertThat(chunked("6\r\n" + form.substring(0, 6) + "\r\n",
                Integer.toHexString(form.length() - 6) + ";x=y\r\n" + form.substring(6) + "\r\n0\r\n\r\n").body())
                .contains("<vpcId>vpc-1</vpcId>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nAction\r\n0\r\n\r\n", "-1\r\n\r\n", "ffffffffffffffffff\r\n", "6\r\nActionAction"})
    void badChunksEndTheConnection(String chunks) throws IOException {
        RawHttp.Reply reply = chunked(chunks, "POST / HTTP/1.1\r\n\r\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("<Code>BadRequest</Code>").doesNotContain("HTTP/1.1 ");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /,                                                      400, BadRequest",
        "a\u0016\u0003\u0001,                                        400, BadRequest",
        "POST / HTTP/1.1|Content-Length: -1,                         400, BadRequest",
        "POST / HTTP/1.1|Content-Length: 1e3,                        400, BadRequest",
        "POST / HTTP/1.1|Content-Length: 1|Content-Length: 2,        400, BadRequest",
        "POST / HTTP/1.1|no header,                                  400, BadRequest",
        "POST / HTTP/1.1|Transfer-Encoding: gzip,                    501, NotImplemented",
        "PRI * HTTP/2.0,                                             505, HttpVersionNotSupported",
        "GET / HTTP/9.9,                                             505, HttpVersionNotSupported",
        "GET /?LONG HTTP/1.1,                                        431, RequestHeaderSectionTooLarge",
        "GET / HTTP/1.1|X: LONG,                                     431, RequestHeaderSectionTooLarge",
        "GET / HTTP/1.1|MANY,                                        431, RequestHeaderSectionTooLarge",
        "POST / HTTP/1.1|Connection: close,                          403, InvalidHost",
    })
    void whatIsNoHttpGetsAnErrorInAwsForm(String head, int status, String code) throws IOException {
        String request = head.replace("LONG", "x".repeat(17_000)).replace("MANY", "X: y|".repeat(201))
                .replace("|", "\r\n") + "\r\n\r\n";

        RawHttp.Reply reply = raw.send(request.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).contains("<Code>" + code + "</Code>", "<RequestID>").hasSizeLessThan(1_000);
        assertThat(reply.headers()).containsEntry("connection", "close").containsEntry("server", "AmazonEC2")
                .containsKey("x-amzn-requestid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\nAct"})
    void aClientThatStopsInTheMiddleIsLeft(String beginning) throws IOException {
        try (Socket socket = raw.connect()) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aClientThatTricklesIsLeftToo() throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = raw.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("POST / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            await().pollInterval(PATIENCE.dividedBy(10)).pollInSameThread()
                    .until(() -> isLeft(socket, out));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(PATIENCE, PATIENCE.multipliedBy(20));
    }

    private static boolean isLeft(Socket socket, OutputStream out) {
        try {
            out.write('x');
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void closingEndsConnectionsAndCallsAtOnce() throws Exception {
        byte[] form = "Action=DeleteVpc&Version=2016-11-15&VpcId=vpc-1".getBytes(StandardCharsets.UTF_8);
        try (Socket idle = raw.connect(); Socket waiting = raw.connect()) {
            idle.getOutputStream().write(keptAlive(Map.of()));
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            waiting.getOutputStream().write(raw.request("POST", "/", raw.sign(form), form));
            held.await();

            server.api.close();

            assertThat(interrupted).isTrue();
            assertThat(closed(idle)).isTrue();
            assertThat(closed(waiting)).isTrue();
            assertThatThrownBy(raw::connect).isInstanceOf(IOException.class);
        }
    }

    /** A connection that is closed with bytes unread is reset. */
    private static boolean closed(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            in.readAllBytes();
            return true;
        } catch (IOException reset) {
            return !(reset instanceof SocketTimeoutException);
        }
    }
}
