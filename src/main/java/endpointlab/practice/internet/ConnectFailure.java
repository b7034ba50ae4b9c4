package endpointlab.practice.internet;

import java.io.IOException;
import java.time.Duration;

/** Why a connection was not opened, in the terms of the one who asked for it. */
public final class ConnectFailure extends IOException {

    private final Kind kind;
    private final Duration after;

    /** What the sender sees. */
    public enum Kind {
        /** Nobody answered until the time-out. */
        TIMED_OUT,
        /** The other side answered with a reset. */
        REFUSED,
        /** The name has no address. */
        UNRESOLVABLE
    }

    ConnectFailure(Kind kind, String host, int port, Duration after) {
        super(kind + " " + host + ":" + port);
        this.kind = kind;
        this.after = after;
    }

    public Kind kind() {
        return kind;
    }

    /** Lab time from the first packet to the failure. */
    public Duration after() {
        return after;
    }
}
