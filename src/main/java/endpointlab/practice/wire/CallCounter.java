package endpointlab.practice.wire;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by action. Safe for use by many threads. */
final class CallCounter {

    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String action) {
        counts.computeIfAbsent(action, first -> new LongAdder()).increment();
    }

    Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        counts.forEach((action, count) -> snapshot.put(action, count.sum()));
        return snapshot;
    }
}
