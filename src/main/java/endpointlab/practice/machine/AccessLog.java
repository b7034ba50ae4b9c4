package endpointlab.practice.machine;

import com.sun.net.httpserver.HttpExchange;
import endpointlab.practice.internet.Caller;
import endpointlab.userdata.FileProblem;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A web server's access log in Apache's combined format, with the source addresses that AWS would show. */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int LONGEST = 256 * 1024;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Machine machine;
    private final String path;

    AccessLog(Machine machine, String path) {
        this.machine = machine;
        this.path = path;
    }

    synchronized void write(Caller caller, HttpExchange exchange, WebContent.Answer answer) {
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
        String line = String.format(Locale.ROOT, "%s - - [%s] \"%s %s %s\" %d %s \"%s\" \"%s\"\n",
                caller.address(), TIME.format(machine.now()), exchange.getRequestMethod(), exchange.getRequestURI(),
                exchange.getProtocol(), answer.status(), bodiless ? "-" : String.valueOf(answer.body().length),
                header(exchange, "Referer"), header(exchange, "User-Agent"));
        try {
            rotate();
            machine.files().write(path, line.getBytes(StandardCharsets.UTF_8), true, "root", machine.now());
        } catch (FileProblem notNow) {
            LOG.debug("{} of {} can't be written", path, machine.instanceId(), notNow);
        }
    }

    /** Drops the older half of a log that has grown long. */
    private void rotate() throws FileProblem {
        String text = machine.files().text(path).orElse("");
        if (text.length() > LONGEST) {
            String newer = text.substring(text.indexOf('\n', LONGEST / 2) + 1);
            machine.files().write(path, newer.getBytes(StandardCharsets.UTF_8), false, "root", machine.now());
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "-" : value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", "?");
    }
}
