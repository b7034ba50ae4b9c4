package endpointlab.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import endpointlab.i18n.Language;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import endpointlab.settings.SshSource;
import endpointlab.ui.shared.TestApp;
import endpointlab.ui.shared.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {

    private final List<String> events = new ArrayList<>();
    private final Path folder = Path.of("data").toAbsolutePath();
    private TestApp app;
    private SettingsView view;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        app = new TestApp(Settings.DEFAULT);
        view = new SettingsView(app.context(), folder, () -> events.add("folder"), () -> events.add("closed"));
        app.show(stage, view);
        view.focusFirst();
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Settings settings() {
        return app.preferences().settings();
    }

    private <T> ComboBox<T> choice(String id) {
        @SuppressWarnings("unchecked")
        ComboBox<T> box = (ComboBox<T>) view.lookup("#" + id);
        return box;
    }

    private void type(FxRobot robot, String id, String text) {
        robot.interact(() -> ((TextField) view.lookup("#" + id)).setText(text));
    }

    private String problem(String id) {
        Label label = (Label) view.lookup("#" + id + "-problem");
        return label.isVisible() ? label.getText() : "";
    }

    @Test
    void languageThemeTextSizeAndMotionTakeEffectAtOnceAndAreKept(FxRobot robot) throws TimeoutException {
        robot.interact(() -> this.<Language>choice("language").setValue(Language.EN));
        assertThat(((Label) view.lookup(".page-heading")).getText()).isEqualTo("Settings");
        robot.interact(() -> this.<Look>choice("theme").setValue(Look.HIGH_CONTRAST));
        assertThat(app.context().appearance().themeProperty().get()).isEqualTo(Theme.HIGH_CONTRAST);
        Slider size = (Slider) view.lookup("#text-size");
        robot.interact(size::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(app.context().appearance().textSizeProperty().get()).isEqualTo(120);
        assertThat(stage.getScene().getRoot().getStyle()).contains("16.8px");
        robot.interact(() -> ((CheckBox) view.lookup("#less-motion")).fire());
        assertThat(app.context().appearance().lessMotionProperty().get()).isTrue();
        waitFor(10, TimeUnit.SECONDS, () -> app.saved().contains(Settings.DEFAULT.withLanguage(Language.EN)
                .withLook(Look.HIGH_CONTRAST).withTextSize(120).withLessMotion(true)));
    }

    @Test
    void textSizeEndsAtItsLimits(FxRobot robot) {
        Slider size = (Slider) view.lookup("#text-size");
        robot.interact(size::requestFocus);
        robot.type(KeyCode.END);
        assertThat(settings().textSize()).isEqualTo(200);
        robot.type(KeyCode.HOME);
        assertThat(settings().textSize()).isEqualTo(80);
    }

    @Test
    void whatCantBeUsedIsToldAtTheFieldAndNotKept(FxRobot robot) {
        type(robot, "prefix", "花子-");
        assertThat(problem("prefix")).isEqualTo("プレフィックス「花子-」には使えない文字があるので、半角の英数字とハイフンだけで書いてください。");
        type(robot, "laptop-address", "10.0.0.1");
        assertThat(problem("laptop-address")).contains("インターネットで使えないアドレスなので");
        type(robot, "instance-type", "");
        assertThat(problem("instance-type")).contains("t3.micro のように書いてください。");
        assertThat(settings()).isEqualTo(Settings.DEFAULT);
        robot.interact(() -> this.<Language>choice("language").setValue(Language.EN));
        assertThat(problem("prefix")).contains("write only letters, digits and hyphens");
        assertThat(((TextField) view.lookup("#prefix")).getText()).as("typed text").isEqualTo("花子-");
        type(robot, "prefix", "hana-");
        assertThat(problem("prefix")).isEmpty();
        assertThat(settings().prefix()).isEqualTo("hana-");
    }

    @Test
    void aLongPrefixIsTooLongForTheLoadBalancer(FxRobot robot) {
        type(robot, "prefix", "a-very-long-prefix-of-a-class");
        assertThat(problem("prefix")).contains("32 文字以内");
    }

    @Test
    void everyTypedSettingGoesBackToItsDefault(FxRobot robot) {
        type(robot, "instance-type", "t2.micro");
        type(robot, "laptop-address", "nonsense");
        assertThat(backs()).hasSize(2);
        robot.interact(() -> backs().get(1).fire());
        assertThat(problem("laptop-address")).isEmpty();
        robot.interact(() -> backs().get(0).fire());
        assertThat(settings()).isEqualTo(Settings.DEFAULT);
        assertThat(backs()).isEmpty();
    }

    @Test
    void allGoesBackButWhatWasRead(FxRobot robot) {
        robot.interact(() -> app.preferences().change(was -> was.withLook(Look.DARK).withRegion("eu-west-1")
                .withSshSource(SshSource.MY_ADDRESS).withConceptRead(4)));
        type(robot, "prefix", "!");
        robot.interact(() -> ((Button) view.lookup("#all-back-to-default")).fire());
        assertThat(settings()).isEqualTo(Settings.DEFAULT.withConceptRead(4));
        assertThat(((TextField) view.lookup("#prefix")).getText()).isEmpty();
        assertThat(this.<Look>choice("theme").getValue()).isEqualTo(Look.LIGHT);
        assertThat(this.<String>choice("region").getValue()).isEqualTo("us-east-1");
    }

    @Test
    void zonesAreThoseOfTheRegion(FxRobot robot) {
        robot.interact(() -> this.<String>choice("zone").setValue("us-east-1c"));
        assertThat(settings().zone()).isEqualTo("us-east-1c");
        robot.interact(() -> this.<String>choice("region").setValue("ap-northeast-1"));
        assertThat(settings().zone()).isEmpty();
        assertThat(this.<String>choice("zone").getItems()).contains("", "ap-northeast-1a").doesNotContain("us-east-1c");
        assertThat(this.<String>choice("zone").getValue()).isEmpty();
        robot.interact(() -> this.<String>choice("zone").setValue("ap-northeast-1c"));
        assertThat(settings().zone()).isEqualTo("ap-northeast-1c");
    }

    @Test
    void theDataFolderIsShownAndOpened(FxRobot robot) {
        assertThat(((TextField) view.lookup("#data-folder")).getText()).isEqualTo(folder.toString());
        robot.interact(() -> ((Button) view.lookup("#open-data-folder")).fire());
        assertThat(events).containsExactly("folder");
    }

    @Test
    void escClosesFromAnyField(FxRobot robot) {
        robot.interact(() -> view.lookup("#prefix").requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(events).containsExactly("closed");
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        for (String id : List.of("language", "theme", "text-size", "pace", "region", "zone", "instance-type", "prefix",
                "ssh-source", "laptop-address", "data-folder")) {
            assertThat(view.lookup("#" + id).getAccessibleText()).as(id).isNotBlank();
        }
    }

    @Test
    void theShortcutSheetListsTheKeysAndEscClosesIt(FxRobot robot) {
        ShortcutSheet[] sheet = new ShortcutSheet[1];
        robot.interact(() -> {
            sheet[0] = new ShortcutSheet(app.context().localizer(), app.context().appearance(),
                    () -> events.add("sheet closed"));
            stage.getScene().setRoot(sheet[0]);
            sheet[0].focusFirst();
        });
        assertThat(sheet[0].lookupAll(".key").stream().map(key -> ((Label) key).getText()))
                .contains("Ctrl + Enter", "Ctrl + Shift + Enter", "Esc", "Alt + ←", "Ctrl + 1 … 4", "Ctrl + D",
                        "Ctrl + L", "F5", "F11", "Ctrl + +", "Ctrl + −", "F1", "PageDown");
        robot.type(KeyCode.ESCAPE);
        assertThat(events).containsExactly("sheet closed");
    }

    private List<Button> backs() {
        return view.lookupAll(".back-to-default").stream().filter(Node::isVisible).map(Button.class::cast).toList();
    }
}
