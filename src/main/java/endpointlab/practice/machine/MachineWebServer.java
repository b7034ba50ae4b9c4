package endpointlab.practice.machine;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import endpointlab.practice.internet.Caller;
import endpointlab.practice.internet.LoopbackHttp;
import endpointlab.userdata.WebServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/** A machine's web server: serves the files of its disk as they are at each request, and keeps an access log. */
final class MachineWebServer implements AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final LoopbackHttp http;

    private MachineWebServer(LoopbackHttp http) {
        this.http = http;
    }

    static MachineWebServer start(Machine machine, WebServer kind) throws IOException {
        AccessLog log = new AccessLog(machine, kind.accessLog());
        WebContent content = new WebContent(machine.files(), kind);
        return new MachineWebServer(LoopbackHttp.start("httpd-" + machine.instanceId(),
                machine.surroundings().plane().announcements(),
                (caller, exchange) -> serve(kind, content, log, caller, exchange)));
    }

    private static void serve(WebServer kind, WebContent content, AccessLog log, Caller caller,
                              HttpExchange exchange) throws IOException {
        WebContent.Answer answer = METHODS.contains(exchange.getRequestMethod())
                ? content.answer(exchange.getRequestURI(), exchange.getRequestHeaders().getFirst("If-None-Match"))
                : content.error(405);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Server", kind.banner());
        answer.headers().forEach(headers::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        boolean bodiless = head || answer.status() == 304;
        if (head) {
            headers.set("Content-Length", String.valueOf(answer.body().length));
        }
        log.write(caller, exchange, answer);
        exchange.sendResponseHeaders(answer.status(), bodiless || answer.body().length == 0 ? -1
                : answer.body().length);
        if (!bodiless && answer.body().length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }

    int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
    }
}
