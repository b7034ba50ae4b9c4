package endpointlab.practice.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 as the endpoint speaks it (RFC 9110, RFC 9112): persistent connections, answers dated by the practice
 * cloud's clock, and an error in EC2's form to what is no HTTP.
 */
final class ApiService extends HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(ApiService.class);
    /** Characters in the request line or a header, and number of headers; AWS's load balancers take about as much. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024).setMaxHeaderCount(200).build();
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);

    private final ApiHandler handler;
    private final Duration patience;

    /**
     * @param clock    what answers are dated by
     * @param patience see {@link ApiConnection}
     */
    ApiService(ApiHandler handler, Clock clock, Duration patience) {
        super(HttpProcessorBuilder.create()
                        .addAll((HttpResponse response, EntityDetails body, HttpContext context) ->
                                response.setHeader(HttpHeaders.DATE, HTTP_DATE.format(clock.instant())),
                                ResponseContent.INSTANCE, ApiService::tellThatItCloses)
                        .build(),
                handler, LIMITS, null, null);
        this.handler = handler;
        this.patience = patience;
    }

    /** Answers one request after another, until the client or an answer ends the connection. */
    void serve(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        ApiConnection connection = new ApiConnection(client, LIMITS, patience);
        try {
            while (connection.isOpen() && !Thread.currentThread().isInterrupted()) {
                handleRequest(connection, HttpCoreContext.create());
            }
        } catch (HttpException broken) {
            LOG.debug("a request that could not even be refused", broken);
        }
    }

    private static void tellThatItCloses(HttpResponse response, EntityDetails body, HttpContext context) {
        HttpRequest request = HttpCoreContext.cast(context).getRequest();
        if (request != null && !DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    @Override
    protected void handleException(HttpException unreadable, ClassicHttpResponse response) {
        LOG.debug("no HTTP request", unreadable);
        handler.refuse(new WireErrors(AwsService.EC2).noHttp(toStatusCode(unreadable)), response);
    }
}
