package endpointlab.practice.internet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real HTTP server on an ephemeral port of 127.0.0.1 that only lets in what the data plane announced. */
public final class LoopbackHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackHttp.class);
    private static final int THREADS = 64;

    private final HttpServer server;
    private final ExecutorService threads;

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {

        void handle(Caller caller, HttpExchange exchange) throws IOException;
    }

    private LoopbackHttp(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** @param name what its threads are called */
    public static LoopbackHttp start(String name, Announcements announcements, Handler handler) throws IOException {
        HttpServerSettings.apply();
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        ExecutorService threads = new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                DaemonThreads.named(name), new ThreadPoolExecutor.CallerRunsPolicy());
        server.setExecutor(threads);
        server.createContext("/", exchange -> admit(announcements, handler, exchange));
        try {
            // The server's own thread is a daemon only if a daemon starts it.
            CompletableFuture.runAsync(server::start, threads).join();
        } catch (CompletionException failed) {
            threads.shutdownNow();
            throw new IOException(failed.getCause());
        }
        return new LoopbackHttp(server, threads);
    }

    private static void admit(Announcements announcements, Handler handler, HttpExchange exchange) {
        try (exchange) {
            Optional<Caller> caller = announcements.from(exchange.getRemoteAddress());
            if (caller.isPresent()) {
                handler.handle(caller.get(), exchange);
            } else {
                LOG.warn("refused an HTTP request that came past the practice internet, from {}",
                        exchange.getRemoteAddress());
            }
        } catch (IOException clientGone) {
            LOG.debug("an HTTP client went away", clientGone);
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Closes the port and every connection at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
