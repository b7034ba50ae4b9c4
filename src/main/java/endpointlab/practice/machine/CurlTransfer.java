package endpointlab.practice.machine;

import endpointlab.clock.LabClock;
import endpointlab.practice.internet.ConnectFailure;
import endpointlab.practice.internet.Connection;
import endpointlab.practice.internet.DataPlane;
import endpointlab.userdata.Call;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** One HTTP request of curl: connects, sends, receives, with curl's time-outs in lab time. */
final class CurlTransfer {

    /** What a server on loopback does takes no lab time worth naming; real work gets this much at least. */
    private static final Duration WALL_GUARD = Duration.ofSeconds(10);

    private final Machine machine;
    private final MachineNetwork network;
    private final Call call;
    private final CurlOptions options;
    private final CurlReport report;
    private final LabClock clock;
    private final Instant started;

    /**
     * @param head status line and headers
     */
    record Response(int status, List<String> head, byte[] body) {

        Optional<String> location() {
            return status / 100 == 3 ? header("location") : Optional.empty();
        }

        Optional<String> contentType() {
            return header("content-type");
        }

        private Optional<String> header(String name) {
            return head.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip()).findFirst();
        }
    }

    CurlTransfer(Machine machine, MachineNetwork network, Call call, CurlOptions options, CurlReport report) {
        this.machine = machine;
        this.network = network;
        this.call = call;
        this.options = options;
        this.report = report;
        this.clock = machine.surroundings().scheduler().clock();
        this.started = clock.now();
    }

    Response request(CurlUrl url) throws IOException, InterruptedException, CurlFailure {
        try (Connection connection = connect(url)) {
            report.connected(connection.address(), url.port(), connection.opening().toNanos() / 1e9);
            verbose("* Connected to " + url.host() + " (" + connection.address() + ") port " + url.port());
            if (url.scheme().equals("https")) {
                throw new CurlFailure(35, "OpenSSL/3.2.2: error:0A00010B:SSL routines::wrong version number");
            }
            Response response = exchange(url, connection);
            verbose("* Connection #0 to host " + url.host() + " left intact");
            return response;
        } finally {
            report.took(Duration.between(started, clock.now()).toNanos() / 1e9);
        }
    }

    private Connection connect(CurlUrl url) throws IOException, InterruptedException, CurlFailure {
        Optional<Duration> limit = shorter(options.connectTimeout(), options.maxTime());
        Duration timeout = shorter(limit, Optional.of(DataPlane.LINUX_CONNECT_TIMEOUT)).orElseThrow();
        List<String> addresses = network.resolve(url.host());
        if (!addresses.isEmpty()) {
            verbose("*   Trying " + addresses.get(0) + ":" + url.port() + "...");
        }
        try {
            return network.connect(url.host(), url.port(), timeout);
        } catch (ConnectFailure failure) {
            throw failure(url, failure, limit.isPresent() && timeout.equals(limit.get()));
        }
    }

    private static Optional<Duration> shorter(Optional<Duration> one, Optional<Duration> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) <= 0 ? one : other;
    }

    private static CurlFailure failure(CurlUrl url, ConnectFailure failure, boolean ownTimeout) {
        long millis = failure.after().toMillis();
        String connecting = "Failed to connect to " + url.host() + " port " + url.port() + " after " + millis
                + " ms: Could not connect to server";
        return switch (failure.kind()) {
            case UNRESOLVABLE -> new CurlFailure(6, "Could not resolve host: " + url.host());
            case REFUSED -> new CurlFailure(7, connecting);
            case TIMED_OUT -> new CurlFailure(28, ownTimeout ? "Connection timed out after " + millis
                    + " milliseconds" : connecting);
        };
    }

    /** The exchange runs on a thread of its own, so that Ctrl-C and time-outs can end it. */
    private Response exchange(CurlUrl url, Connection connection)
            throws IOException, InterruptedException, CurlFailure {
        HttpRequest request = new HttpRequest(options, url);
        for (String line : request.head()) {
            verbose("> " + line);
        }
        verbose("> ");
        Future<Response> answer;
        try {
            answer = machine.surroundings().scheduler().workers().submit(() -> request.over(connection.socket()));
        } catch (RejectedExecutionException closing) {
            throw new CurlFailure(56, "Recv failure: Connection reset by peer");
        }
        try {
            Response response = options.maxTime().isEmpty() ? answer.get()
                    : answer.get(wallGuard(options.maxTime().get()).toMillis(), TimeUnit.MILLISECONDS);
            for (String line : response.head()) {
                verbose("< " + line);
            }
            verbose("< ");
            return response;
        } catch (TimeoutException tooLong) {
            throw new CurlFailure(28, "Operation timed out after " + options.maxTime().get().toMillis()
                    + " milliseconds with 0 bytes received");
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        }
    }

    private Duration wallGuard(Duration lab) {
        Duration wall = clock.toWall(lab);
        return wall.compareTo(WALL_GUARD) < 0 ? WALL_GUARD : wall;
    }

    private static CurlFailure failure(Throwable cause) throws IOException {
        if (cause instanceof HttpException) {
            return new CurlFailure(1, "Received HTTP/0.9 when not allowed");
        }
        if (cause instanceof NoHttpResponseException) {
            return new CurlFailure(52, "Empty reply from server");
        }
        if (cause instanceof ConnectionClosedException) {
            return new CurlFailure(18, "transfer closed with outstanding read data remaining");
        }
        if (cause instanceof SocketException) {
            return new CurlFailure(56, "Recv failure: Connection reset by peer");
        }
        throw cause instanceof IOException failed ? failed : new IOException(cause);
    }

    private void verbose(String line) throws IOException {
        if (options.has("verbose")) {
            call.streams().err().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
