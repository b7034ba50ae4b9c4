package endpointlab.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import endpointlab.settings.Settings;
import endpointlab.ui.main.RealLab;
import endpointlab.ui.shared.TestApp;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Clean-up from the start page, on a real session and a real practice cloud. */
@ExtendWith(ApplicationExtension.class)
class CleanUpFromStartTest {

    @TempDir
    private Path home;

    @Test
    void yesDeletesWhatTheLabMadeAndShowsTheLab(FxRobot robot) throws Exception {
        try (RealLab lab = new RealLab(home)) {
            lab.session().runStep(1).result().get(60, TimeUnit.SECONDS);
            LabState made = lab.session().state();
            assertThat(made.resource("service-vpc").status()).isEqualTo(ResourceStatus.READY);
            FakeDesk desk = new FakeDesk().with(Labs.summary(made));
            desk.opens(lab);
            AtomicReference<TestApp> app = new AtomicReference<>();
            AtomicReference<StartView> view = new AtomicReference<>();
            robot.interact(() -> {
                app.set(new TestApp(Settings.DEFAULT));
                view.set(new StartView(app.get().context(), desk));
                app.get().show(new Stage(), view.get());
                view.get().refresh();
            });
            waitFor(10, TimeUnit.SECONDS, () -> view.get().lookup(".clean-up") != null);
            robot.interact(() -> ((Button) view.get().lookup(".clean-up")).fire());
            robot.type(KeyCode.TAB, KeyCode.ENTER);
            waitFor(10, TimeUnit.SECONDS, () -> app.get().navigator().visited().contains("lab"));
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> lab.session().state().finished());
            assertThat(lab.session().state().resource("service-vpc").status()).isEqualTo(ResourceStatus.DELETED);
            robot.interact(() -> view.get().getScene().getWindow().hide());
            app.get().close();
        }
    }
}
