package endpointlab.practice.machine;

import endpointlab.network.Flow;
import java.util.OptionalInt;

/**
 * The machines of the practice cloud as the EC2 and ELB operations see them. Calls return at once; booting goes on
 * in the background on the lab clock.
 */
public interface Machines {

    /** An instance was launched: boot a machine for it. */
    void launch(MachineSpec spec);

    /** Its instance is being terminated: power it off, close its ports, forget its disk. */
    void terminate(String instanceId);

    /** What its serial console has printed so far; empty before the kernel started and for unknown machines. */
    String consoleOutput(String instanceId);

    /** Whether a process of the machine accepts TCP connections on the port now. */
    boolean isListening(String instanceId, int port);

    /**
     * Asks for a page as a load balancer's HTTP health check does, over a connection of the practice internet.
     *
     * @param path with the query, if any
     * @return the HTTP status of the answer; empty if nobody answers the connection at once, or not in HTTP
     */
    OptionalInt httpStatus(Flow flow, String path);
}
