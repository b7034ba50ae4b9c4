package endpointlab.preflight;

import endpointlab.lab.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the preflight found.
 *
 * @param identity    empty if it can't be told; nothing else was looked at then
 * @param lines       in order of their topics
 * @param zones       those that have all that the lab needs, by name
 * @param zone        the one that both subnets should lie in; empty if none has all
 * @param earlierLabs still to be cleaned up
 * @param address     the learner's own, if it was asked for and found
 */
public record PreflightReport(Optional<Identity> identity, List<PreflightLine> lines, List<Zone> zones,
                              Optional<Zone> zone, List<EarlierLab> earlierLabs, Optional<String> address) {

    public PreflightReport {
        lines = List.copyOf(lines);
        zones = List.copyOf(zones);
        earlierLabs = List.copyOf(earlierLabs);
    }

    /** The worst of all lines. */
    public Verdict verdict() {
        return lines.stream().map(PreflightLine::verdict).max(Comparator.naturalOrder()).orElse(Verdict.UNKNOWN);
    }

    public boolean stops() {
        return verdict() == Verdict.STOP;
    }
}
