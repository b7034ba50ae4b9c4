package endpointlab.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import endpointlab.OwnThread;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.CheckResult;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.probe.ConnectFailure.Kind;
import endpointlab.run.ProbeRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPageProbeTest {

    private static final String NAME = "MyNetwork-LB-0123456789abcdef.elb.us-east-1.amazonaws.com";
    private static final String PAGE = "<html><h1> ようこそ </h1></html>\n";
    private static final String USER_DATA = "#!/bin/bash\ndnf install -y httpd\necho '" + PAGE.strip()
            + "' > /var/www/html/index.html\nsystemctl enable --now httpd\n";

    private final Cancellation cancellation = new Cancellation();
    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile String body = PAGE;
    private volatile int status = 200;
    private Dialer dialer = (host, port, clock, cancelled) -> to(server.getAddress());

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void readsThePageExactly() {
        CheckResult result = probe().run(request("80"));

        assertThat(result.command()).isEqualTo("curl http://" + NAME);
        assertThat(result.exit()).isZero();
        assertThat(result.body()).isEqualTo(PAGE).isEqualTo(result.expected());
        assertThat(result.headers()).startsWith("HTTP/1.1 200").contains("Content-length: " + PAGE.getBytes(
                StandardCharsets.UTF_8).length);
        assertThat(probe().verdict(request("80"), result)).isEmpty();
        assertThat(hosts).containsExactly(NAME);
    }

    @Test
    void anotherPortIsNamed() {
        assertThat(probe().run(request("8080")).command()).isEqualTo("curl http://" + NAME + ":8080");
        assertThat(hosts).containsExactly(NAME + ":8080");
    }

    @Test
    void anErrorPageIsSeenAndIsNotTheExpectedOne() {
        status = 403;
        body = "Forbidden";

        CheckResult result = probe().run(request("80"));

        assertThat(result.headers()).startsWith("HTTP/1.1 403");
        assertThat(result.body()).isEqualTo("Forbidden");
        assertThat(probe().verdict(request("80"), result)).map(Problem::code).contains("PageDiffers");
    }

    @ParameterizedTest
    @CsvSource({"TIMED_OUT, PageTimeout", "REFUSED, PageRefused", "UNRESOLVABLE, PageUnresolvable",
        "NO_NETWORK, NoNetwork"})
    void eachWayOfNotReachingItIsItsOwnProblem(Kind kind, String code) {
        dialer = (host, port, clock, cancelled) -> {
            throw new ConnectFailure(kind, kind.word(), null);
        };

        assertThat(problem().code()).isEqualTo(code);
    }

    @Test
    void aNameThatIsStillSpreadingIsTriedAgain() {
        AtomicInteger dialled = new AtomicInteger();
        dialer = (host, port, clock, cancelled) -> {
            if (dialled.incrementAndGet() < 3) {
                throw new ConnectFailure(Kind.UNRESOLVABLE, host, null);
            }
            return to(server.getAddress());
        };

        assertThat(probe().run(request("80")).passed()).isTrue();
    }

    @Test
    void anAnswerThatBreaksOffIsAProblem() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> hangUp(rude));
            thread.setDaemon(true);
            thread.start();
            dialer = (host, port, clock, cancelled) -> to((InetSocketAddress) rude.getLocalSocketAddress());

            assertThat(problem().code()).isEqualTo("PageBroken");
        }
    }

    @Test
    void cancellingEndsItWithinASecond() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            AtomicInteger dialled = new AtomicInteger();
            dialer = (host, port, clock, cancelled) -> {
                dialled.incrementAndGet();
                return to((InetSocketAddress) silent.getLocalSocketAddress());
            };
            CompletableFuture<CheckResult> run = OwnThread.supply(() -> probe().run(request("80")));
            await().until(() -> dialled.get() > 0);

            cancellation.cancel();

            assertThat(run).failsWithin(Duration.ofSeconds(1)).withThrowableThat()
                    .isInstanceOfAny(CancellationException.class, ExecutionException.class)
                    .satisfies(thrown -> assertThat(thrown instanceof CancellationException
                            || thrown.getCause() instanceof CancellationException).isTrue());
        }
    }

    private static void hangUp(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(
                        StandardCharsets.US_ASCII));
            } catch (IOException ended) {
                continue;
            }
        }
    }

    private Problem problem() {
        return catchThrowableOfType(ProblemException.class, () -> probe().run(request("80"))).problem();
    }

    private HttpPageProbe probe() {
        return new HttpPageProbe(dialer);
    }

    private static Socket to(InetSocketAddress address) throws ConnectFailure {
        try {
            return new Socket(address.getAddress(), address.getPort());
        } catch (IOException failure) {
            throw new ConnectFailure(Kind.NO_NETWORK, "test server", failure);
        }
    }

    private ProbeRequest request(String port) {
        return new ProbeRequest("public-page", Map.of("host", NAME, "port", port, "user-data", USER_DATA), () -> null,
                () -> "", LabClock.startingNow(Pace.INSTANT), cancellation);
    }
}
