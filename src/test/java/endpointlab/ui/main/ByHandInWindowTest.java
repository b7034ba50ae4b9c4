package endpointlab.ui.main;

import static endpointlab.ui.shared.Fx.await;
import static endpointlab.ui.shared.Fx.doOnFx;
import static endpointlab.ui.shared.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.Seen;
import endpointlab.ui.wizard.WizardModel;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
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
        window = onFx(() -> lab.show(stage));
        return window.openModel();
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

            doOnFx(() -> model.cleanUp());
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
            doOnFx(() -> window.openModel().select(2));
            assertThat(onFx(() -> Seen.words(window, "It can't be adopted yet."))).isFalse();
        }
    }
}
