package endpointlab.ui.main;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.probe.HttpPageProbe;
import endpointlab.probe.SocksDialer;
import endpointlab.probe.SshCurlProbe;
import endpointlab.run.LabSession;
import endpointlab.store.LabHome;
import endpointlab.store.LabKeyFiles;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.shared.TestStage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;

/** A lab that is open on a practice cloud of its own, checks included. */
public final class RealLab implements OpenLab {

    static final String RUN = "7f3c0412";

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
    private final DiagramSpec diagram = new DiagramReader().read(lab);
    private final PracticeCloud cloud;
    private final AwsConnection aws;
    private final LabSession session;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "test-worker");
        thread.setDaemon(true);
        return thread;
    });

    public RealLab(Path home) throws IOException {
        this(home, Map.of());
    }

    /** @param values that differ from the lab's own */
    RealLab(Path home, Map<String, String> values) throws IOException {
        cloud = PracticeCloud.start(PracticeOptions.of("us-east-1", Pace.INSTANT, 5, home.resolve("practice")));
        aws = AwsConnection.to(cloud.endpoint(), cloud.region(), cloud.credentials().accessKeyId(),
                cloud.credentials().secretAccessKey());
        SocksDialer dialer = new SocksDialer(cloud.socks());
        LabState first = LabSession.newState(lab, RUN, "practice", "us-east-1", 5, "", values);
        session = new LabSession(new LabSession.Parts(lab, first, state -> { }, aws,
                new LabKeyFiles(new LabHome(home), RUN), List.of(new HttpPageProbe(dialer),
                new SshCurlProbe(dialer)), cloud.clock(), workers));
    }

    ExecutorService workers() {
        return workers;
    }

    /** What a person has who makes something by hand. */
    AwsConnection aws() {
        return aws;
    }

    /** Opens the lab in English in a window of 1280×800; to be called on the JavaFX thread. */
    MainWindow show(Stage stage) {
        Appearance appearance = new Appearance();
        MainWindow window = new MainWindow(new MainWindow.Parts(new Localizer(Language.EN), appearance,
                PriceTable.load(), InstantSource.system(), workers, null,
                open -> id -> CompletableFuture.completedFuture(List.of()),
                open -> call -> new CompletableFuture<>(), null, () -> 0));
        TestStage.show(stage, window, appearance);
        window.showLab(this);
        return window;
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public DiagramSpec diagram() {
        return diagram;
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

    endpointlab.network.Path wayNow(Flow flow) {
        return cloud.way(flow);
    }

    @Override
    public CompletableFuture<endpointlab.network.Path> way(Flow flow) {
        return CompletableFuture.supplyAsync(() -> cloud.way(flow), workers);
    }

    @Override
    public void close() {
        session.close();
        aws.close();
        cloud.close();
        workers.shutdownNow();
    }
}
