package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What this process holds: threads of ours, open sockets (where the system tells) and heap after a collection. */
public final class Footprint {

    private static final long MOST_GROWTH = 8L << 20;
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private final List<Thread> threads = threads();
    private final long sockets = sockets();

    private Footprint() {
    }

    public static Footprint now() {
        return new Footprint();
    }

    /**
     * Nothing is held for ever of what was sent between these measurements. The first one pays for classes and
     * caches.
     */
    public static void assertFlat(List<Long> heaps) {
        LoggerFactory.getLogger(Footprint.class).info("used heap after collections: {}", heaps);
        assertThat(heaps.get(heaps.size() - 1) - heaps.get(0)).as("bytes that the heap has grown, of %s", heaps)
                .isLessThan(MOST_GROWTH);
    }

    /** Waits until the threads and sockets that have come since are gone again. */
    public void awaitNoMoreThreadsOrSockets() {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            List<Thread> more = new ArrayList<>(threads());
            more.removeAll(threads);
            if (!more.isEmpty()) {
                throw new AssertionError("threads left: " + more);
            }
            if (sockets() > sockets) {
                throw new AssertionError("sockets left: " + sockets() + " instead of " + sockets);
            }
        });
    }

    /** The JVM's own and JUnit's threads come and go as they like. */
    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive)
                .filter(thread -> thread.getThreadGroup() != null
                        && !thread.getThreadGroup().getName().equals("system")
                        && !thread.getThreadGroup().getName().equals("InnocuousThreadGroup")
                        && !thread.getName().startsWith("awaitility")
                        && !thread.getName().startsWith("junit-")
                        && !thread.getName().startsWith("sdk-")
                        && !thread.getName().startsWith("idle-connection-reaper")).toList();
    }

    private static long sockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors.filter(Footprint::isSocket).count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** Used heap in bytes once the collector has taken what nobody holds. */
    public static long heap() {
        WeakReference<Object> nobodys = new WeakReference<>(new Object());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return nobodys.get() == null;
        });
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
