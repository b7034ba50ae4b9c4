package endpointlab.practice.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import endpointlab.practice.wire.FormParser.MalformedForm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one HTTP exchange after another: read, verify, dispatch, encode. Every error becomes an answer in the
 * service's shape; an error of our own becomes AWS's internal error and a line in the log.
 */
final class ApiHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

    private final SigV4Verifier verifier;
    private final Dispatcher dispatcher;
    private final Map<AwsService, XmlEncoder> encoders = new EnumMap<>(AwsService.class);

    ApiHandler(SigV4Verifier verifier, Dispatcher dispatcher) {
        this.verifier = verifier;
        this.dispatcher = dispatcher;
        for (AwsService service : AwsService.values()) {
            encoders.put(service, new XmlEncoder(service));
        }
    }

    /** An HTTP status and the XML that goes with it. */
    private record Answer(int status, String xml) {
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        try (exchange) {
            send(exchange, requestId, answer(exchange, requestId));
        } catch (BrokenConnection wanted) {
            LOG.debug("connection closed without an answer, as the interceptor wanted");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange, String requestId) throws IOException, InterruptedException {
        AwsService service = signedFor(exchange.getRequestHeaders()).orElse(AwsService.EC2);
        try {
            ApiRequest request = RequestReader.read(exchange);
            Map<String, String> parameters = FormParser.parse(
                    request.query().getBytes(StandardCharsets.UTF_8), request.body());
            service = serviceOf(request, parameters);
            Principal principal = verifier.verify(request, service);
            Dispatcher.Outcome outcome = dispatcher.dispatch(service, parameters, principal);
            return new Answer(200, encoders.get(service).success(outcome.action(), outcome.response(), requestId));
        } catch (AwsException error) {
            return error(service, error, requestId);
        } catch (MalformedForm unreadable) {
            return error(service, new WireErrors(service).malformedQuery(), requestId);
        } catch (IOException | InterruptedException | BrokenConnection noAnswer) {
            throw noAnswer;
        } catch (Exception | StackOverflowError ours) {
            LOG.error("request {} of {} failed by an error of our own", requestId, service, ours);
            return error(service, new WireErrors(service).internal(), requestId);
        }
    }

    private Answer error(AwsService service, AwsException error, String requestId) {
        return new Answer(error.status(), encoders.get(service).error(error, requestId));
    }

    /** The service in the signature's scope; without a readable one, the service that the version belongs to. */
    private static AwsService serviceOf(ApiRequest request, Map<String, String> parameters) {
        return signedFor(request.headers())
                .or(() -> AwsService.ofVersion(parameters.getOrDefault("Version", "")))
                .orElse(AwsService.EC2);
    }

    private static Optional<AwsService> signedFor(Headers headers) {
        return Optional.ofNullable(headers.getFirst("Authorization"))
                .flatMap(AuthorizationHeader::parse)
                .flatMap(header -> AwsService.signedFor(header.service()));
    }

    private static void send(HttpExchange exchange, String requestId, Answer answer) throws IOException {
        byte[] body = answer.xml().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/xml;charset=UTF-8");
        headers.set("Server", "AmazonEC2");
        headers.set("x-amzn-RequestId", requestId);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
