package endpointlab.ui.shared;

import endpointlab.lab.Leftover;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A lab that is in an account, found by its tags, whichever machine made it. */
public interface LeftLab {

    String runId();

    /** Prefix of its names, empty if they have none; no value if that can't be told. */
    Optional<String> owner();

    /** Since the oldest of its resources of which AWS tells; no value if AWS tells of none. */
    Optional<Duration> age();

    /** US dollars; no value if no price is known. */
    OptionalDouble perHour();

    /** What it has there. */
    List<Leftover> resources();

    /** Whether it is known to be at least so old. */
    boolean isOlderThan(Duration least);

    /** Whether its names begin so. */
    boolean isOf(String prefix);
}
