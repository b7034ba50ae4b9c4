package endpointlab.practice.fault;

import endpointlab.practice.world.Mixing;
import endpointlab.practice.world.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Reads that are answered by a replica that lags: it answers what the same request was answered some moments ago.
 * Keeps a bounded number of answers. Safe for use by many threads.
 */
final class StaleAnswers {

    private static final int MOST_REQUESTS = 512;
    private static final int MOST_ANSWERS = 16;

    private final Map<SdkPojo, Deque<Answer>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SdkPojo, Deque<Answer>> eldest) {
            return size() > MOST_REQUESTS;
        }
    };
    private final long seed;
    private final AtomicLong reads = new AtomicLong();

    /** @param at lab time */
    private record Answer(Instant at, SdkPojo response) {
    }

    StaleAnswers(long seed) {
        this.seed = seed;
    }

    /** @return {@code fresh}, or what a lagging replica still takes for the truth */
    synchronized SdkPojo answer(SdkPojo request, SdkPojo fresh, Instant now, Visibility.Lag lag) {
        Deque<Answer> before = kept.computeIfAbsent(request, first -> new ArrayDeque<>());
        before.removeIf(answer -> answer.at().plus(lag.longest()).isBefore(now));
        SdkPojo stale = fresh;
        long mixed = Mixing.mix(seed, reads.incrementAndGet());
        if (Mixing.fraction(mixed) < lag.share()) {
            Duration behind = Duration.ofMillis(Math.round(
                    lag.longest().toMillis() * Mixing.fraction(Mixing.mix(mixed, 1))));
            stale = before.isEmpty() ? fresh : asOf(before, now.minus(behind));
        }
        before.addLast(new Answer(now, fresh));
        if (before.size() > MOST_ANSWERS) {
            before.removeFirst();
        }
        return stale;
    }

    /** The answer at that time; if nobody asked before, the first one after it, which lags less. */
    private static SdkPojo asOf(Deque<Answer> answers, Instant time) {
        for (Iterator<Answer> each = answers.descendingIterator(); each.hasNext();) {
            Answer answer = each.next();
            if (!answer.at().isAfter(time)) {
                return answer.response();
            }
        }
        return answers.getFirst().response();
    }
}
