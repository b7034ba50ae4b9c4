package endpointlab.app;

import static endpointlab.ui.shared.Fx.await;
import static endpointlab.ui.shared.Fx.doOnFx;
import static endpointlab.ui.shared.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.ResourceStatus;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.wizard.Activity;
import endpointlab.ui.wizard.WizardModel;
import java.io.File;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A learner's way through the whole product, as it is started by its launcher, and the way back after a kill. */
@ExtendWith(ApplicationExtension.class)
class WindowJourneyTest {

    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;
    private ProductWindow product;
    private final AtomicReference<URI> browsed = new AtomicReference<>();

    @Start
    void start(Stage first) {
        Fonts.load();
        product = new ProductWindow(first);
    }

    @AfterEach
    void close() {
        product.close();
    }

    @Test
    void aLearnerDoesAllStepsByClicking(FxRobot robot) throws Exception {
        LabHome home = new LabHome(folder);
        new SettingsStore(home).save(Settings.DEFAULT.withPace("instant"));
        MainWindow window = product.open(home, new TestDesktop());
        await(() -> window.lookup("#first-start") != null
                && window.getScene().getFocusOwner() == window.lookup("#first-start"));
        robot.push(KeyCode.ENTER);
        await(() -> window.openModel() != null);
        WizardModel model = window.openModel();
        for (int number = 1; number <= 16; number++) {
            int step = number;
            await(() -> model.currentStepProperty().get() == step);
            click(robot, "実行");
            if (step == 15) {
                await(() -> model.activityProperty().get().kind() == Activity.Kind.ACCEPTANCE);
                click(robot, "承諾する");
            }
            await(() -> model.progressProperty().get().step(step).done() && !model.runningProperty().get());
            if (step == 7) {
                readThePageInTheBrowser(robot, window);
            }
            if (step == 16) {
                assertThat(words(window)).anyMatch(word -> word.contains("Welcome to Hangyuzs Server 1"));
                typeOneMoreCommand(robot, window);
            }
            click(robot, "次へ");
        }
        cleanUp(robot, window, model);
    }

    private void readThePageInTheBrowser(FxRobot robot, MainWindow window) throws Exception {
        assertThat(words(window)).anyMatch(word -> word.contains("期待どおりのページが届きました"));
        click(robot, "ブラウザーで開く");
        Awaitility.await().atMost(LONG).until(() -> browsed.get() != null);
        HttpURLConnection http = (HttpURLConnection) browsed.get().toURL().openConnection(Proxy.NO_PROXY);
        assertThat(browsed.get().getHost()).isEqualTo("127.0.0.1");
        assertThat(new String(http.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n");
    }

    private static void typeOneMoreCommand(FxRobot robot, MainWindow window) {
        TextField prompt = onFx(() -> (TextField) window.lookupAll(".text-field").stream()
                .filter(node -> node instanceof TextField field && !field.isDisabled() && field.isVisible()
                        && field.getPromptText().startsWith("コマンド")).findFirst().orElseThrow());
        robot.clickOn(prompt).write("hostname").push(KeyCode.ENTER);
        await(() -> words(window).stream().anyMatch(word -> word.strip().matches("ip-10-1-1-\\d+\\.ec2\\.internal")));
    }

    private static void cleanUp(FxRobot robot, MainWindow window, WizardModel model) {
        await(() -> model.currentStepProperty().get() == 17);
        click(robot, "すべて削除");
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);
        await(() -> model.state().finished() && !model.runningProperty().get());
        await(() -> words(window).contains("何も残っていません"));
        assertThat(model.state().resources().values()).allSatisfy(resource ->
                assertThat(resource.status()).as(resource.specId()).isEqualTo(ResourceStatus.DELETED));
    }

    @Test
    void afterAKillTheLabIsThereAndLitAsItWas(FxRobot robot) throws Exception {
        LabHome home = new LabHome(folder);
        killedWhileMakingTheLoadBalancer();
        MainWindow window = product.open(home, new TestDesktop());
        await(() -> words(window).stream().anyMatch(word -> word.startsWith("続きから始める")));
        robot.push(KeyCode.ENTER);
        await(() -> window.openModel() != null);
        WizardModel model = window.openModel();
        await(() -> model.state().resource("service-vpc").status() == ResourceStatus.READY
                && window.lookup("#place-service-vpc") != null);
        assertThat(onFx(() -> window.lookup("#place-service-vpc").getAccessibleText())).contains("準備完了");
        assertThat(model.state().resource("load-balancer").awsId()).isNotNull();
        doOnFx(() -> {
            model.select(7);
            model.runTo();
        });
        await(() -> model.progressProperty().get().step(7).done() && !model.runningProperty().get());
    }

    /** Runs the lab in a process of its own and kills that while AWS is still at the load balancer. */
    private void killedWhileMakingTheLoadBalancer() throws Exception {
        Path output = folder.resolve("run.json");
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "endpointlab.Launcher", "run", "--home", folder.toString(),
                "--pace", "60", "--json").redirectErrorStream(true)
                .redirectOutput(new File(output.toString())).start();
        try {
            Awaitility.await().atMost(LONG).until(() -> Files.readString(output, StandardCharsets.UTF_8).lines()
                    .anyMatch(line -> line.contains("\"id\":\"load-balancer\"") && line.contains("\"awsId\":\"arn")));
        } finally {
            run.destroyForcibly();
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void click(FxRobot robot, String start) {
        await(() -> button(robot, start).isPresent());
        robot.clickOn(onFx(() -> button(robot, start).orElseThrow()));
    }

    private static Optional<ButtonBase> button(FxRobot robot, String start) {
        return robot.lookup((Node node) -> node instanceof ButtonBase button && button.getText() != null
                && button.getText().startsWith(start) && !button.isDisabled() && isShown(button))
                .queryAllAs(ButtonBase.class).stream().findFirst();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static List<String> words(MainWindow window) {
        return onFx(() -> window.lookupAll("*").stream().map(node -> node instanceof Labeled labeled
                ? String.valueOf(labeled.getText()) : node instanceof Text text ? text.getText() : "").toList());
    }

    /** Remembers what would be opened. */
    private final class TestDesktop implements Desktop {

        @Override
        public void browse(URI address) {
            browsed.set(address);
        }

        @Override
        public CompletableFuture<Void> save(Path file, String text) {
            return CompletableFuture.completedFuture(null);
        }
    }
}
