package endpointlab.run;

import endpointlab.lab.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is being waited for.
 *
 * @param id       resource or check in the lab
 * @param what     key of the text that says what is awaited
 * @param why      key of the text that says why it takes that long
 * @param since    lab time at which the wait began
 * @param usual    how long it usually takes, in lab time; zero if nobody can tell (a person is awaited)
 * @param awsState AWS's own state word, or error code that is waited out; empty if none
 * @param holders  what keeps AWS from deleting it, as far as known
 */
public record WaitInfo(String id, String what, String why, Instant since, Duration usual, String awsState,
                       List<Holder> holders) {

    public WaitInfo {
        holders = List.copyOf(holders);
    }

    /** A wait in which nothing holds anything. */
    public WaitInfo(String id, String what, String why, Instant since, Duration usual, String awsState) {
        this(id, what, why, since, usual, awsState, List.of());
    }
}
