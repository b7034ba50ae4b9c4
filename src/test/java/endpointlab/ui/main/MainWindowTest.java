package endpointlab.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.run.RunResult;
import endpointlab.ui.presenter.PresenterView;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.LabObserver;
import endpointlab.ui.shared.LabReach;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Theme;
import endpointlab.ui.wizard.CallDetails;
import endpointlab.ui.wizard.FakeSession;
import endpointlab.ui.wizard.LabStates;
import endpointlab.ui.wizard.WizardContext;
import endpointlab.ui.wizard.WizardModel;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {

    private final LabClock clock = LabClock.startingNow(Pace.BRISK);
    private final LabStates states = new LabStates(clock.now());
    private final Localizer texts = new Localizer(Language.JA);
    private final Appearance appearance = new Appearance();
    private final List<String> typed = new ArrayList<>();
    private FakeSession session;
    private MainWindow window;
    private Stage stage;

    @Start
    void start(Stage first) {
        Fonts.load();
        stage = first;
        window = new MainWindow(new MainWindow.Parts(texts, appearance, PriceTable.load(), InstantSource.system(),
                Runnable::run, null, open -> null, open -> null, null, () -> 0));
        Scene scene = new Scene(window, 1280, 800);
        appearance.register(scene);
        stage.setScene(scene);
        stage.show();
        show(states.fresh());
    }

    private void show(LabState state) {
        session = new FakeSession(state);
        LabObserver observer = new LabObserver(state);
        session.listener = observer;
        window.showLab(null, new WizardContext(LabStates.LAB, new DiagramReader().read(LabStates.LAB), session,
                observer, clock, new Reach(), id -> CompletableFuture.completedFuture(List.of("aws " + id)),
                call -> CompletableFuture.completedFuture(new CallDetails.Exchange("", "")), null, texts, appearance,
                PriceTable.load(), null, Runnable::run));
    }

    private final class Reach implements LabReach {

        @Override
        public CompletableFuture<RemoteOutput> runOnCustomerInstance(String command) {
            typed.add(command);
            return CompletableFuture.completedFuture(new RemoteOutput(command, 0, "ip-10-1-1-25", ""));
        }

        @Override
        public CompletableFuture<URI> publicPage() {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Path> way(Flow flow) {
            return new CompletableFuture<>();
        }
    }

    private WizardModel model() {
        return window.openModel();
    }

    private static void onFx(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, task);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> words() {
        return window.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList();
    }

    private Node visible(String selector) {
        return window.lookupAll(selector).stream().filter(Node::isVisible).findFirst().orElse(null);
    }

    private static TextField field(FxRobot robot, String name) {
        return robot.lookup((Node node) -> node instanceof TextField field && name.equals(field.getAccessibleText())
                && field.isEditable()).queryAs(TextField.class);
    }

    @Test
    void aStepIsRunByKeysAlone(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(session.commands).containsExactly("step 1");
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words()).contains("実行を中止しますか？");
        robot.push(KeyCode.ESCAPE);
        assertThat(session.commands).containsExactly("step 1");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        assertThat(session.commands).containsExactly("step 1", "cancel");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(model().currentStepProperty().get()).isEqualTo(3);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(session.commands).endsWith("to 3");
    }

    @Test
    void whatIsTypedSurvivesStepLanguageAndTheme(FxRobot robot) {
        TextField cidr = field(robot, "IPv4 CIDR");
        robot.interact(() -> cidr.setText("10.0.0.0/40"));
        assertThat(words()).anyMatch(text -> text.contains("10.0.0.0/40") && text.startsWith("IPv4 CIDR"));
        onFx(() -> {
            model().next();
            texts.languageProperty().set(Language.EN);
            appearance.themeProperty().set(Theme.DARK);
            model().previous();
        });
        assertThat(field(robot, "IPv4 CIDR").getText()).isEqualTo("10.0.0.0/40");
        assertThat(words()).anyMatch(text -> text.startsWith("IPv4 CIDR is \"10.0.0.0/40\""));
        assertThat(session.commands).isEmpty();
        robot.interact(() -> field(robot, "IPv4 CIDR").setText("10.8.0.0/16"));
        assertThat(session.commands).containsExactly("step-1.cidr=10.8.0.0/16");
    }

    @Test
    void textsFollowTheLanguageEverywhere() {
        assertThat(words()).contains("サービス提供側", "まだ実行していません");
        onFx(() -> texts.languageProperty().set(Language.EN));
        assertThat(words()).contains("Service provider", "Not run yet").doesNotContain("サービス提供側");
    }

    @Test
    void smallWindowsAndLargeTextTurnTheListIntoARail() {
        assertThat(words()).contains("インターネットゲートウェイ");
        double wide = visible(".step-list").getLayoutBounds().getWidth();
        onFx(() -> appearance.setTextSize(150));
        assertThat(visible(".step-list").getLayoutBounds().getWidth()).isLessThan(wide / 2);
        onFx(() -> appearance.setTextSize(100));
        assertThat(visible(".step-list").getLayoutBounds().getWidth()).isEqualTo(wide);
        onFx(() -> stage.setWidth(1024));
        assertThat(visible(".step-list").getLayoutBounds().getWidth()).isLessThan(wide / 2);
        assertThat(window.getLayoutBounds().getWidth()).isEqualTo(1024);
    }

    @Test
    void theProviderAcceptsByOnePress(FxRobot robot) {
        onFx(() -> show(states.with(states.running(states.doneTo(14), 15), "endpoint", ResourceStatus.WAITING,
                "pendingAcceptance")));
        robot.interact(() -> ((Button) robot.lookup("承諾する").queryAs(Button.class)).fire());
        assertThat(session.commands).containsExactly("accept");
    }

    @Test
    void cleanUpAsksFirst(FxRobot robot) {
        onFx(() -> {
            show(states.doneTo(16));
            model().select(17);
        });
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(session.commands).isEmpty();
        assertThat(words()).contains("実習で作ったものをすべて削除しますか？");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        assertThat(session.commands).containsExactly("clean up");
    }

    @Test
    void furtherCommandsAreTypedInTheTerminal(FxRobot robot) {
        onFx(() -> {
            show(states.doneTo(16));
            model().select(16);
        });
        TextField prompt = field(robot, "利用側のインスタンスで実行するコマンド");
        robot.interact(prompt::requestFocus);
        robot.write("hostname").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(typed).containsExactly("hostname");
        assertThat(window.lookupAll(".terminal-row").stream().map(Node::getAccessibleText))
                .contains("[ec2-user@ip-10-1-1-25 ~]$ hostname", "ip-10-1-1-25");
        robot.push(KeyCode.UP);
        assertThat(prompt.getText()).isEqualTo("hostname");
    }

    @Test
    void thePresenterViewComesAndGoes(FxRobot robot) {
        robot.push(KeyCode.F11);
        WaitForAsyncUtils.waitForFxEvents();
        PresenterView presenter = robot.lookup((Node node) -> node instanceof PresenterView).query();
        assertThat(presenter.getWidth()).isEqualTo(presenter.getScene().getWidth());
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(model().currentStepProperty().get()).isEqualTo(2);
        robot.push(KeyCode.PAGE_UP);
        robot.push(KeyCode.SPACE);
        assertThat(session.commands).containsExactly("step 1");
        onFx(() -> {
            session.change(states.doneTo(1));
            session.end(RunResult.Outcome.DONE);
        });
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(visible(".step-list")).isNotNull();
    }

    @Test
    void theListIsWalkedByArrowKeys(FxRobot robot) {
        robot.interact(() -> visible(".step-row").requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(model().currentStepProperty().get()).isEqualTo(3);
        robot.push(KeyCode.END).push(KeyCode.SPACE);
        assertThat(model().currentStepProperty().get()).isGreaterThan(8);
    }

    @Test
    void everyControlSaysWhatItIs() {
        for (int step : new int[] {1, 6, 7, 15, 16, 17}) {
            onFx(() -> model().select(step));
            assertThat(window.lookupAll(".button, .text-field, .toggle-button, .menu-button").stream()
                    .filter(node -> node.isVisible() && node.isFocusTraversable())
                    .filter(node -> node.getAccessibleText() == null
                            && (!(node instanceof Labeled named) || named.getText() == null
                            || named.getText().isEmpty())))
                    .as("nameless controls of step " + step).isEmpty();
        }
    }
}
