package endpointlab.app;

import endpointlab.lab.Leftover;
import endpointlab.lab.Mask;
import endpointlab.resource.Sweep.Found;
import endpointlab.ui.shared.LeftLab;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A lab that was found in a cloud by its tags, whichever machine made it.
 *
 * @param place     where it was found
 * @param accountId twelve digits
 * @param owner     prefix of its names, empty if they have none; no value if that can't be told, because the names
 *                  are the learner's own
 * @param createdAt of the oldest of its resources of which AWS tells; no value if AWS tells of none
 * @param age       since then, in the cloud's time; no value as for {@code createdAt}
 * @param perHour   US dollars
 * @param parts     what it has there
 * @param chosen    whether it is to be cleaned up
 */
record FoundLab(SweptPlace place, String runId, String accountId, Optional<String> owner,
                Optional<Instant> createdAt, Optional<Duration> age, OptionalDouble perHour, List<Found> parts,
                boolean chosen) implements LeftLab {

    FoundLab {
        parts = List.copyOf(parts);
    }

    String region() {
        return place.region();
    }

    /** This lab, to be cleaned up or not. */
    FoundLab chosen(boolean now) {
        return new FoundLab(place, runId, accountId, owner, createdAt, age, perHour, parts, now);
    }

    /** This lab as a room may see it. */
    FoundLab masked() {
        return new FoundLab(place, runId, Mask.account(accountId), owner, createdAt, age, perHour, parts, chosen);
    }

    @Override
    public List<Leftover> resources() {
        return parts.stream().map(Found::leftover).toList();
    }

    @Override
    public boolean isOlderThan(Duration least) {
        return age.filter(known -> known.compareTo(least) >= 0).isPresent();
    }

    @Override
    public boolean isOf(String prefix) {
        return owner.map(known -> known.startsWith(prefix)).orElseGet(() -> {
            List<String> names = parts.stream().map(part -> part.origin().name()).filter(name -> !name.isEmpty())
                    .toList();
            return prefix.isEmpty() || !names.isEmpty() && names.stream().allMatch(name -> name.startsWith(prefix));
        });
    }
}
