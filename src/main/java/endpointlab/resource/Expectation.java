package endpointlab.resource;

import java.time.Duration;

/**
 * How a wait usually goes, in lab time. Looks are far apart while the end is unlikely and close together after.
 *
 * @param what      key of the text that says what is awaited; {@code .why} appended is the key of the text that says
 *                  why it takes that long
 * @param usual     how long it usually takes
 * @param calmUntil before this much has passed it has hardly ever ended
 * @param calmEvery time between looks until then
 * @param often     time between looks after
 * @param budget    given up after this long
 */
public record Expectation(String what, Duration usual, Duration calmUntil, Duration calmEvery, Duration often,
                          Duration budget) {

    /** A wait of a moment, for what AWS reports a second or two late. */
    static Expectation moment(String what) {
        return new Expectation(what, Duration.ofSeconds(1), Duration.ZERO, Duration.ofMillis(500),
                Duration.ofMillis(500), Duration.ofMinutes(5));
    }

    static Expectation seconds(String what, long usual, long calmUntil, long calmEvery, double often, long budget) {
        return new Expectation(what, Duration.ofSeconds(usual), Duration.ofSeconds(calmUntil),
                Duration.ofSeconds(calmEvery), Duration.ofMillis(Math.round(often * 1000)),
                Duration.ofSeconds(budget));
    }

    public String why() {
        return what + ".why";
    }

    /** Time until the next look when this much has passed. */
    public Duration nextLook(Duration passed) {
        Duration calmLeft = calmUntil.minus(passed);
        if (calmLeft.isNegative() || calmLeft.isZero()) {
            return often;
        }
        return calmLeft.compareTo(calmEvery) < 0 ? calmLeft : calmEvery;
    }
}
