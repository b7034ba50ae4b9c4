package endpointlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import endpointlab.run.KillSwitch.Moment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the program before a call is sent, before its answer is seen and after it was, and at each stage of each
 * write, in the whole lab from its first call to the proof that nothing is left; then starts it again.
 *
 * <p>A kind of point is a call and what it is about, or a stage of saving a change; there are some 1,500. In the suite
 * a sample of them is killed at, chosen by {@code -Dkill.seed}, several in the life of one lab.
 * {@code -Dkill.points=kinds} kills at each kind once, {@code -Dkill.points=all} a lab of its own at every single
 * point, repetitions too, once going on and once cleaning up.
 */
class KillCampaignTest {

    private static final Logger LOG = LoggerFactory.getLogger("kill-campaign");
    private static final List<Integer> KILLS_IN_A_LIFE = List.of(25, 10, 1, 1);
    private static final int AT_ONCE = 8;
    /** In the suite; all of them take some minutes. */
    private static final int SAMPLE = 250;

    @TempDir
    Path root;
    private final AtomicInteger labs = new AtomicInteger();
    private final KillSwitch making = new KillSwitch(Moment.NEVER);
    private final KillSwitch cleaning = new KillSwitch(Moment.NEVER);

    /** What each killed program complains of would fill thousands of lines. */
    @BeforeEach
    void silence() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("endpointlab")).setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("endpointlab")).setLevel(null);
    }

    @Test
    void killedAnywhereTheLabIsMadeOnceAndClearedAwayAndTheNeighboursAreLeftAlone() throws Exception {
        liveUnharmed();
        List<String> kinds = new ArrayList<>(Stream.concat(making.points().stream(), cleaning.points().stream())
                .distinct().toList());
        switch (System.getProperty("kill.points", "sample")) {
            case "all" -> everySinglePoint();
            case "kinds" -> each(kinds);
            default -> {
                long seed = Long.getLong("kill.seed", 5);
                Collections.shuffle(kinds, new Random(seed));
                each(kinds.subList(0, SAMPLE));
            }
        }
    }

    private void liveUnharmed() throws Exception {
        try (KillableLab lab = newLab()) {
            assertThat(lab.start(making, LabSession::runAll).problems()).isEmpty();
            lab.assertMadeOnce();
            assertThat(lab.start(cleaning, LabSession::cleanUp).problems()).isEmpty();
            lab.assertNothingLeft();
        }
    }

    private void everySinglePoint() throws Exception {
        List<Callable<Void>> lives = new ArrayList<>();
        for (int point = 0; point < making.passed(); point++) {
            int number = point;
            lives.add(() -> live(once(number), Moment.NEVER, starter(number), true));
            lives.add(() -> live(once(number), Moment.NEVER, starter(number), false));
        }
        for (int point = 0; point < cleaning.passed(); point++) {
            int number = point;
            lives.add(() -> live(Moment.NEVER, once(number), starter(number), true));
        }
        all(lives);
        LOG.warn("{} kills in {} labs", lives.size(), labs);
    }

    /** A point that a life doesn't pass, because an earlier kill changed its course, is left for the next round. */
    private void each(List<String> kinds) throws Exception {
        Set<String> left = ConcurrentHashMap.newKeySet();
        left.addAll(kinds);
        for (int killsInALife : KILLS_IN_A_LIFE) {
            List<String> points = kinds.stream().filter(left::contains).toList();
            int count = (points.size() + killsInALife - 1) / killsInALife;
            List<Callable<Void>> lives = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                Moment kills = anyOf(every(points, number, count), left);
                boolean goesOn = killsInALife < KILLS_IN_A_LIFE.get(0) || number % 4 != 0;
                Function<LabSession, RunHandle> starter = starter(number);
                lives.add(() -> live(kills, kills, starter, goesOn));
            }
            all(lives);
        }
        LOG.warn("{} kinds of points, in {} labs; never passed again: {}", kinds.size(), labs, left);
        // Which calls overtake each other, and so a few of the names, differs from lab to lab.
        assertThat(left).as("never killed at").hasSizeLessThan(2 + kinds.size() / 50);
    }

    private static List<String> every(List<String> points, int first, int step) {
        return IntStream.iterate(first, index -> index < points.size(), index -> index + step)
                .mapToObj(points::get).toList();
    }

    /** At each of these points when it is first passed, unless somebody was killed there already. */
    private static Moment anyOf(Collection<String> points, Set<String> left) {
        Set<String> own = Set.copyOf(points);
        return (number, point) -> own.contains(point) && left.remove(point);
    }

    /** At one point of one start. */
    private static Moment once(int number) {
        AtomicBoolean done = new AtomicBoolean();
        return (passed, point) -> passed == number && done.compareAndSet(false, true);
    }

    /**
     * Makes a lab and clears it away, starting again after each kill.
     *
     * <p>When clean-up is killed for the first time, a lab that goes on is made whole once more.
     *
     * @param make   what a program does when it is started
     * @param goesOn whether it is made to the end after a kill, and not cleared away from where it was left
     */
    private Void live(Moment making, Moment cleaning, Function<LabSession, RunHandle> make, boolean goesOn)
            throws Exception {
        try (KillableLab lab = newLab()) {
            boolean made = untilNotKilled(lab, making, make, goesOn);
            if (made) {
                lab.assertMadeOnce();
            }
            boolean hesitates = goesOn;
            while (!untilNotKilled(lab, cleaning, LabSession::cleanUp, !hesitates)) {
                untilNotKilled(lab, making, make, true);
                lab.assertMadeOnce();
                hesitates = false;
            }
            lab.assertNothingLeft();
            return null;
        }
    }

    private static Function<LabSession, RunHandle> starter(int number) {
        return number % 2 == 0 ? LabSession::runAll : KillCampaignTest::inTheWindow;
    }

    /** The window compares with the cloud first. */
    private static RunHandle inTheWindow(LabSession session) {
        session.reconcile().result().join();
        return session.runAll();
    }

    /** @return whether the command was carried out at last */
    private static boolean untilNotKilled(KillableLab lab, Moment moment, Function<LabSession, RunHandle> command,
                                          boolean again) throws Exception {
        KillSwitch kill;
        do {
            kill = new KillSwitch(moment);
            RunResult result = lab.start(kill, command);
            assertThat(kill.isKilled() || result.ok()).as("%s after %s", result, kill.points()).isTrue();
        } while (kill.isKilled() && again);
        return !kill.isKilled();
    }

    private KillableLab newLab() throws Exception {
        return new KillableLab(root.resolve(String.valueOf(labs.incrementAndGet())));
    }

    private static void all(List<Callable<Void>> lives) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Throwable> failures = new ArrayList<>();
            for (Future<Void> life : threads.invokeAll(lives)) {
                try {
                    life.get();
                } catch (ExecutionException failed) {
                    failures.add(failed.getCause());
                }
            }
            assertThat(failures).as("%s of %s lives", failures.size(), lives.size()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }
}
