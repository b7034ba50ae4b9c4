package endpointlab.network;

import endpointlab.network.Path.Cause;
import endpointlab.network.Path.Dropped;
import endpointlab.network.Path.Hop;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The record of one flow: hops so far, and what its answer must still pass on the way back. */
final class Journey {

    private final List<Hop> hops = new ArrayList<>();
    private final Deque<Supplier<Optional<Outcome>>> wayBack = new ArrayDeque<>();

    /** Takes steps in order until one of them ends the flow. */
    @SafeVarargs
    static Optional<Outcome> steps(Supplier<Optional<Outcome>>... steps) {
        return Stream.of(steps).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    /** The packet leaves the hop as it is described. */
    Optional<Outcome> pass(HopKind kind, String resourceId, Packet packet) {
        hops.add(new Hop(kind, resourceId, packet.source(), packet.destination(), packet.reply()));
        return Optional.empty();
    }

    /** The packet ends at the hop, unanswered. */
    Optional<Outcome> drop(Cause cause, HopKind kind, String resourceId, Packet packet) {
        pass(kind, resourceId, packet);
        return Optional.of(new Dropped(cause, kind, resourceId));
    }

    /** The answer, should the packet arrive, must take this step; steps added later come before it. */
    void onWayBack(Supplier<Optional<Outcome>> step) {
        wayBack.push(step);
    }

    /** The packet has arrived. The hops of its answer are only kept if it gets lost. */
    Outcome arrive(Outcome arrival) {
        int there = hops.size();
        for (Supplier<Optional<Outcome>> step : wayBack) {
            Optional<Outcome> lost = step.get();
            if (lost.isPresent()) {
                return lost.get();
            }
        }
        hops.subList(there, hops.size()).clear();
        return arrival;
    }

    Path path(Outcome outcome) {
        return new Path(hops, outcome);
    }
}
