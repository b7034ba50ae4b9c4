package endpointlab.ui.cleanup;

import endpointlab.ui.shared.ResourceIcon;
import java.util.Optional;

/** The icon of a kind of resource. */
final class KindIcons {

    private KindIcons() {
    }

    static Optional<ResourceIcon> of(String kind) {
        return Optional.ofNullable(switch (kind) {
            case "vpc" -> ResourceIcon.VPC;
            case "subnet" -> ResourceIcon.PUBLIC_SUBNET;
            case "internet-gateway" -> ResourceIcon.INTERNET_GATEWAY;
            case "route-table" -> ResourceIcon.ROUTE_TABLE;
            case "security-group" -> ResourceIcon.SECURITY_GROUP;
            case "instance" -> ResourceIcon.EC2_INSTANCE;
            case "load-balancer", "target-group" -> ResourceIcon.NETWORK_LOAD_BALANCER;
            case "endpoint-service" -> ResourceIcon.PRIVATELINK;
            case "vpc-endpoint" -> ResourceIcon.VPC_ENDPOINT;
            default -> null;
        });
    }
}
