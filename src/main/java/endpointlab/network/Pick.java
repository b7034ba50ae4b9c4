package endpointlab.network;

import java.util.List;

/**
 * Decides where chance does in AWS: a number made from the flow, so that the same flow always goes the same way. AWS
 * hashes the client's port too, so a client's connections spread there; here they don't.
 */
record Pick(int number) {

    /** @param source address that the flow comes from */
    static Pick of(String source, Flow flow) {
        return new Pick(String.join(" ", source, flow.destination(), flow.protocol(), Integer.toString(flow.port()))
                .hashCode());
    }

    <T> T from(List<T> candidates) {
        return candidates.get(Math.floorMod(number, candidates.size()));
    }
}
