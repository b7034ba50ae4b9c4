package endpointlab.ui.diagram;

import java.util.List;
import java.util.Optional;

/**
 * The way of a packet over the places of a diagram, ready to be drawn and to be told. Immutable; knows no language.
 *
 * @param legs in order of travel, those behind the stop included
 * @param stop where and why it ended; empty if it arrived and was answered
 */
public record Way(Manner manner, List<Leg> legs, Optional<Stop> stop) {

    public Way {
        legs = List.copyOf(legs);
    }

    /** How a way is drawn. */
    public enum Manner {
        /** The learner's own way in, such as SSH: a dotted line with one word. */
        ACCESS,
        /** The request that the lab is about: numbered legs, one after the other. */
        REQUEST
    }

    /** How far the packet came on a leg. */
    public enum Reach {
        PASSED, STOPPED, UNREACHED
    }

    /**
     * From one place to the next.
     *
     * @param from   spec id of the place's first resource, or {@code internet}
     * @param via    places passed on the way, such as a route table
     * @param points x and y of each corner in turn, in the diagram's units
     * @param told   what happens on it, in one sentence
     */
    public record Leg(String from, String to, List<String> via, List<Double> points, Phrase told, Reach reach) {

        public Leg {
            via = List.copyOf(via);
            points = List.copyOf(points);
        }
    }

    /**
     * Where a packet ended.
     *
     * @param leg    index of the leg on which it ended; -1 if it never left
     * @param early  whether it ended at the leg's start (it was not let out) rather than at its end
     * @param places what is to blame, by spec id; empty if nothing in the diagram is
     * @param answer whether the packet arrived and only its answer was lost
     * @param brief  a few words beside the place
     * @param cause  what happened and why
     * @param remedy what to do
     */
    public record Stop(int leg, boolean early, List<String> places, boolean answer, Phrase brief, Phrase cause,
                       Phrase remedy) {

        public Stop {
            places = List.copyOf(places);
        }
    }

    /**
     * A text of the bundles and what it names.
     *
     * @param arguments texts, or {@link Place} for a place's name in the learner's language
     */
    public record Phrase(String key, List<Object> arguments) {

        public Phrase {
            arguments = List.copyOf(arguments);
        }
    }

    /** Stands for a place's name. */
    public record Place(String id) {
    }

    public boolean arrived() {
        return stop.isEmpty();
    }
}
