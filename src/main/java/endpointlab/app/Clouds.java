package endpointlab.app;

import endpointlab.aws.AwsAccess;
import endpointlab.aws.AwsMachine;
import endpointlab.aws.MfaPrompt;
import endpointlab.clock.Pace;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Opens clouds. */
interface Clouds {

    /** Those of them that are practice clouds of this process shall do this to their user. */
    Clouds with(Trouble trouble);

    /**
     * The lab's own practice cloud, inside this process.
     *
     * @param directory where its world is kept; one that is there is gone on with
     */
    Cloud own(Path directory, String region, long seed, Pace pace);

    /** A practice cloud of another process, with credentials from the SDK's usual chain. */
    Cloud at(CloudAddress address, String region, Optional<String> profile, Pace pace);

    /**
     * The user's own account; asks nothing of it yet.
     *
     * @param socks  way into its networks, if it is a practice cloud; empty for the network that there is
     * @param pace   {@link Pace#AWS} in AWS itself
     * @param prompt asked whenever a code for MFA is needed, on any thread
     * @throws endpointlab.lab.ProblemException if the profile can't be used
     */
    Cloud account(AwsAccess access, Optional<InetSocketAddress> socks, Pace pace, AwsMachine machine,
                  MfaPrompt prompt);

    /**
     * A practice cloud that other processes may use.
     *
     * @param port      of its API; 0 for any that is free
     * @param socksPort of its practice internet; 0 for any that is free
     */
    ServedCloud serve(Path directory, String region, long seed, Pace pace, int port, int socksPort);

    /** What others must know to use a practice cloud of ours; it runs until closed. */
    interface ServedCloud extends AutoCloseable {

        String endpoint();

        String socks();

        String region();

        String accessKeyId();

        String secretAccessKey();

        @Override
        void close();
    }
}
