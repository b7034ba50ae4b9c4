package endpointlab.app;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.probe.ConnectFailure;
import endpointlab.probe.Dialer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An address on loopback behind which the user's browser sees a host of the practice internet. Each connection goes
 * through the practice internet anew; if it doesn't get through, the browser is told so. A page of another site whose
 * name was made to point here (DNS rebinding) is refused by the {@code Host} it sends.
 */
final class PageGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageGateway.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MOST_MILLIS_FOR_THE_HEAD = 30_000;

    private final Dialer dialer;
    private final String host;
    private final int port;
    private final LabClock clock;
    private final ExecutorService workers;
    private final ServerSocket server = new ServerSocket();
    private final Cancellation closing = new Cancellation();

    /** @throws IOException if no port on loopback is free */
    PageGateway(Dialer dialer, String host, int port, LabClock clock, ExecutorService workers) throws IOException {
        this.dialer = dialer;
        this.host = host;
        this.port = port;
        this.clock = clock;
        this.workers = workers;
        server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
        workers.execute(this::acceptAll);
    }

    URI address() {
        return URI.create("http://" + authority() + "/");
    }

    private String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket browser = server.accept();
                workers.execute(() -> serve(browser));
            } catch (SocketException closed) {
                LOG.debug("the gateway is closed", closed);
            } catch (IOException failure) {
                LOG.warn("the gateway lost a connection", failure);
            }
        }
    }

    private void serve(Socket browser) {
        try (browser) {
            browser.setSoTimeout(MOST_MILLIS_FOR_THE_HEAD);
            RequestHead head = RequestHead.read(browser.getInputStream());
            browser.setSoTimeout(0);
            if (!head.isFor(authority())) {
                answer(browser, "421 Misdirected Request", "This address is " + address());
                return;
            }
            try (Socket site = dialer.open(host, port, clock, closing)) {
                site.getOutputStream().write(head.bytes());
                workers.execute(() -> copyUp(browser, site));
                site.getInputStream().transferTo(browser.getOutputStream());
            } catch (ConnectFailure failure) {
                answer(browser, "504 Gateway Timeout", host + ":" + port + " - " + failure.kind().word());
            }
        } catch (IOException | RuntimeException ended) {
            LOG.debug("a connection of the gateway ended", ended);
        }
    }

    private static void copyUp(Socket browser, Socket site) {
        try {
            InputStream from = browser.getInputStream();
            OutputStream to = site.getOutputStream();
            from.transferTo(to);
            site.shutdownOutput();
        } catch (IOException ended) {
            LOG.debug("the browser closed", ended);
        }
    }

    private static void answer(Socket browser, String status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: "
                + body.length + "\r\nConnection: close\r\n\r\n";
        browser.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        browser.getOutputStream().write(body);
    }

    @Override
    public void close() throws IOException {
        closing.cancel();
        server.close();
    }
}
