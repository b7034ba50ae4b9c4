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

    /** What goes back: whose shape the XML has, an HTTP status, the XML. */
    private record Answer(AwsService service, int status, String xml) {
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
        Optional<AwsService> signedFor = signedFor(exchange.getRequestHeaders());
        AwsService service = signedFor.orElse(AwsService.EC2);
        try {
            ApiRequest request = RequestReader.read(exchange);
            Map<String, String> parameters = FormParser.parse(
                    request.query().getBytes(StandardCharsets.UTF_8), request.body());
            service = signedFor.or(() -> AwsService.ofVersion(parameters.getOrDefault("Version", "")))
                    .orElse(AwsService.EC2);
            Principal principal = verifier.verify(request, service);
            Dispatcher.Outcome outcome = dispatcher.dispatch(service, parameters, principal);
            return new Answer(service, 200,
                    encoders.get(service).success(outcome.action(), outcome.response(), requestId));
        } catch (AwsException error) {
            return error(service, error, requestId);
        } catch (MalformedForm unreadable) {
            return error(service, new WireErrors(service).malformedQuery(), requestId);
        } catch (IOException | InterruptedException | BrokenConnection noAnswer) {
            throw noAnswer;
        } catch (Throwable ours) {
            LOG.error("request {} of {} failed by an error of our own", requestId, service, ours);
            return error(service, new WireErrors(service).internal(), requestId);
        }
    }

    private Answer error(AwsService service, AwsException error, String requestId) {
        return new Answer(service, error.status(), encoders.get(service).error(error, requestId));
    }

    /** The service in the signature's scope, which is known before the body is read. */
    private static Optional<AwsService> signedFor(Headers headers) {
        return Optional.ofNullable(headers.getFirst("Authorization"))
                .flatMap(AuthorizationHeader::parse)
                .flatMap(header -> AwsService.signedFor(header.service()));
    }

    private static void send(HttpExchange exchange, String requestId, Answer answer) throws IOException {
        byte[] body = answer.xml().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/xml;charset=UTF-8");
        if (answer.service() == AwsService.EC2) {
            headers.set("Server", "AmazonEC2");
        }
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
