package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import endpointlab.aws.AwsMachine;
import endpointlab.i18n.Messages;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.wizard.WizardModel;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
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

    @TempDir
    private Path folder;
    private Stage stage;
    private final List<Long> pulses = new CopyOnWriteArrayList<>();
    private final AtomicLong longestHold = new AtomicLong();

    @Start
    void start(Stage first) {
        Fonts.load();
        stage = first;
    }

    @Test
    void startToUsableWindow() throws Exception {
        List<Long> bare = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            bare.add(millisToStart(BareWindow.class));
            ours.add(millisToStart(OurWindow.class));
        }
        System.out.printf("start to usable window: %d ms, bare AtlantaFX window %d ms, %.2f times (goal 1.5)%n",
                median(ours), median(bare), (double) median(ours) / median(bare));
        assertThat(ours).allMatch(millis -> millis > 0);
    }

    private long millisToStart(Class<?> main) throws Exception {
        Path output = Files.createTempFile(folder, "start", ".txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Dglass.platform=Monocle", "-Dmonocle.platform=Headless", "-Dprism.order=sw",
                "-Djava.awt.headless=true", "-Dheadless.geometry=1920x1080-32", "-cp",
                System.getProperty("java.class.path"), main.getName(), folder.resolve("home").toString()));
        Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("usable "))
                .mapToLong(line -> Long.parseLong(line.substring("usable ".length()))).findFirst().orElseThrow();
    }

    @Test
    void pulsesHoldsAndMemoryOverAWholeLab(FxRobot robot) throws Exception {
        LabHome home = new LabHome(folder);
        new SettingsStore(home).save(Settings.DEFAULT.withPace("60"));
        ExecutorService background = Executors.newCachedThreadPool();
        WindowSetup setup = onFx(() -> show(stage, home, background));
        MainWindow window = setup.window();
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
            onFx(() -> {
                model.runAll();
                return null;
            });
            await(() -> model.progressProperty().get().step(16).done() && !model.runningProperty().get());
            onFx(() -> {
                model.cleanUp();
                return null;
            });
            await(() -> model.state().finished() && !model.runningProperty().get());
        });
        over.set(true);
        watch.join();
        heap[1] = usedHeap();
        System.out.printf("pulse interval while a lab runs: p50 %.0f ms, p99 %.0f ms (goal 50)%n",
                percentile(running, 50), percentile(running, 99));
        System.out.printf("longest wait for the JavaFX thread: %.0f ms (goal 50)%n", longestHold.get() / MILLION);
        System.out.printf("used heap before and after the whole lab: %d MB, %d MB%n", heap[0] >> 20, heap[1] >> 20);
        onFx(() -> {
            setup.close();
            return null;
        });
        background.shutdownNow();
        assertThat(running).isNotEmpty();
    }

    private void pageChanges(WizardModel model) {
        walk(model);
        List<Long> changing = pulsesWhile(() -> walk(model));
        System.out.printf("pulse interval while pages change: p50 %.0f ms, p99 %.0f ms (goal 250)%n",
                percentile(changing, 50), percentile(changing, 99));
    }

    private static void walk(WizardModel model) {
        for (int step = 1; step <= 17; step++) {
            int number = step;
            onFx(() -> {
                model.select(number);
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private List<Long> pulsesWhile(Runnable work) {
        pulses.clear();
        AnimationTimer timer = onFx(() -> {
            AnimationTimer started = new PulseTimer();
            started.start();
            return started;
        });
        work.run();
        onFx(() -> {
            timer.stop();
            return null;
        });
        return List.copyOf(pulses);
    }

    private void watchHolds(AtomicBoolean over) {
        while (!over.get()) {
            long asked = System.nanoTime();
            CompletableFuture<Long> answered = new CompletableFuture<>();
            Platform.runLater(() -> answered.complete(System.nanoTime() - asked));
            longestHold.accumulateAndGet(answered.join(), Math::max);
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

    private static WindowSetup show(Stage stage, LabHome home, ExecutorService background) {
        WindowSetup setup = new WindowSetup(home, new SettingsStore(home).load(), Optional.empty(),
                new Surroundings(InputStream.nullInputStream(), new PrintStream(PrintStream.nullOutputStream()),
                        new PrintStream(PrintStream.nullOutputStream()), false, Messages::in, () -> home,
                        log -> { }, action -> () -> { }, new CloudOpener(Trouble.none()),
                        AwsMachine.with(Map.of())), new NoDesktop(), background);
        Scene scene = new Scene(setup.window(), 1280, 800);
        setup.appearance().register(scene);
        stage.setScene(scene);
        setup.window().showStart();
        stage.show();
        return setup;
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> onFx(condition));
    }

    private final class PulseTimer extends AnimationTimer {

        private long before;

        @Override
        public void handle(long now) {
            if (before != 0) {
                pulses.add(now - before);
            }
            before = now;
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

    /** Tells how long after the start of the JVM the second frame was drawn, then ends. */
    private static void tellWhenDrawn() {
        new AnimationTimer() {

            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    System.out.println("usable " + (System.currentTimeMillis()
                            - ManagementFactory.getRuntimeMXBean().getStartTime()));
                    System.exit(0);
                }
            }
        }.start();
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
                stage.setScene(new Scene(new StackPane(new Button("OK")), 1280, 800));
                stage.show();
                tellWhenDrawn();
            }
        }
    }

    /** Our start page, with its focus. */
    public static final class OurWindow {

        private OurWindow() {
        }

        public static void main(String[] args) {
            Program.warmUp();
            Application.launch(Ours.class, args);
        }

        /** The application. */
        public static final class Ours extends Application {

            @Override
            public void start(Stage stage) {
                Fonts.load();
                WindowBenchmark.show(stage, new LabHome(Path.of(getParameters().getRaw().get(0))),
                        Executors.newCachedThreadPool());
                tellWhenDrawn();
            }
        }
    }
}
