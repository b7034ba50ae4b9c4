package endpointlab.practice.wire;

import endpointlab.practice.wire.FormParser.MalformedForm;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers HTTP requests: read, verify, dispatch, encode. Every error becomes an answer in the service's shape; an
 * error of our own becomes AWS's internal error and a line in the log.
 */
final class ApiHandler implements HttpServerRequestHandler {

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

    /** @throws IOException to close the connection without an answer, too */
    @Override
    public void handle(ClassicHttpRequest request, ResponseTrigger client, HttpContext context)
            throws HttpException, IOException {
        String requestId = UUID.randomUUID().toString();
        try (ClassicHttpResponse response = new BasicClassicHttpResponse(200)) {
            write(answer(request, client, requestId), requestId, response);
            client.submitResponse(response);
        } catch (BrokenConnection wanted) {
            throw new ConnectionClosedException("without an answer, as the interceptor wanted");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the endpoint is being closed");
        }
    }

    /** Makes a response to something that is no HTTP request. */
    void refuse(AwsException why, ClassicHttpResponse response) {
        String requestId = UUID.randomUUID().toString();
        write(error(AwsService.EC2, why, requestId), requestId, response);
    }

    private Answer answer(ClassicHttpRequest http, ResponseTrigger client, String requestId)
            throws IOException, HttpException, InterruptedException {
        Optional<AwsService> signedFor = signedFor(http);
        AwsService service = signedFor.orElse(AwsService.EC2);
        try {
            ApiRequest request = RequestReader.read(http, client);
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
        } catch (IOException | HttpException | InterruptedException | BrokenConnection noAnswer) {
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
    private static Optional<AwsService> signedFor(MessageHeaders headers) {
        return Optional.ofNullable(headers.getFirstHeader(HttpHeaders.AUTHORIZATION)).map(Header::getValue)
                .flatMap(AuthorizationHeader::parse)
                .flatMap(header -> AwsService.signedFor(header.service()));
    }

    private static void write(Answer answer, String requestId, ClassicHttpResponse response) {
        response.setCode(answer.status());
        response.setHeader(HttpHeaders.CONTENT_TYPE, "text/xml;charset=UTF-8");
        if (answer.service() == AwsService.EC2) {
            response.setHeader(HttpHeaders.SERVER, "AmazonEC2");
        }
        response.setHeader("x-amzn-RequestId", requestId);
        response.setEntity(new ByteArrayEntity(answer.xml().getBytes(StandardCharsets.UTF_8), null));
    }
}
