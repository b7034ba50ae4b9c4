package endpointlab.practice.internet;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The few hosts outside the VPCs that answer in the practice internet: a package mirror and the address that tells a
 * client its own public address. All others stay silent. They speak HTTP on port 80 only.
 */
public final class InternetHosts implements AutoCloseable {

    /** Tells the caller's public address, as AWS's host of that name does. */
    public static final String CHECK_IP = "checkip.amazonaws.com";

    private final Announcements announcements;
    private LoopbackHttp server;
    private boolean closed;

    InternetHosts(Announcements announcements) {
        this.announcements = announcements;
    }

    /** The host that instances of a Region fetch packages from. */
    public static String packageMirror(String region) {
        return "al2023-repos-" + region + "-de612dc2.s3.dualstack." + region + ".amazonaws.com";
    }

    static boolean isKnown(String name) {
        String host = name.toLowerCase(Locale.ROOT);
        return host.equals(CHECK_IP) || host.startsWith("al2023-repos-") && host.endsWith(".amazonaws.com");
    }

    /** Where the host really listens; empty if it doesn't on that port. */
    synchronized OptionalInt loopbackPort(String host, int port) throws IOException {
        if (!isKnown(host) || port != 80 || closed) {
            return OptionalInt.empty();
        }
        if (server == null) {
            server = LoopbackHttp.start("practice-internet-host", announcements, InternetHosts::answer);
        }
        return OptionalInt.of(server.port());
    }

    private static void answer(Caller caller, HttpExchange exchange) throws IOException {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host")).split(":", 2)[0];
        String text = host.equalsIgnoreCase(CHECK_IP) ? caller.address() + "\n" : "Amazon Linux 2023 repository\n";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=UTF-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
    }
}
