package endpointlab.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Seen;
import endpointlab.ui.wizard.WizardModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** A learner makes a step's resource outside the app and has it checked and taken over in the wizard. */
@ExtendWith(ApplicationExtension.class)
class ByHandInWindowTest {

    @TempDir
    private Path home;
    private Stage stage;
    private MainWindow window;

    @Start
    void start(Stage first) {
        Fonts.load();
        stage = first;
    }

    private WizardModel open(RealLab lab) {
        return onFx(() -> {
            Appearance appearance = new Appearance();
            window = new MainWindow(new MainWindow.Parts(new Localizer(Language.EN), appearance, PriceTable.load(),
                    InstantSource.system(), lab.workers(), null,
                    open -> id -> CompletableFuture.completedFuture(List.of()),
                    open -> call -> new CompletableFuture<>(), null, () -> 0));
            Scene scene = new Scene(window, 1280, 800);
            appearance.register(scene);
            stage.setScene(scene);
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.show();
            window.showLab(lab);
            return window.openModel();
        });
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, task);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> onFx(condition));
    }

    private void check(FxRobot robot) {
        robot.interact(() -> ((MenuButton) window.lookup(".more-button")).getItems().stream()
                .filter(item -> "check-my-work".equals(item.getId())).forEach(MenuItem::fire));
    }

    private static void make(RealLab lab, String block) {
        lab.aws().ec2().createVpc(request -> request.cidrBlock(block).tagSpecifications(tags -> tags
                .resourceType(ResourceType.VPC).tags(tag -> tag.key("Name").value("Service_Network"))));
    }

    private Node adopt() {
        return window.lookup("#hand-adopt");
    }

    @Test
    void whatIsAsPlannedIsTakenOverAndDeletedWithTheRest(FxRobot robot) throws Exception {
        try (RealLab lab = new RealLab(home)) {
            WizardModel model = open(lab);
            check(robot);
            await(() -> Seen.words(window, "VPC: not found"));
            assertThat(onFx(() -> adopt().isVisible())).isFalse();

            make(lab, "10.0.0.0/16");
            check(robot);
            await(() -> adopt().isVisible());
            assertThat(onFx(() -> Seen.words(window, "VPC: found vpc-"))).isTrue();
            robot.interact(() -> ((Button) adopt()).fire());
            await(() -> model.progressProperty().get().step(1).done() && !model.runningProperty().get());
            assertThat(onFx(() -> Seen.words(window, "Adopted."))).isTrue();

            onFx(() -> {
                model.cleanUp();
                return null;
            });
            await(() -> model.state().finished() && !model.runningProperty().get());
            assertThat(model.state().resource("service-vpc").status()).isEqualTo(ResourceStatus.DELETED);
        }
    }

    @Test
    void whatDiffersIsToldAndLeftAlone(FxRobot robot) throws Exception {
        try (RealLab lab = new RealLab(home)) {
            open(lab);
            make(lab, "10.9.0.0/16");
            check(robot);
            await(() -> Seen.words(window, "It can't be adopted yet."));
            assertThat(onFx(() -> Seen.words(window, "10.9.0.0/16"))).isTrue();
            assertThat(onFx(() -> adopt().isVisible())).isFalse();
            onFx(() -> {
                window.openModel().select(2);
                return null;
            });
            assertThat(onFx(() -> Seen.words(window, "It can't be adopted yet."))).isFalse();
        }
    }
}
