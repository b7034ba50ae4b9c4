package endpointlab.practice.machine;

import endpointlab.network.Flow;
import endpointlab.practice.internet.Connection;
import endpointlab.practice.internet.DataPlane;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The request of a load balancer's HTTP health check.
 *
 * <p>Source: ELB documentation, "Health checks for your target groups", for the user agent.
 */
final class HealthCheckRequest {

    private static final Logger LOG = LoggerFactory.getLogger(HealthCheckRequest.class);
    /** Guards an answer that a machine gives at once; wall time. */
    private static final int ANSWER_GUARD_MILLIS = 5_000;

    private HealthCheckRequest() {
    }

    /** @return empty if nobody answers, or not in HTTP */
    static OptionalInt status(DataPlane plane, Flow flow, String path) {
        try (Connection connection = plane.connect(flow.source(), flow.destination(), flow.port(), Duration.ZERO)) {
            connection.socket().setSoTimeout(ANSWER_GUARD_MILLIS);
            return OptionalInt.of(status(connection, flow, path));
        } catch (IOException | HttpException noAnswer) {
            LOG.debug("a health check of {} fails", flow, noAnswer);
            return OptionalInt.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static int status(Connection connection, Flow flow, String path) throws IOException, HttpException {
        ClassicHttpRequest request = new BasicClassicHttpRequest("GET", path);
        request.addHeader("Host", flow.destination() + ":" + flow.port());
        request.addHeader("Connection", "close");
        request.addHeader("User-Agent", "ELB-HealthChecker/2.0");
        try (DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(Http1Config.DEFAULT)) {
            http.bind(connection.socket());
            http.sendRequestHeader(request);
            http.flush();
            return http.receiveResponseHeader().getCode();
        }
    }
}
