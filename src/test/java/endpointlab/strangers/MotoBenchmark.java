package endpointlab.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.Needs;
import endpointlab.clock.Pace;
import endpointlab.hostile.HttpWire;
import endpointlab.hostile.SignedForms;
import endpointlab.practice.wire.AwsService;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many requests a second the practice cloud answers, and how many moto, the AWS double of Python's world, on the
 * same machine: one signed request, replayed over connections that stay open as long as the server lets them.
 * Reported and no gate: {@code mvn -B -ntp test -Dtest=MotoBenchmark}.
 */
class MotoBenchmark {

    private static final int CALLERS = 4;
    private static final int RUNS = 3;
    private static final byte[] FORM = "Action=DescribeVpcs&Version=2016-11-15".getBytes(StandardCharsets.UTF_8);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    @Test
    void theSameRequestToBoth() throws Exception {
        Needs.program("moto_server", "its speed isn't measured");
        try (Stranger stranger = new Stranger(directory, Pace.INSTANT)) {
            int port = freePort();
            Process moto = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try {
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> listens(port));
                double ours = perSecond(stranger, stranger.cloud.endpoint(), 40_000);
                double theirs = perSecond(stranger, URI.create("http://127.0.0.1:" + port), 2_000);
                OUT.printf(Locale.ROOT, "practice cloud %.0f requests/s, moto %.0f requests/s: %.0f times%n", ours,
                        theirs, ours / theirs);
            } finally {
                moto.descendants().forEach(ProcessHandle::destroyForcibly);
                moto.destroyForcibly().waitFor();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket there = new Socket("127.0.0.1", port)) {
            return there.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The best of some runs, after one that warms up. */
    private static double perSecond(Stranger stranger, URI endpoint, int requests) throws Exception {
        byte[] request = new SignedForms(endpoint, stranger.cloud.region(), stranger.cloud.credentials())
                .request(AwsService.EC2, FORM);
        double best = 0;
        for (int run = 0; run <= RUNS; run++) {
            long began = System.nanoTime();
            replay(endpoint.getPort(), request, requests / CALLERS);
            double seconds = (System.nanoTime() - began) / 1e9;
            best = run == 0 ? 0 : Math.max(best, requests / seconds);
        }
        return best;
    }

    private static void replay(int port, byte[] request, int times) throws Exception {
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(() -> {
                try (HttpWire wire = new HttpWire(port)) {
                    for (int i = 0; i < times; i++) {
                        assertThat(wire.exchange(request).status()).isEqualTo(200);
                    }
                }
                return null;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<Void> each : pool.invokeAll(callers)) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
