package endpointlab.practice.internet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries bytes between two sockets, both ways, until both sides have finished; each side may finish first. */
final class Bridge {

    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final int BUFFER = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final ExecutorService threads;

    Bridge(Socket client, Socket server, ExecutorService threads) {
        this.client = client;
        this.server = server;
        this.threads = threads;
    }

    /** Returns when nothing more can flow. The sockets are left to the caller to close. */
    void run() throws InterruptedException, IOException {
        CountDownLatch backward = new CountDownLatch(1);
        threads.execute(() -> {
            try {
                carry(server, client);
            } finally {
                backward.countDown();
            }
        });
        carry(client, server);
        backward.await();
    }

    private static void carry(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            LOG.debug("a bridged connection broke", broken);
            reset(from);
            reset(to);
        }
    }

    /** What breaks on one side breaks on the other: a reset, not an orderly end. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            LOG.trace("socket is closed already", alreadyClosed);
        }
    }
}
