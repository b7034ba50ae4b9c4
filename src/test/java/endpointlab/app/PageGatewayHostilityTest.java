package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.hostile.Campaign;
import endpointlab.hostile.Footprint;
import endpointlab.hostile.HttpWire;
import endpointlab.hostile.PageRequests;
import endpointlab.network.LabIds;
import endpointlab.practice.machine.PracticeNet;
import endpointlab.probe.SocksDialer;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The address behind which a browser sees the lab's page, in front of what no browser sends. */
@Timeout(3600)
class PageGatewayHostilityTest {

    @TempDir
    Path directory;
    private Footprint before;
    private PracticeNet net;
    private ExecutorService workers;
    private PageGateway gateway;

    @BeforeEach
    void open() throws Exception {
        before = Footprint.now();
        net = PracticeNet.booted(directory);
        workers = Executors.newCachedThreadPool();
        gateway = gatewayTo(LabIds.WEB_PUBLIC_IP);
    }

    private PageGateway gatewayTo(String host) throws Exception {
        return new PageGateway(new SocksDialer(new InetSocketAddress("127.0.0.1", net.socks.port())), host, 80,
                LabClock.startingNow(Pace.INSTANT), workers);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        gateway.close();
        workers.shutdownNow();
        net.close();
        before.awaitNoMoreThreadsOrSockets();
    }

    @Test
    void requests() throws Exception {
        int port = gateway.address().getPort();
        new Campaign("page gateway", 1_000).run(chance -> PageRequests.draw(chance, "127.0.0.1:" + port), bytes ->
                HttpWire.shout(new Socket("127.0.0.1", port), bytes).ifPresent(PageRequests::check));
        try (HttpWire wire = new HttpWire(port)) {
            assertThat(wire.exchange(get("127.0.0.1:" + port)).body()).isEqualTo(PracticeNet.PAGE);
        }
    }

    private static byte[] get(String host) {
        return ("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
