package endpointlab.preflight;

import endpointlab.lab.Identity;
import endpointlab.preflight.PreflightLine.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the checks find, told as it is found. For one thread. */
final class Findings {

    private final PreflightListener listener;
    private final List<PreflightLine> lines = new ArrayList<>();
    Optional<Identity> identity = Optional.empty();
    List<Zone> zones = List.of();
    Optional<Zone> zone = Optional.empty();
    List<EarlierLab> earlierLabs = List.of();
    Optional<String> address = Optional.empty();

    Findings(PreflightListener listener) {
        this.listener = listener;
    }

    void add(PreflightLine line) {
        lines.add(line);
        listener.found(line);
    }

    void ok(Topic topic, String text, String... arguments) {
        add(PreflightLine.of(topic, Verdict.OK, text, arguments));
    }

    void unknown(Topic topic, String text, String... arguments) {
        add(PreflightLine.of(topic, Verdict.UNKNOWN, text, arguments));
    }

    void warn(Topic topic, String text, String... arguments) {
        add(PreflightLine.remedied(topic, Verdict.WARNING, text, arguments));
    }

    void stop(Topic topic, String text, String... arguments) {
        add(PreflightLine.remedied(topic, Verdict.STOP, text, arguments));
    }

    PreflightReport report() {
        return new PreflightReport(identity, lines, zones, zone, earlierLabs, address);
    }
}
