package endpointlab.practice.wire;

import endpointlab.practice.internet.LoopbackListener;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The practice cloud's API endpoint: one HTTP server on 127.0.0.1 that answers EC2, ELBv2 and STS Query requests of
 * unmodified AWS SDKs, the AWS CLI and boto3. All three services share the endpoint; the service in the signature's
 * credential scope says which one was meant.
 */
public final class ApiServer implements AutoCloseable {

    private final LoopbackListener listener;
    private final CallCounter calls;

    private ApiServer(LoopbackListener listener, CallCounter calls) {
        this.listener = listener;
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
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /**
     * How often each action was called since the start, by IAM's name ({@code ec2:CreateVpc}): every attempt whose
     * signature was valid and whose action is offered, whatever came of it.
     */
    public Map<String, Long> calls() {
        return calls.snapshot();
    }

    /** Stops listening, interrupts the handlers and closes all connections; returns when no thread is left. */
    @Override
    public void close() {
        listener.close();
    }

    /** Collects what a server needs; everything has a default. */
    public static final class Builder {

        private final String region;
        private final PracticeCredentials credentials;
        private final Map<AwsService, OperationTable> operations = new EnumMap<>(AwsService.class);
        private int port;
        private Clock clock = Clock.systemUTC();
        private RequestInterceptor interceptor = RequestInterceptor.none();
        private Duration patience = Duration.ofSeconds(30);

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

        /** The wall clock that signatures are judged and answers dated by; the system's by default. */
        public Builder clock(Clock wallClock) {
            clock = wallClock;
            return this;
        }

        /** See {@link RequestInterceptor}. */
        public Builder interceptor(RequestInterceptor first) {
            interceptor = first;
            return this;
        }

        /** Wall time that a client may take to send a request, or none; 30 seconds by default. */
        public Builder patience(Duration longest) {
            patience = longest;
            return this;
        }

        /**
         * Listens from now on.
         *
         * @throws IOException if the port is taken
         */
        public ApiServer start() throws IOException {
            CallCounter calls = new CallCounter();
            SigV4Verifier verifier = new SigV4Verifier(region, credentials, clock);
            Dispatcher dispatcher = new Dispatcher(operations, interceptor, calls);
            ApiService service = new ApiService(new ApiHandler(verifier, dispatcher), clock, patience);
            return new ApiServer(LoopbackListener.start("practice-api", port,
                    (client, threads) -> service.serve(client)), calls);
        }
    }
}
