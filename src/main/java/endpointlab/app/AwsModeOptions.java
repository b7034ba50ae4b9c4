package endpointlab.app;

import endpointlab.preflight.PreflightPlan;
import picocli.CommandLine.Option;

/** Options that matter where an account is entered. */
final class AwsModeOptions {

    private static final String ANYWHERE = "anywhere";
    private static final String MY_ADDRESS = "my-address";
    private static final int MOST_VPCS = 10_000;

    @Option(names = "--mask")
    private boolean mask;

    @Option(names = "--vpc-quota")
    private String vpcQuota;

    @Option(names = "--ssh-source")
    private String sshSource = ANYWHERE;

    /** As the window has them. */
    static AwsModeOptions of(boolean sshFromOwnAddress, int vpcQuota) {
        AwsModeOptions options = new AwsModeOptions();
        options.vpcQuota = String.valueOf(vpcQuota);
        options.sshSource = sshFromOwnAddress ? MY_ADDRESS : ANYWHERE;
        return options;
    }

    /** @throws BadInput if an option can't be used */
    void check() {
        fromOwnAddress();
        vpcQuota();
    }

    /** @throws BadInput if one is given that counts only when a lab is begun in AWS */
    void refuseElsewhere() {
        check();
        if (fromOwnAddress()) {
            throw BadInput.of("aws-only", "--ssh-source");
        }
        if (vpcQuota != null) {
            throw BadInput.of("aws-only", "--vpc-quota");
        }
    }

    /** Whether the room may not see whose account it is. */
    boolean mask() {
        return mask;
    }

    /**
     * How many VPCs, and internet gateways, the account may have in the Region.
     *
     * @throws BadInput if the option is no number from 1 to {@value #MOST_VPCS}
     */
    int vpcQuota() {
        if (vpcQuota == null) {
            return PreflightPlan.USUAL_VPC_QUOTA;
        }
        if (!vpcQuota.matches("[1-9][0-9]{0,4}") || Integer.parseInt(vpcQuota) > MOST_VPCS) {
            throw BadInput.of("vpc-quota", vpcQuota, String.valueOf(MOST_VPCS));
        }
        return Integer.parseInt(vpcQuota);
    }

    /**
     * Whether SSH shall be allowed from the learner's own address alone.
     *
     * @throws BadInput if the option is neither
     */
    boolean fromOwnAddress() {
        if (!sshSource.equals(ANYWHERE) && !sshSource.equals(MY_ADDRESS)) {
            throw BadInput.of("ssh-source", sshSource);
        }
        return sshSource.equals(MY_ADDRESS);
    }
}
