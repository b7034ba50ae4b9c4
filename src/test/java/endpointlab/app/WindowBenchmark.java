package endpointlab.app;

import static endpointlab.ui.shared.Fx.await;
import static endpointlab.ui.shared.Fx.doOnFx;
import static endpointlab.ui.shared.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.wizard.WizardModel;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window's speed, reported and no gate: {@code mvn -B -ntp test -Dtest=WindowBenchmark}. Headless and drawn by
 * the processor, so a screen with a graphics card is faster; what counts are the ratios and the holds.
 */
@ExtendWith(ApplicationExtension.class)
class WindowBenchmark {

    private static final int STARTS = 5;
    private static final double MILLION = 1e6;
    private static final long ASK_EVERY_NANOS = 1_000_000;

    @TempDir
    private Path folder;
    private Stage stage;
    private final List<Long> pulses = new CopyOnWriteArrayList<>();
    private final List<Long> pulseWork = new CopyOnWriteArrayList<>();
    private final AtomicLong longestHold = new AtomicLong();
    private final AtomicLong busiest = new AtomicLong();
    private long usedBefore = Long.MAX_VALUE;

    @Start
    void start(Stage first) {
        Fonts.load();
        stage = first;
    }

    @Test
    void startToUsableWindow() throws Exception {
        List<Started> bare = new ArrayList<>();
        List<Started> ours = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            bare.add(start(BareWindow.class));
            ours.add(start(OurWindow.class));
        }
        tell("start to usable window", bare, ours, Started::usable);
        tell("start to window shown", bare, ours, Started::shown);
        tell("processor time to usable window", bare, ours, Started::processor);
        assertThat(ours).allMatch(started -> started.usable() > 0);
    }

    private static void tell(String what, List<Started> bare, List<Started> ours, ToLongFunction<Started> figure) {
        long bareMedian = median(bare.stream().map(figure::applyAsLong).toList());
        long oursMedian = median(ours.stream().map(figure::applyAsLong).toList());
        System.out.printf("%s: %d ms, bare AtlantaFX window %d ms, %.2f times (goal 1.5)%n", what, oursMedian,
                bareMedian, (double) oursMedian / bareMedian);
    }

    /**
     * Milliseconds since the JVM started.
     *
     * @param shown     two frames of the window were drawn
     * @param usable    two frames were drawn since the button for Enter had the focus
     * @param processor time of all threads until then
     */
    private record Started(long shown, long usable, long processor) {
    }

    private Started start(Class<?> main) throws Exception {
        // Without the tests' own logging set-up, which the program doesn't have.
        Path classes = Files.createDirectories(folder.resolve("classes/endpointlab/app"));
        Path compiled = Path.of(WindowBenchmark.class.getResource("WindowBenchmark.class").toURI()).getParent();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(compiled, "WindowBenchmark*.class")) {
            for (Path file : files) {
                Files.copy(file, classes.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        String classPath = folder.resolve("classes") + File.pathSeparator
                + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(part -> !part.contains("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator));
        Path output = Files.createTempFile(folder, "start", ".txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Dglass.platform=Monocle", "-Dmonocle.platform=Headless", "-Dprism.order=sw",
                "-Djava.awt.headless=true", "-Dheadless.geometry=1920x1080-32", "-cp",
                classPath, main.getName(), folder.resolve("home").toString()));
        Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        long[] told = Files.readString(output, StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith("usable ")).findFirst().stream()
                .flatMap(line -> Arrays.stream(line.split(" ")).skip(1)).mapToLong(Long::parseLong).toArray();
        return new Started(told[0], told[1], told[2]);
    }

    @Test
    void pulsesHoldsAndMemoryOverAWholeLab(FxRobot robot) throws Exception {
        LabHome home = new LabHome(folder);
        new SettingsStore(home).save(Settings.DEFAULT.withPace("60"));
        ProductWindow product = new ProductWindow(stage);
        MainWindow window = product.open(home, new NoDesktop());
        await(() -> window.lookup("#first-start") != null && window.lookup("#first-start").isFocused());
        robot.push(KeyCode.ENTER);
        await(() -> window.openModel() != null);
        WizardModel model = window.openModel();
        pageChanges(model);
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = new Thread(() -> watchHolds(over), "watch");
        watch.start();
        long[] heap = new long[2];
        heap[0] = usedHeap();
        List<Long> running = pulsesWhile(() -> {
            doOnFx(() -> model.runAll());
            await(() -> model.progressProperty().get().step(16).done() && !model.runningProperty().get());
            doOnFx(() -> model.cleanUp());
            await(() -> model.state().finished() && !model.runningProperty().get());
        });
        over.set(true);
        watch.join();
        heap[1] = usedHeap();
        System.out.printf("pulse interval while a lab runs: p50 %.0f ms, p99 %.0f ms (goal 50); of the JavaFX "
                + "thread's processor time p50 %.0f ms, p99 %.0f ms, most %.0f ms, %d pulses%n",
                percentile(running, 50), percentile(running, 99), percentile(pulseWork, 50),
                percentile(pulseWork, 99), percentile(pulseWork, 100), running.size());
        System.out.printf("longest wait for the JavaFX thread: %.0f ms (goal 50), of its own processor time %.0f ms%n",
                longestHold.get() / MILLION, busiest.get() / MILLION);
        System.out.printf("used heap before and after the whole lab: %d MB, %d MB%n", heap[0] >> 20, heap[1] >> 20);
        product.close();
        assertThat(running).isNotEmpty();
    }

    private void pageChanges(WizardModel model) {
        walk(model);
        List<Long> changing = pulsesWhile(() -> walk(model));
        System.out.printf("pulse interval while pages change: p50 %.0f ms, p99 %.0f ms (goal 250); of the JavaFX "
                + "thread's processor time p99 %.0f ms%n", percentile(changing, 50), percentile(changing, 99),
                percentile(pulseWork, 99));
    }

    private static void walk(WizardModel model) {
        for (int step = 1; step <= 17; step++) {
            int number = step;
            doOnFx(() -> model.select(number));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private List<Long> pulsesWhile(Runnable work) {
        pulses.clear();
        pulseWork.clear();
        AnimationTimer timer = onFx(() -> {
            AnimationTimer started = new PulseTimer();
            started.start();
            return started;
        });
        work.run();
        doOnFx(() -> timer.stop());
        return List.copyOf(pulses);
    }

    private void watchHolds(AtomicBoolean over) {
        while (!over.get()) {
            long asked = System.nanoTime();
            CompletableFuture<Long> answered = new CompletableFuture<>();
            Platform.runLater(() -> {
                long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                busiest.accumulateAndGet(used - usedBefore, Math::max);
                usedBefore = used;
                answered.complete(System.nanoTime() - asked);
            });
            longestHold.accumulateAndGet(answered.join(), Math::max);
            // Asked without a pause, it would itself keep a processor from the lab and the painting.
            LockSupport.parkNanos(ASK_EVERY_NANOS);
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double percentile(List<Long> nanos, int percent) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / MILLION;
    }

    private static long median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private final class PulseTimer extends AnimationTimer {

        private long before;
        private long usedBefore;

        @Override
        public void handle(long now) {
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (before != 0) {
                pulses.add(now - before);
                pulseWork.add(used - usedBefore);
            }
            before = now;
            usedBefore = used;
        }
    }

    private static final class NoDesktop implements Desktop {

        @Override
        public void browse(URI address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Void> save(Path file, String text) {
            throw new UnsupportedOperationException();
        }
    }

    /** @param first id of the button that Enter shall press */
    private static void tellWhenUsable(Scene scene, String first) {
        new AnimationTimer() {

            private int frames;
            private int usableFrames;
            private long shown;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    shown = sinceStart();
                }
                if (scene.getFocusOwner() != null && first.equals(scene.getFocusOwner().getId())
                        && ++usableFrames >= 2 && frames >= 2) {
                    long usable = sinceStart();
                    System.out.println("usable " + shown + " " + usable + " " + ProcessHandle.current().info()
                            .totalCpuDuration().orElse(Duration.ZERO).toMillis());
                    System.exit(0);
                }
            }
        }.start();
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** The smallest window that AtlantaFX dresses. */
    public static final class BareWindow {

        private BareWindow() {
        }

        public static void main(String[] args) {
            Application.launch(Bare.class, args);
        }

        /** The application. */
        public static final class Bare extends Application {

            @Override
            public void start(Stage stage) {
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                Button button = new Button("OK");
                button.setId("ok");
                stage.setScene(new Scene(new StackPane(button), 1280, 800));
                stage.show();
                tellWhenUsable(stage.getScene(), "ok");
            }
        }
    }

    /** Our start page, with its focus. */
    public static final class OurWindow {

        private OurWindow() {
        }

        public static void main(String[] args) {
            Program.warmUp();
            Logs.silent();
            Application.launch(Ours.class, args);
        }

        /** The application. */
        public static final class Ours extends Application {

            private LabHome home;
            private WindowData data;

            @Override
            public void init() {
                FxThread.run(Fonts::load);
                home = new LabHome(Path.of(getParameters().getRaw().get(0)));
                data = WindowData.read(home, Optional.empty());
            }

            @Override
            public void start(Stage stage) {
                new ProductWindow(stage).show(home, data, new NoDesktop());
                tellWhenUsable(stage.getScene(), "first-start");
            }
        }
    }
}
