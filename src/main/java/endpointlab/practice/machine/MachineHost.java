package endpointlab.practice.machine;

import endpointlab.practice.internet.InternetHosts;
import endpointlab.practice.world.Transition;
import endpointlab.userdata.FileTree;
import endpointlab.userdata.Host;
import endpointlab.userdata.Services;
import java.time.Duration;
import java.time.Instant;

/** A machine as a shell on it sees it. */
final class MachineHost implements Host {

    /** Assumed: dnf tries its mirrors four times, half a minute each, before it gives up. */
    private static final int REPOSITORY_ATTEMPTS = 4;
    private static final Duration REPOSITORY_TIMEOUT = Duration.ofSeconds(30);

    private final Machine machine;
    private final HostTime time;
    private int fetches;

    /** The clock that a shell goes by. */
    interface HostTime {

        Instant now();

        void pause(Duration lab) throws InterruptedException;
    }

    MachineHost(Machine machine, HostTime time) {
        this.machine = machine;
        this.time = time;
    }

    /** As for somebody who is logged in: time is the lab's. */
    static MachineHost live(Machine machine) {
        return new MachineHost(machine, new HostTime() {
            @Override
            public Instant now() {
                return machine.now();
            }

            @Override
            public void pause(Duration lab) throws InterruptedException {
                machine.surroundings().scheduler().clock().sleep(lab);
            }
        });
    }

    @Override
    public String fullName() {
        return machine.fullName();
    }

    @Override
    public String address() {
        return machine.spec().privateIp();
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Instant bootedAt() {
        return machine.timeline().kernelAt();
    }

    @Override
    public void pause(Duration lab) throws InterruptedException {
        time.pause(lab);
    }

    /** Asks whether the mirrors can be reached at each attempt, so a route that comes meanwhile helps. */
    @Override
    public boolean fetchFromRepository(String what) throws InterruptedException {
        Duration download = machine.surroundings().timing().draw(Transition.PACKAGE_INSTALL,
                address() + " " + ++fetches + " " + what, machine.instanceId());
        for (int attempt = 0; attempt < REPOSITORY_ATTEMPTS; attempt++) {
            if (machine.surroundings().plane().reachesInternet(machine.source(), repositoryHost(), 443)) {
                time.pause(download);
                return true;
            }
            time.pause(REPOSITORY_TIMEOUT);
        }
        return false;
    }

    @Override
    public String repositoryHost() {
        return InternetHosts.packageMirror(machine.surroundings().region());
    }

    @Override
    public FileTree files() {
        return machine.files();
    }

    @Override
    public Services services() {
        return machine.services();
    }
}
