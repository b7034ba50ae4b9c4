package endpointlab.practice.fault;

import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.world.Visibility;
import java.time.Duration;

/**
 * One entry of a script.
 *
 * @param effect what it does to calls
 * @param lag    of replicas; {@code null} unless that is what it is about
 * @param skew   of AWS's clock against this computer's; {@code null} unless that is what it is about
 */
record Fault(Selection selection, Effect effect, Visibility.Lag lag, Duration skew) {

    private static final Effect NONE = new Effect() {
        @Override
        public boolean concerns(ApiCall call, Place place) {
            return false;
        }
    };

    static Fault ofCalls(Selection selection, Effect effect) {
        return new Fault(selection, effect, null, null);
    }

    static Fault ofReplicas(Selection selection, Duration longest) {
        return new Fault(selection, NONE, new Visibility.Lag(longest, selection.probability()), null);
    }

    static Fault ofClock(Selection selection, Duration skew) {
        return new Fault(selection, NONE, null, skew);
    }
}
