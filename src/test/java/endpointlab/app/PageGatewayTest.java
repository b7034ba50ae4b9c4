package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address at which the user's browser reads the lab's page, and what other requests get there. */
class PageGatewayTest {

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer site;
    private PageGateway gateway;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] page = ("page for " + exchange.getRequestHeaders().getFirst("Host")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        gateway = new PageGateway((host, port, clock, cancellation) -> toSite(), "nlb.example", 80,
                LabClock.startingNow(Pace.INSTANT), workers);
    }

    private Socket toSite() {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), site.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
        site.stop(0);
        workers.shutdownNow();
    }

    private String send(String request) throws IOException {
        URI address = gateway.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static String get(String hosts) {
        return "GET / HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n";
    }

    @Test
    void theBrowserReadsThePage() throws IOException {
        String authority = gateway.address().getAuthority();
        assertThat(send(get("Host: " + authority + "\r\n"))).startsWith("HTTP/1.1 200 OK")
                .endsWith("page for " + authority);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example\r\n", "Host: evil.example:%d\r\n", "", "Host: 127.0.0.1\r\n",
        "Host: 127.0.0.1:%d\r\nHost: evil.example\r\n"})
    void aPageOfAnotherSiteIsRefused(String hosts) throws IOException {
        assertThat(send(get(hosts.replace("%d", String.valueOf(gateway.address().getPort())))))
                .startsWith("HTTP/1.1 421 Misdirected Request");
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsNoRequestGetsNothing() throws IOException {
        assertThat(send("hello")).isEmpty();
        String start = "GET / HTTP/1.1\r\nHost: ";
        assertThat(send(start + "x".repeat(64 * 1024 - start.length()))).isEmpty();
        assertThat(asked).hasValue(0);
    }
}
