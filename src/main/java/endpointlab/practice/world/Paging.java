package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Puts the rows of a Describe in no particular order, as AWS does, and cuts them into pages. The order differs from
 * call to call but stays the same from page to page, and a token stays good while rows come and go.
 */
public final class Paging {

    private final long seed;
    private final AtomicLong calls = new AtomicLong();

    public Paging(long seed) {
        this.seed = seed;
    }

    /** The rows in another order at each call. */
    public <E> List<E> shuffled(List<E> rows, Function<? super E, String> id) {
        return inOrder(rows, id, nextOrder());
    }

    /**
     * @param rows       all rows that pass the filters
     * @param id         tells rows apart
     * @param maxResults {@code null} for all rows at once; assumed: for as many as a page may have where larger values
     *                   are {@link Page.Limits#clamped}
     * @param nextToken  from the page before; {@code null} for the first page
     * @throws AwsException {@code InvalidParameterValue} if {@code maxResults} is outside of the limits
     *                      ({@code InvalidMaxResults} where they are {@link Page.Limits#clamped}),
     *                      {@code InvalidNextToken} if the token is none of ours
     */
    public <E> Page<E> page(List<E> rows, Function<? super E, String> id, Integer maxResults, String nextToken,
                            Page.Limits limits) {
        int size = size(maxResults, limits);
        Cursor cursor = nextToken == null || nextToken.isEmpty() ? new Cursor(nextOrder(), null) : read(nextToken);
        List<E> left = inOrder(rows, id, cursor.order).stream()
                .filter(row -> cursor.isBefore(id.apply(row))).toList();
        if (left.size() <= size) {
            return new Page<>(left, null);
        }
        List<E> part = left.subList(0, size);
        return new Page<>(part, write(new Cursor(cursor.order, id.apply(part.get(size - 1)))));
    }

    /** As above with the usual limits. */
    public <E> Page<E> page(List<E> rows, Function<? super E, String> id, Integer maxResults, String nextToken) {
        return page(rows, id, maxResults, nextToken, Page.Limits.USUAL);
    }

    /**
     * Refuses {@code MaxResults} together with ids.
     *
     * @param parameter AWS's name for the ids in its error text, such as {@code instancesSet}
     * @throws AwsException {@code InvalidParameterCombination}
     */
    public void refuseWithIds(Integer maxResults, List<String> ids, String parameter) {
        if (maxResults != null && !ids.isEmpty()) {
            throw Invalid.combination(
                    "The parameter " + parameter + " cannot be used with the parameter maxResults");
        }
    }

    private static int size(Integer maxResults, Page.Limits limits) {
        if (maxResults == null) {
            return limits.clamped() ? limits.most() : Integer.MAX_VALUE;
        }
        if (maxResults < limits.least() && limits.clamped()) {
            // Assumed: which operations answer with this code, which EC2's list of error codes has.
            throw new AwsException("InvalidMaxResults", "The specified value for MaxResults is not valid.");
        }
        if (maxResults < limits.least()) {
            throw Invalid.value("Value ( " + maxResults + " ) for parameter maxResults is invalid. "
                    + "Expecting a value greater than " + limits.least() + ".");
        }
        if (maxResults > limits.most() && !limits.clamped()) {
            throw Invalid.value("Value ( " + maxResults + " ) for parameter maxResults is invalid. "
                    + "Expecting a value smaller than or equal to " + limits.most() + ".");
        }
        return Math.min(maxResults, limits.most());
    }

    private long nextOrder() {
        return Mixing.mix(seed, calls.incrementAndGet());
    }

    private static <E> List<E> inOrder(List<E> rows, Function<? super E, String> id, long order) {
        Comparator<E> byPlace = Comparator.comparingLong(row -> Mixing.mix(order, id.apply(row)));
        return rows.stream().sorted(byPlace.thenComparing(id)).toList();
    }

    private String write(Cursor cursor) {
        String text = String.format(Locale.ROOT, "%016x", cursor.order) + cursor.lastId;
        String sealed = String.format(Locale.ROOT, "%016x", Mixing.mix(seed, text)) + text;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(StandardCharsets.UTF_8));
    }

    private Cursor read(String token) {
        try {
            String sealed = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String text = sealed.substring(16);
            if (Long.parseUnsignedLong(sealed.substring(0, 16), 16) == Mixing.mix(seed, text)) {
                return new Cursor(Long.parseUnsignedLong(text.substring(0, 16), 16), text.substring(16));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw invalidToken(token);
        }
        throw invalidToken(token);
    }

    private static AwsException invalidToken(String token) {
        return new AwsException("InvalidNextToken", "The token '" + token + "' is invalid");
    }

    /** @param lastId the last row that was given out; {@code null} before the first */
    private record Cursor(long order, String lastId) {

        boolean isBefore(String id) {
            if (lastId == null) {
                return true;
            }
            int places = Long.compare(Mixing.mix(order, lastId), Mixing.mix(order, id));
            return places < 0 || places == 0 && lastId.compareTo(id) < 0;
        }
    }
}
