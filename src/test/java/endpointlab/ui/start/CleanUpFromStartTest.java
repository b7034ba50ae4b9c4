package endpointlab.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceStatus;
import endpointlab.network.Flow;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.run.LabSession;
import endpointlab.settings.Settings;
import endpointlab.store.LabHome;
import endpointlab.store.LabKeyFiles;
import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.shared.TestApp;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
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

    private static final String RUN = "clean000";

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
                Stage stage = new Stage();
                stage.setScene(new Scene(view.get(), 1280, 800));
                app.get().context().appearance().register(stage.getScene());
                stage.show();
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

    /** A lab that is open on a practice cloud of its own. */
    private static final class RealLab implements OpenLab {

        private final Lab lab = Labs.LAB;
        private final PracticeCloud cloud;
        private final AwsConnection aws;
        private final LabSession session;
        private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "test-worker");
            thread.setDaemon(true);
            return thread;
        });

        private RealLab(Path home) throws Exception {
            cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 5, home.resolve("practice")));
            aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                    cloud.credentials().secretAccessKey());
            LabState first = LabSession.newState(lab, RUN, "practice", "us-east-1", 5, "", Map.of());
            session = new LabSession(new LabSession.Parts(lab, first, state -> { }, aws,
                    new LabKeyFiles(new LabHome(home), RUN), List.of(), cloud.clock(), workers));
        }

        @Override
        public Lab lab() {
            return lab;
        }

        @Override
        public DiagramSpec diagram() {
            throw new UnsupportedOperationException();
        }

        @Override
        public LabSession session() {
            return session;
        }

        @Override
        public LabClock clock() {
            return cloud.clock();
        }

        @Override
        public CompletableFuture<RemoteOutput> runOnCustomerInstance(String command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<URI> publicPage() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<endpointlab.network.Path> way(Flow flow) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            session.close();
            aws.close();
            cloud.close();
            workers.shutdownNow();
        }
    }
}
