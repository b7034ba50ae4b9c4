package endpointlab.practice.machine;

import com.sun.net.httpserver.HttpExchange;
import endpointlab.network.NetworkSnapshot.NetworkInterface;
import endpointlab.network.NetworkSnapshot.Subnet;
import endpointlab.practice.internet.Announcements;
import endpointlab.practice.internet.Caller;
import endpointlab.practice.internet.DataPlane;
import endpointlab.practice.internet.LoopbackHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The instance metadata service at 169.254.169.254, version 2 only as on Amazon Linux 2023: a token must be asked for
 * first. One real server for all machines; who asks is known from the connection.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html">EC2 guide</a>
 */
final class MetadataService implements AutoCloseable {

    static final String ADDRESS = "169.254.169.254";

    private static final String TOKEN_HEADER = "X-aws-ec2-metadata-token";
    private static final String TTL_HEADER = "X-aws-ec2-metadata-token-ttl-seconds";
    private static final String ROOT = "/latest/meta-data/";

    private final DataPlane plane;
    private final String region;
    private final Function<String, Optional<MachineSpec>> specs;
    private LoopbackHttp server;
    private boolean closed;

    /** @param specs what is known of the instance with that id */
    MetadataService(DataPlane plane, String region, Function<String, Optional<MachineSpec>> specs) {
        this.plane = plane;
        this.region = region;
        this.specs = specs;
    }

    /** The port on loopback. */
    synchronized int port() throws IOException {
        if (closed) {
            throw new IOException("the practice cloud is closed");
        }
        if (server == null) {
            Announcements announcements = plane.announcements();
            server = LoopbackHttp.start("instance-metadata", announcements, this::answer);
        }
        return server.port();
    }

    private void answer(Caller caller, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String token = Base64.getUrlEncoder().encodeToString(
                ("practice " + caller.instanceId()).getBytes(StandardCharsets.UTF_8));
        if (path.equals("/latest/api/token")) {
            boolean put = exchange.getRequestMethod().equals("PUT");
            String ttl = exchange.getRequestHeaders().getFirst(TTL_HEADER);
            boolean wellFormed = ttl != null && ttl.matches("[1-9]\\d{0,4}");
            send(exchange, put ? wellFormed ? 200 : 400 : 405, put && wellFormed ? token : "");
        } else if (!token.equals(exchange.getRequestHeaders().getFirst(TOKEN_HEADER))) {
            send(exchange, 401, "");
        } else {
            Optional<String> value = specs.apply(caller.instanceId()).flatMap(spec -> value(spec, path));
            send(exchange, value.isPresent() ? 200 : 404, value.orElse(""));
        }
    }

    private Optional<String> value(MachineSpec spec, String path) {
        if (path.equals("/latest/user-data")) {
            return Optional.of(spec.userData()).filter(text -> !text.isEmpty());
        }
        if (path.equals(ROOT) || path.equals("/latest/meta-data")) {
            return Optional.of(String.join("\n", values(spec).keySet()));
        }
        return path.startsWith(ROOT)
                ? Optional.ofNullable(values(spec).get(path.substring(ROOT.length()))) : Optional.empty();
    }

    private Map<String, String> values(MachineSpec spec) {
        Map<String, String> values = new TreeMap<>();
        values.put("instance-id", spec.instanceId());
        values.put("local-ipv4", spec.privateIp());
        values.put("local-hostname", Machine.fullName(spec.privateIp()));
        values.put("hostname", Machine.fullName(spec.privateIp()));
        values.put("placement/region", region);
        plane.interfaceOf(spec.instanceId()).flatMap(NetworkInterface::publicIp)
                .ifPresent(address -> values.put("public-ipv4", address));
        plane.subnetOf(spec.instanceId()).map(Subnet::az)
                .ifPresent(az -> values.put("placement/availability-zone", az));
        return values;
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.getResponseHeaders().set("Server", "EC2ws");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
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
