package endpointlab.practice.internet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a port of 127.0.0.1 and has each connection served by a daemon thread of its own. */
public final class LoopbackListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackListener.class);
    private static final int MOST_THREADS = 1024;

    private final String name;
    private final ServerSocket server;
    private final Service service;
    private final ExecutorService threads;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /** Serves one connection to its end; it is closed afterwards. */
    @FunctionalInterface
    public interface Service {

        /**
         * @param threads for more work on this connection; they are limited, and end with the listener
         * @throws IOException                if the connection breaks
         * @throws InterruptedException       if the listener is closed
         * @throws RejectedExecutionException if there are too many threads
         */
        void serve(Socket client, ExecutorService threads) throws IOException, InterruptedException;
    }

    private LoopbackListener(String name, ServerSocket server, Service service) {
        this.name = name;
        this.server = server;
        this.service = service;
        this.threads = new ThreadPoolExecutor(1, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                DaemonThreads.named(name));
    }

    /**
     * @param name what its threads are called
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static LoopbackListener start(String name, int port, Service service) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 128);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        LoopbackListener listener = new LoopbackListener(name, server, service);
        listener.threads.execute(listener::acceptAll);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Number of clients connected now. */
    public int clientCount() {
        return clients.size();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                serve(client);
            } catch (IOException failed) {
                if (!server.isClosed()) {
                    LOG.warn("{} could not accept a connection", name, failed);
                }
            }
        }
    }

    private void serve(Socket client) {
        try {
            threads.execute(() -> converse(client));
        } catch (RejectedExecutionException tooMany) {
            LOG.warn("{} has too many connections", name);
            end(client);
        }
    }

    private void converse(Socket client) {
        try {
            service.serve(client, threads);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RejectedExecutionException broken) {
            LOG.debug("{}: a connection broke off", name, broken);
        } finally {
            end(client);
        }
    }

    private void end(Socket client) {
        clients.remove(client);
        try {
            client.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("{}: closing a connection", name, alreadyBroken);
        }
    }

    /** Ends every connection and closes the port; returns when nothing runs any more. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("{}: closing the port", name, alreadyBroken);
        }
        threads.shutdownNow();
        clients.forEach(this::end);
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("connections of {} did not end", name);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
