package endpointlab.practice.machine;

import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.practice.internet.ConnectFailure;
import endpointlab.practice.internet.Connection;
import endpointlab.practice.internet.DataPlane;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The network as the programs of one machine use it. */
final class MachineNetwork {

    private static final String LOOPBACK = "127.0.0.1";

    private final Machine machine;
    private final DataPlane plane;

    MachineNetwork(Machine machine) {
        this.machine = machine;
        this.plane = machine.surroundings().plane();
    }

    /** Addresses of a name; empty if it has none. */
    List<String> resolve(String name) {
        if (name.equals("localhost")) {
            return List.of(LOOPBACK);
        }
        return name.equals(machine.fullName()) || name.equals(machine.fullName().split("\\.")[0])
                ? List.of(machine.spec().privateIp()) : plane.resolve(machine.source(), name);
    }

    /**
     * Opens a TCP connection, to the machine itself too.
     *
     * @param timeout lab time
     * @throws ConnectFailure if it could not be opened
     */
    Connection connect(String host, int port, Duration timeout) throws IOException, InterruptedException {
        String address = resolve(host).stream().findFirst().orElse(host);
        if (address.equals(MetadataService.ADDRESS) && port == 80) {
            return plane.connectWithinHost(machine.source(), machine.spec().privateIp(), address, port,
                    OptionalInt.of(machine.surroundings().metadata().port()));
        }
        if (address.startsWith("127.") || address.equals(machine.spec().privateIp())) {
            return plane.connectWithinHost(machine.source(), address, address, port,
                    plane.listeners().loopbackPort(machine.instanceId(), port));
        }
        return plane.connect(machine.source(), host, port, timeout);
    }

    /** Whether an ICMP echo is answered. Of hosts on the internet nothing is known, so they don't answer. */
    boolean answersPing(String address) {
        return address.startsWith("127.") || address.equals(machine.spec().privateIp())
                || plane.outcome(Flow.ping(machine.source(), address)) instanceof Path.Delivered;
    }
}
