package endpointlab.ui.wizard;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.util.Optional;

/** Where the handshake between customer and provider stands. Pure. */
public final class Acceptance {

    private static final String ENDPOINT = "vpc-endpoint";

    private Acceptance() {
    }

    /** The endpoint whose connection request waits for the provider; empty if none does. */
    public static Optional<ResourceSpec> pending(Lab lab, LabState state) {
        return endpoint(lab).filter(spec -> {
            ResourceState endpoint = state.resource(spec.id());
            return endpoint.status() == ResourceStatus.WAITING && "pendingAcceptance".equals(endpoint.awsState());
        });
    }

    /** The endpoint whose connection request the provider rejected; empty if none was. */
    public static Optional<ResourceSpec> rejected(Lab lab, LabState state) {
        return endpoint(lab).filter(spec -> {
            ResourceState endpoint = state.resource(spec.id());
            return endpoint.status() == ResourceStatus.FAILED && "rejected".equals(endpoint.awsState());
        });
    }

    private static Optional<ResourceSpec> endpoint(Lab lab) {
        return lab.resources().stream().filter(spec -> spec.kind().equals(ENDPOINT)).findFirst();
    }
}
