package endpointlab.app;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.preflight.AddressLookup;
import endpointlab.probe.Dialer;
import java.util.Optional;
import java.util.OptionalLong;

/** A cloud to work in, open: its API and the way into its networks. */
interface Cloud extends AutoCloseable {

    AwsConnection aws();

    /** The way a computer on the internet would take. */
    Dialer dialer();

    /** Lab time as this cloud has it. */
    LabClock clock();

    /**
     * How long what a run did took at least, in wall milliseconds: the longest chain of the cloud's own transitions
     * that had to follow each other. Empty where the cloud doesn't tell.
     *
     * @param state of the run at its end
     */
    OptionalLong criticalPathMillis(Lab lab, LabState state);

    /** The public address that the learner's laptop has on the internet of this cloud, if that can be chosen. */
    void setLaptopAddress(String publicIp);

    /** Finds out which address this computer has on the internet of this cloud. */
    AddressLookup ownAddress();

    /** The way that a flow takes now; empty where the cloud doesn't tell. */
    Optional<Path> way(Flow flow);

    @Override
    void close();
}
