package endpointlab.app;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.probe.RemoteShell;
import endpointlab.run.LabSession;
import endpointlab.ui.shared.OpenLab;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lab that is open in the window. */
final class WindowLab implements OpenLab {

    private static final Logger LOG = LoggerFactory.getLogger(WindowLab.class);
    private static final String CONNECTIVITY = "connectivity";
    private static final String LOAD_BALANCER = "load-balancer";

    private final LabAtWork work;
    private final DiagramSpec diagram;
    private final ExecutorService background;
    private final Consumer<OpenLab> closed;
    private final Cancellation closing = new Cancellation();
    private PageGateway gateway;

    /** @param closed is told when it has been closed */
    WindowLab(LabAtWork work, DiagramSpec diagram, ExecutorService background, Consumer<OpenLab> closed) {
        this.work = work;
        this.diagram = diagram;
        this.background = background;
        this.closed = closed;
    }

    @Override
    public Lab lab() {
        return work.session().lab();
    }

    @Override
    public DiagramSpec diagram() {
        return diagram;
    }

    @Override
    public LabSession session() {
        return work.session();
    }

    @Override
    public LabClock clock() {
        return work.cloud().clock();
    }

    @Override
    public CompletableFuture<RemoteOutput> runOnCustomerInstance(String command) {
        return CompletableFuture.supplyAsync(() -> {
            RemoteShell.Output done = new RemoteShell(work.cloud().dialer())
                    .run(session().probeRequest(CONNECTIVITY, closing), command);
            return new RemoteOutput(command, done.exit(), done.stdout(), done.stderr());
        }, background);
    }

    @Override
    public CompletableFuture<URI> publicPage() {
        return CompletableFuture.supplyAsync(() -> gateway().address(), background);
    }

    private synchronized PageGateway gateway() {
        if (gateway == null) {
            String host = session().state().resource(LOAD_BALANCER).attributes().get("dns-name");
            int port = Integer.parseInt(FieldValues.of(lab(), session().state()).value("step-7.listener-port"));
            try {
                gateway = new PageGateway(work.cloud().dialer(), host, port, clock(), background);
            } catch (IOException noPort) {
                throw problem("GatewayNotStarted", "gateway", noPort);
            }
        }
        return gateway;
    }

    @Override
    public CompletableFuture<Path> way(Flow flow) {
        return CompletableFuture.supplyAsync(() -> work.cloud().way(flow)
                .orElseThrow(() -> problem("WayUnknown", "way", null)), background);
    }

    /** Its cloud as others may use it, if it is a practice cloud of this process. */
    Optional<Clouds.ServedCloud> served() {
        return work.cloud() instanceof Clouds.ServedCloud own ? Optional.of(own) : Optional.empty();
    }

    private static ProblemException problem(String code, String what, Exception cause) {
        return new ProblemException(new Problem(code, "window." + what + ".cause", "window." + what + ".remedy",
                List.of(), "", "", ""), cause);
    }

    @Override
    public void close() {
        closing.cancel();
        synchronized (this) {
            if (gateway != null) {
                try {
                    gateway.close();
                } catch (IOException failure) {
                    LOG.warn("the gateway was not closed", failure);
                }
            }
        }
        work.close();
        closed.accept(this);
    }
}
