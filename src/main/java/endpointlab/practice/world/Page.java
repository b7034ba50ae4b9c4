package endpointlab.practice.world;

import java.util.List;

/**
 * A part of the rows of a Describe.
 *
 * @param nextToken asks for the next part; {@code null} on the last one
 */
public record Page<E>(List<E> rows, String nextToken) {

    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * What {@code MaxResults} an operation takes.
     *
     * @param least         smallest value
     * @param most          largest value
     * @param clamped       whether a larger value is taken for {@code most} instead of being refused
     */
    public record Limits(int least, int most, boolean clamped) {

        /** 5 to 1000, as most Describes of EC2 have it. */
        public static final Limits USUAL = new Limits(5, 1000, false);
        /** As prefix lists have it. */
        public static final Limits FROM_ONE = new Limits(1, 100, false);
        /** As the Describes of VPC endpoints have it. */
        public static final Limits ENDPOINTS = new Limits(1, 1000, true);
    }
}
