package endpointlab.app;

import static endpointlab.ui.shared.Fx.await;
import static endpointlab.ui.shared.Fx.doOnFx;
import static endpointlab.ui.shared.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsMachine;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.SettingsStore;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.Desktop;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.wizard.WizardModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** No credential and no private key is in any word of the window, in any tab of the steps that know most, while there is a lab and when it is gone. */
@ExtendWith(ApplicationExtension.class)
class WindowSecretsTest {

    @TempDir
    private Path folder;
    private ProductWindow product;
    private SecretHunt hunt;

    @Start
    void start(Stage first) {
        Fonts.load();
        product = new ProductWindow(first);
        hunt = new SecretHunt();
    }

    @AfterEach
    void close() {
        product.close();
        hunt.close();
    }

    @Test
    void noWordIsSecret(FxRobot robot) throws Exception {
        LabHome home = new LabHome(folder);
        new SettingsStore(home).save(Settings.DEFAULT.withPace("instant"));
        MainWindow window = product.open(home, new NoDesktop(), hunt.clouds(), AwsMachine.with(Map.of()));
        await(() -> window.lookup("#first-start") != null
                && window.getScene().getFocusOwner() == window.lookup("#first-start"));
        robot.push(KeyCode.ENTER);
        await(() -> window.openModel() != null);
        WizardModel model = window.openModel();
        await(() -> model.actionsProperty().get().runAll().enabled());
        doOnFx(() -> model.runAll());
        await(() -> model.progressProperty().get().step(16).done() && !model.runningProperty().get());

        for (int step : List.of(1, 7, 8, 15, 16, 17)) {
            look(model, step);
        }
        lookAtCalls(model, 6);
        hunt.see(home);
        doOnFx(() -> model.cleanUp());
        await(() -> model.state().finished() && !model.runningProperty().get());
        look(model, model.lab().steps().size());

        assertThat(hunt.seen("step 16")).contains("Welcome to Hangyuzs Server 1");
        assertThat(hunt.seen("step 6")).contains("import-key-pair", "export AWS_ENDPOINT_URL=http://127.0.0.1:");
        assertThat(hunt.seen("calls of step 6")).contains("ImportKeyPair", "PublicKeyMaterial", "RunInstances");
        hunt.assertNoneSeen();
    }

    private void look(WizardModel model, int step) {
        doOnFx(() -> model.select(step));
        int most = onFx(() -> tabs().stream().mapToInt(pane -> pane.getTabs().size()).max().orElse(0));
        for (int tab = 0; tab < most; tab++) {
            int number = tab;
            doOnFx(() -> {
                tabs().stream().filter(pane -> number < pane.getTabs().size())
                        .forEach(pane -> pane.getSelectionModel().select(number));
            });
            WaitForAsyncUtils.waitForFxEvents();
            doOnFx(() -> hunt.see("step " + step, String.join("\n", words())));
        }
    }

    /** Selects each call that the step has made, as a learner who wants to see what was sent and answered. */
    private void lookAtCalls(WizardModel model, int step) {
        look(model, step);
        List<TableView<?>> tables = onFx(() -> nodes().stream().filter(TableView.class::isInstance)
                .<TableView<?>>map(table -> (TableView<?>) table).toList());
        for (TableView<?> table : tables) {
            int calls = onFx(() -> table.getItems().size());
            for (int call = 0; call < calls; call++) {
                int number = call;
                doOnFx(() -> table.getSelectionModel().select(number));
                await(() -> nodes().stream().filter(node -> node.getStyleClass().contains("exchange"))
                        .allMatch(node -> !((TextInputControl) node).getText().isEmpty()));
                doOnFx(() -> hunt.see("calls of step " + step, String.join("\n", words())));
            }
        }
    }

    private static List<TabPane> tabs() {
        return nodes().stream().filter(TabPane.class::isInstance).map(TabPane.class::cast).toList();
    }

    private static List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        Window.getWindows().forEach(window -> add(window.getScene().getRoot(), all));
        return all;
    }

    private static void add(Node node, List<Node> all) {
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> add(child, all));
        }
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Node node : nodes()) {
            words.add(node instanceof Labeled labeled ? labeled.getText() : node instanceof Text text ? text.getText()
                    : node instanceof TextInputControl input ? input.getText() : "");
            words.add(node.getAccessibleText());
            words.add(node instanceof Labeled labeled
                    ? Optional.ofNullable(labeled.getTooltip()).map(Tooltip::getText).orElse("") : "");
        }
        return words.stream().filter(word -> word != null && !word.isEmpty()).toList();
    }

    private static final class NoDesktop implements Desktop {

        @Override
        public void browse(URI address) {
            throw new AssertionError("nobody asked for " + address);
        }

        @Override
        public CompletableFuture<Void> save(Path file, String text) {
            return CompletableFuture.failedFuture(new AssertionError("nobody asked for " + file));
        }
    }
}
