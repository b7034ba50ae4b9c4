package endpointlab.lab;

import java.util.Optional;

/**
 * An endpoint's subnet must lie in a zone in which the service's load balancer has a node, else CreateVpcEndpoint
 * refuses it. Which fields that concerns follows from the lab's references.
 *
 * <p>Source: PrivateLink guide, considerations for endpoint services: an endpoint can only be made in Availability
 * Zones that the service supports.
 */
final class EndpointZoneRule {

    private final Lab lab;

    EndpointZoneRule(Lab lab) {
        this.lab = lab;
    }

    Optional<Finding> check(FieldValues values) {
        return lab.resources().stream().filter(spec -> spec.kind().equals("vpc-endpoint"))
                .flatMap(endpoint -> check(endpoint, values).stream()).findFirst();
    }

    private Optional<Finding> check(ResourceSpec endpoint, FieldValues values) {
        Optional<String> endpointZone = follow(endpoint, "subnet").flatMap(subnet -> field(subnet, "az"));
        Optional<String> serviceZone = follow(endpoint, "service-name")
                .flatMap(service -> follow(service, "load-balancer"))
                .flatMap(loadBalancer -> follow(loadBalancer, "subnet")).flatMap(subnet -> field(subnet, "az"));
        if (endpointZone.isEmpty() || serviceZone.isEmpty()
                || values.value(endpointZone.get()).equals(values.value(serviceZone.get()))) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(endpointZone.get(), "endpoint-zone", values.value(endpointZone.get()),
                serviceZone.get(), values.value(serviceZone.get())));
    }

    private Optional<ResourceSpec> follow(ResourceSpec spec, String input) {
        return input(spec, input) instanceof Input.ResourceReference other
                ? Optional.of(lab.resource(other.resourceId())) : Optional.empty();
    }

    private static Optional<String> field(ResourceSpec spec, String input) {
        return input(spec, input) instanceof Input.FieldReference field ? Optional.of(field.key())
                : Optional.empty();
    }

    private static Input input(ResourceSpec spec, String name) {
        return Input.parse(spec.inputs().getOrDefault(name, ""));
    }
}
