package endpointlab.practice.machine;

import endpointlab.network.Flow;
import endpointlab.practice.machine.MachineState.Stage;
import endpointlab.userdata.BaseSystem;
import endpointlab.userdata.FileEntry;
import endpointlab.userdata.FileTree;
import endpointlab.userdata.Services;
import endpointlab.userdata.WebServer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine: its disk, console and services, and the real servers behind those that listen. */
final class Machine implements AutoCloseable {

    static final int SSH_PORT = 22;
    static final int HTTP_PORT = 80;

    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final MachineSpec spec;
    private final Timeline timeline;
    private final HostKeys hostKeys;
    private final Surroundings surroundings;
    private final FileTree files;
    private final Services services;
    private final Console console;
    private final Map<String, FileEntry> beforeUserData;
    private volatile Stage stage;
    private volatile Future<?> nextEvent;
    private volatile boolean off;
    private volatile long saved = -1;
    private volatile String consoleAtStage;
    private volatile MachineSshServer sshServer;
    private volatile MachineWebServer webServer;

    Machine(MachineState state, HostKeys hostKeys, Surroundings surroundings) {
        this.spec = state.spec();
        this.timeline = state.timeline();
        this.hostKeys = hostKeys;
        this.surroundings = surroundings;
        this.files = new FileTree(state.files());
        this.beforeUserData = state.files();
        this.services = BaseSystem.services(this::switchService);
        this.console = new Console(state.console());
        this.stage = state.stage();
        this.consoleAtStage = state.console();
    }

    /** The state of a machine that has never been switched on. */
    static MachineState brandNew(MachineSpec spec, Timeline timeline) {
        FileTree files = BaseSystem.files(fullName(spec.privateIp()), spec.runningAt());
        AuthorizedKeys.install(files, spec.publicKey(), spec.runningAt());
        return new MachineState(spec, timeline, Stage.OFF, files.entries(), List.of(), "");
    }

    static String fullName(String privateIp) {
        return "ip-" + privateIp.replace('.', '-') + ".ec2.internal";
    }

    /** Goes on booting where it stopped, with the services that ran. */
    void switchOn(List<Services.Service> kept) {
        for (Services.Service service : kept) {
            services.add(service.stopped());
            services.enable(service.name(), service.enabled());
            if (service.active()) {
                services.start(service.name(), service.since());
            }
        }
        new Boot(this, surroundings).resume();
    }

    MachineSpec spec() {
        return spec;
    }

    Timeline timeline() {
        return timeline;
    }

    HostKeys hostKeys() {
        return hostKeys;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    FileTree files() {
        return files;
    }

    Services services() {
        return services;
    }

    Console console() {
        return console;
    }

    Stage stage() {
        return stage;
    }

    void reach(Stage next) {
        consoleAtStage = console.text();
        stage = next;
    }

    boolean isOff() {
        return off;
    }

    String instanceId() {
        return spec.instanceId();
    }

    String fullName() {
        return fullName(spec.privateIp());
    }

    /** The machine as the source of a connection. */
    Flow.FromInstance source() {
        return new Flow.FromInstance(spec.instanceId());
    }

    Instant now() {
        return surroundings.scheduler().clock().now();
    }

    /** What happens next to it; ended when it is switched off. */
    void expect(Future<?> event) {
        nextEvent = event;
        if (off) {
            event.cancel(true);
        }
    }

    /** Called with the lock of the services held, so never twice at the same time. */
    private boolean switchService(String service, boolean active) {
        try {
            if (service.equals("sshd")) {
                switchSsh(active);
            } else if (WebServer.named(service).isPresent()) {
                switchWeb(WebServer.named(service).get(), active);
            }
            return true;
        } catch (IOException failed) {
            LOG.error("{} of {} can't be switched", service, spec.instanceId(), failed);
            return false;
        }
    }

    private void switchSsh(boolean active) throws IOException {
        if (!active || off) {
            // As on Linux, sessions that are open go on.
            surroundings.plane().listeners().close(spec.instanceId(), SSH_PORT);
            return;
        }
        if (sshServer == null) {
            sshServer = MachineSshServer.start(this);
        }
        surroundings.plane().listeners().open(spec.instanceId(), SSH_PORT, sshServer.port());
    }

    private void switchWeb(WebServer kind, boolean active) throws IOException {
        if (active && !off) {
            webServer = MachineWebServer.start(this, kind);
            surroundings.plane().listeners().open(spec.instanceId(), HTTP_PORT, webServer.port());
        } else if (webServer != null) {
            surroundings.plane().listeners().close(spec.instanceId(), HTTP_PORT);
            webServer.close();
        }
    }

    private long version() {
        return files.changes() + services.changes() + console.changes() + stage.ordinal();
    }

    /** Writes its state if it has changed since it was last written. */
    synchronized void save() throws IOException {
        long version = version();
        if (version == saved || off) {
            return;
        }
        surroundings.store().save(state());
        saved = version;
    }

    /** While user data runs its disk is kept as it was before, since the script starts anew after an interruption. */
    private MachineState state() {
        boolean booted = stage == Stage.BOOTED;
        List<Services.Service> kept = new ArrayList<>(services.all().values());
        kept.removeIf(service -> !booted && WebServer.named(service.name()).isPresent());
        return new MachineState(spec, timeline, stage, booted ? files.entries() : beforeUserData, kept,
                booted ? console.text() : consoleAtStage);
    }

    /** Switches it off: ports close, connections end, what runs on it is interrupted. */
    @Override
    public void close() {
        synchronized (this) {
            // Whoever is saving has finished, and nobody saves from now on.
            off = true;
        }
        Future<?> event = nextEvent;
        if (event != null) {
            event.cancel(true);
        }
        surroundings.plane().cut(spec.instanceId());
        for (Services.Service service : services.all().values()) {
            services.stop(service.name(), now());
        }
        if (sshServer != null) {
            sshServer.close();
        }
    }
}
