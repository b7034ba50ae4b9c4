package endpointlab.practice.wire;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The practice cloud's API endpoint: one HTTP server on 127.0.0.1 that answers EC2, ELBv2 and STS Query requests of
 * unmodified AWS SDKs, the AWS CLI and boto3. All three services share the endpoint; the service in the signature's
 * credential scope says which one was meant.
 */
public final class ApiServer implements AutoCloseable {

    private final HttpServer http;
    private final CallCounter calls;

    private ApiServer(HttpServer http, CallCounter calls) {
        this.http = http;
        this.calls = calls;
    }

    /**
     * @param region      the one simulated Region that signatures must be scoped to
     * @param credentials the one access key that is accepted
     */
    public static Builder builder(String region, PracticeCredentials credentials) {
        return new Builder(region, credentials);
    }

    /** Where clients point their endpoint override; {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /**
     * How often each action was called since the start, by IAM's name ({@code ec2:CreateVpc}): every attempt whose
     * signature was valid and whose action is offered, whatever came of it.
     */
    public Map<String, Long> calls() {
        return calls.snapshot();
    }

    /** Stops listening and closes all connections, at once. The executor stays its owner's. */
    @Override
    public void close() {
        http.stop(0);
    }

    /** Collects what a server needs; {@link #executor} is the only thing without a default. */
    public static final class Builder {

        private final String region;
        private final PracticeCredentials credentials;
        private final Map<AwsService, OperationTable> operations = new EnumMap<>(AwsService.class);
        private int port;
        private Clock clock = Clock.systemUTC();
        private RequestInterceptor interceptor = RequestInterceptor.none();
        private Executor executor;

        private Builder(String region, PracticeCredentials credentials) {
            this.region = Objects.requireNonNull(region);
            this.credentials = Objects.requireNonNull(credentials);
        }

        /** The operations of one service; a service without any answers as AWS does to unknown actions. */
        public Builder operations(AwsService service, OperationTable table) {
            operations.put(service, table);
            return this;
        }

        /** The port to listen on; 0, the default, takes a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** The wall clock that signatures are judged by; the system's by default. */
        public Builder clock(Clock wallClock) {
            clock = wallClock;
            return this;
        }

        /** See {@link RequestInterceptor}. */
        public Builder interceptor(RequestInterceptor first) {
            interceptor = first;
            return this;
        }

        /** Runs the handlers: as many calls at a time as it has threads. Stays the caller's to close. */
        public Builder executor(Executor handlers) {
            executor = handlers;
            return this;
        }

        /**
         * Listens from now on.
         *
         * @throws IOException if the port is taken
         */
        public ApiServer start() throws IOException {
            Objects.requireNonNull(executor, "executor");
            HttpServerSettings.apply();
            CallCounter calls = new CallCounter();
            SigV4Verifier verifier = new SigV4Verifier(region, credentials, clock);
            Dispatcher dispatcher = new Dispatcher(operations, interceptor, calls);
            HttpServer http = HttpServer.create(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
            http.createContext("/", new ApiHandler(verifier, dispatcher));
            http.setExecutor(executor);
            startAsDaemon(http);
            return new ApiServer(http, calls);
        }

        /** The JDK's dispatcher thread is a daemon only if the thread that starts it is one. */
        private static void startAsDaemon(HttpServer http) {
            CompletableFuture.runAsync(http::start, task -> {
                Thread starter = new Thread(task, "practice-api-start");
                starter.setDaemon(true);
                starter.start();
            }).join();
        }
    }
}
