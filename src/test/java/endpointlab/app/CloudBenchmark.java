package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import endpointlab.aws.AwsConnection;
import endpointlab.clock.Pace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The speed of engine and practice cloud, reported and no gate: {@code mvn -B -ntp test -Dtest=CloudBenchmark}. Each
 * figure is of its own; on a machine that others use, read the smallest of several.
 */
class CloudBenchmark {

    private static final String PACE = "20";
    private static final int RUNS = 3;
    private static final int LABS = Integer.getInteger("benchmark.labs", 200);
    private static final int REQUESTS = 40_000;
    private static final int CALLERS = 4;
    private static final double MEGA = 1 << 20;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    /** A process of its own, as a user starts it; wall time counts from {@code main}. */
    @Test
    void runAllFromACommandLine() throws Exception {
        for (int i = 0; i < RUNS; i++) {
            long started = System.nanoTime();
            long firstCall = 0;
            JsonNode last = null;
            Process run = command("run", "--pace", PACE, "--json", "--home", folder.resolve("cold" + i).toString());
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    last = Terminal.parse(line);
                    if (firstCall == 0 && last.path("status").asText().equals("creating")) {
                        firstCall = System.nanoTime() - started;
                    }
                }
            }
            assertThat(run.waitFor()).isZero();
            report(last, "command line");
            say("  process start to first call %.2f s", firstCall / 1e9);
        }
    }

    /** As in the window: everything has been loaded by an earlier lab. */
    @Test
    void runAllInAWarmProcess() {
        Terminal terminal = new Terminal(folder.resolve("warm"));
        assertThat(terminal.type("run", "--pace", "instant", "--json")).isZero();
        for (int i = 0; i < RUNS; i++) {
            assertThat(terminal.type("run", "--pace", PACE, "--json")).isZero();
            report(terminal.last(), "warm process");
        }
    }

    private static void report(JsonNode end, String where) {
        JsonNode calls = end.path("calls");
        say("%s: run all %.1f s, critical path %.1f s, ratio %.3f; calls: %s", where,
                end.path("wallMs").asDouble() / 1000, end.path("criticalPathMs").asDouble() / 1000,
                end.path("wallMs").asDouble() / end.path("criticalPathMs").asDouble(), calls);
    }

    /** Against the same calls one after another, each change waited for before the next call. */
    @Test
    void againstOneAfterAnother() throws Exception {
        try (BenchmarkLab warm = new BenchmarkLab(folder.resolve("warmup"), Pace.INSTANT)) {
            warm.runAll();
        }
        for (int i = 0; i < RUNS; i++) {
            try (BenchmarkLab lab = new BenchmarkLab(folder.resolve("together" + i), Pace.parse(PACE))) {
                double atOnce = lab.runAll().toMillis() / 1000.0;
                double inTurn = lab.oneAfterAnother().toMillis() / 1000.0;
                say("run all %.1f s, the same calls one after another %.1f s: %.2f times as fast", atOnce, inTurn,
                        inTurn / atOnce);
            }
        }
    }

    /** What fewer looks at what is awaited would cost, and more of them bring. */
    @Test
    void looksAgainstWallTime() throws Exception {
        try (BenchmarkLab warm = new BenchmarkLab(folder.resolve("first-look"), Pace.INSTANT)) {
            warm.runAll();
        }
        for (double rarer : new double[] {0.5, 1, 2, 4, 8}) {
            try (BenchmarkLab lab = new BenchmarkLab(folder.resolve("rarer" + rarer), Pace.parse(PACE), rarer)) {
                double seconds = lab.runAll().toMillis() / 1000.0;
                say("waits between looks %.1f times as long: %d describes, %d other calls, run all %.1f s", rarer,
                        lab.describes(), lab.calls() - lab.describes(), seconds);
            }
        }
    }

    /** Signed requests over loopback, from real SDK clients in the same process. */
    @Test
    void requestsPerSecond() throws Exception {
        try (BenchmarkLab lab = new BenchmarkLab(folder.resolve("requests"), Pace.INSTANT)) {
            lab.make();
            describe(lab.aws(), REQUESTS / 4);
            for (int i = 0; i < RUNS; i++) {
                long began = System.nanoTime();
                describe(lab.aws(), REQUESTS);
                say("%.0f requests/s from %d callers, client and server together on this machine",
                        REQUESTS / ((System.nanoTime() - began) / 1e9), CALLERS);
            }
        }
    }

    private static void describe(AwsConnection aws, int requests) throws Exception {
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(() -> {
                for (int i = 0; i < requests / CALLERS; i++) {
                    aws.ec2().describeVpcs();
                }
                return null;
            });
        }
        all(callers, CALLERS);
    }

    /** Each lab has an account of its own, as in the app. Cost is the processor time of cloud and client together. */
    @Test
    void manyLabsAtOnce() throws Exception {
        try (BenchmarkLab warm = new BenchmarkLab(folder.resolve("first"), Pace.INSTANT)) {
            warm.runAll();
        }
        for (int labs : new int[] {1, LABS / 20, LABS / 4, LABS}) {
            if (labs > 0) {
                labsAtOnce(labs);
            }
        }
    }

    private void labsAtOnce(int labs) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = machine.getProcessCpuTime();
        long began = System.nanoTime();
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < labs; i++) {
            Path home = folder.resolve(labs + "-" + i);
            tasks.add(() -> {
                try (BenchmarkLab lab = new BenchmarkLab(home, Pace.parse(PACE))) {
                    lab.runAll();
                    return lab.calls();
                }
            });
        }
        long calls = all(tasks, labs).stream().mapToLong(Long::longValue).sum();
        double seconds = (System.nanoTime() - began) / 1e9;
        double cost = (machine.getProcessCpuTime() - processor) / 1e6;
        say("%d labs at once: %.1f s, %d requests, %.2f ms of processor per request, %.1f s per lab, heap %.0f MB",
                labs, seconds, calls, cost / calls, cost / labs / 1000, heap());
    }

    @Test
    void memoryOfAWholeLab() throws Exception {
        double before = heap();
        try (BenchmarkLab lab = new BenchmarkLab(folder.resolve("memory"), Pace.INSTANT)) {
            lab.make();
            double made = heap();
            lab.cleanUp();
            say("heap %.0f MB before, %.0f MB with a lab that stands, %.0f MB after its clean-up", before, made, heap());
        }
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA;
    }

    private static <T> List<T> all(List<Callable<T>> tasks, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static Process command(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), "endpointlab.Launcher"));
        line.addAll(List.of(words));
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void say(String format, Object... values) {
        OUT.printf(Locale.ROOT, format + "%n", values);
    }
}
