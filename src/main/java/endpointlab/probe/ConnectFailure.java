package endpointlab.probe;

import java.io.IOException;
import java.util.Locale;

/** Why a TCP connection could not be opened. */
public final class ConnectFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What the caller saw. */
    public enum Kind {
        /** Nobody answered. */
        TIMED_OUT,
        /** The other side said no. */
        REFUSED,
        /** The name has no address. */
        UNRESOLVABLE,
        /** The way out of this computer, or the practice internet, doesn't work. */
        NO_NETWORK;

        /** The word used in keys of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ConnectFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
