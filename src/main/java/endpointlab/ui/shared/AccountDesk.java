package endpointlab.ui.shared;

import endpointlab.lab.Identity;
import endpointlab.preflight.PreflightListener;
import endpointlab.preflight.PreflightReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The way into the user's own AWS account; {@code app} puts it into practice. Futures complete on a background thread,
 * exceptionally with a {@link endpointlab.lab.ProblemException} if the learner can do something about it.
 */
public interface AccountDesk {

    /**
     * What this computer is set up with. Reads files; not for the JavaFX thread.
     *
     * @throws endpointlab.lab.ProblemException if they can't be understood
     */
    Choices choices();

    /** Opens an account and asks whose it is; makes nothing there. */
    CompletableFuture<OpenAccount> enter(Wish wish);

    /**
     * Where credentials can be taken from.
     *
     * @param environment whether access keys stand in the environment
     * @param usual       name of the profile that counts if none is named
     */
    record Choices(List<Profile> profiles, boolean environment, String usual) {

        public Choices {
            profiles = List.copyOf(profiles);
        }
    }

    /**
     * A profile of the AWS CLI.
     *
     * @param region empty if it names none
     */
    record Profile(String name, String region) {
    }

    /**
     * What shall be begun, and as whom.
     *
     * @param profile           empty for the computer's usual credentials
     * @param sshFromOwnAddress whether SSH shall be allowed from the learner's own address alone
     * @param vpcQuota          how many VPCs the account may have in the Region; internet gateways have the same quota
     */
    record Wish(String profile, LabDesk.NewLab lab, boolean sshFromOwnAddress, int vpcQuota) {
    }

    /** An account that is open, with a lab that could be begun in it. */
    interface OpenAccount extends AutoCloseable {

        Identity identity();

        /**
         * Looks at all that can be known before anything is spent.
         *
         * @param listener told on a background thread
         */
        CompletableFuture<PreflightReport> preflight(PreflightListener listener);

        /** Begins the lab as the last preflight found to be right; closing the lab closes the account. */
        CompletableFuture<OpenLab> begin();

        /** All labs in the account and Region, found by their tags, whichever machine made them. */
        CompletableFuture<List<LeftLab>> labs();

        /**
         * Cleans up labs, one after the other. A lab that somebody works on at this computer is refused; one that
         * fails doesn't stop the others.
         *
         * @param runIds of labs that were found last
         */
        Sweeping sweep(List<String> runIds, SweepListener listener);

        /**
         * Leaves the account unless a lab has been begun in it; what is being looked at is given up, and clean-up is
         * cancelled.
         */
        @Override
        void close();
    }

    /** Labs being cleaned up. */
    interface Sweeping {

        /** Completes when nothing more is done. */
        CompletableFuture<Void> ended();

        /** Begins nothing more; what is under way ends soon, and the next clean-up goes on from there. */
        void cancel();
    }
}
