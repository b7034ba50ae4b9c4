package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.ip.Ipv4;
import endpointlab.preflight.PreflightLine.Topic;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The learner's own address, if SSH shall be allowed from there alone. */
final class AddressCheck implements Check {

    private static final Logger LOG = LoggerFactory.getLogger(AddressCheck.class);

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        if (plan.address().isEmpty()) {
            return;
        }
        try {
            String address = plan.address().get().address();
            if (!Ipv4.isValid(address)) {
                throw new IOException("no IPv4 address: " + address);
            }
            findings.address = Optional.of(address);
            findings.ok(Topic.ADDRESS, "address", address);
        } catch (IOException hidden) {
            LOG.warn("the own address can't be found out", hidden);
            findings.stop(Topic.ADDRESS, "address-unknown");
        }
    }
}
