package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.preflight.PreflightLine.Topic;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;

/**
 * One Availability Zone that has all that the lab needs, for both subnets. AWS tells which zones are open to the
 * account, where an instance type is offered, and where endpoints can lie: where those of AWS's own load balancing
 * service can. Assumed: a load balancer can lie there, too; of a zone where it can't AWS tells only when one is made
 * ({@code AvailabilityZoneNotSupported}).
 */
final class ZoneCheck implements Check {

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        List<String> types = plan.values(FieldType.INSTANCE_TYPE);
        List<Set<String>> offered = types.stream().map(type -> offered(aws, type)).toList();
        Set<String> privateLink = withPrivateLink(aws);
        findings.zones = zones(aws).stream().filter(zone -> offered.stream()
                        .allMatch(places -> places.contains(zone.name())))
                .filter(zone -> privateLink.isEmpty() || privateLink.contains(zone.name())).toList();
        List<String> wanted = plan.values(FieldType.AVAILABILITY_ZONE);
        String all = String.join(", ", findings.zones.stream().map(ZoneCheck::text).toList());
        if (findings.zones.isEmpty()) {
            findings.stop(Topic.ZONE, "zone-none", String.join(", ", types), plan.state().region());
            return;
        }
        Optional<Zone> chosen = findings.zones.stream().filter(zone -> wanted.equals(List.of(zone.name()))).findFirst();
        findings.zone = chosen.or(() -> Optional.of(findings.zones.get(0)));
        if (chosen.isPresent()) {
            findings.ok(Topic.ZONE, "zone", chosen.get().name(), chosen.get().id(), all);
        } else if (plan.lab().fields().stream().filter(field -> field.type() == FieldType.AVAILABILITY_ZONE)
                .map(FieldSpec::key).anyMatch(plan.state().values()::containsKey)) {
            findings.stop(Topic.ZONE, "zone-unfit", String.join(", ", wanted), String.join(", ", types), all);
        } else {
            findings.warn(Topic.ZONE, "zone-instead", String.join(", ", wanted), String.join(", ", types),
                    text(findings.zone.get()));
        }
    }

    private static List<Zone> zones(AwsCaller aws) {
        return aws.read(DescribeAvailabilityZonesRequest.builder().filters(
                        filter("zone-type", "availability-zone"), filter("state", "available"),
                        filter("opt-in-status", "opt-in-not-required", "opted-in")).build(),
                aws.ec2()::describeAvailabilityZones).availabilityZones().stream()
                .map(zone -> new Zone(zone.zoneName(), zone.zoneId())).sorted(Comparator.comparing(Zone::name)).toList();
    }

    private static Set<String> offered(AwsCaller aws, String type) {
        Set<String> zones = new HashSet<>();
        String token = null;
        do {
            var page = aws.read(DescribeInstanceTypeOfferingsRequest.builder()
                    .locationType(LocationType.AVAILABILITY_ZONE).filters(filter("instance-type", type))
                    .nextToken(token).build(), aws.ec2()::describeInstanceTypeOfferings);
            page.instanceTypeOfferings().stream().map(InstanceTypeOffering::location).forEach(zones::add);
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
        return zones;
    }

    /** Empty if AWS doesn't tell. */
    private static Set<String> withPrivateLink(AwsCaller aws) {
        String service = "com.amazonaws." + aws.region() + ".elasticloadbalancing";
        return Pages.of(token -> aws.read(DescribeVpcEndpointServicesRequest.builder()
                                .filters(filter("owner", "amazon"), filter("service-type", "Interface"))
                                .nextToken(token).build(), aws.ec2()::describeVpcEndpointServices),
                        page -> page.nextToken()).stream().flatMap(page -> page.serviceDetails().stream())
                .filter(one -> one.serviceName().endsWith(service))
                .flatMap(one -> one.availabilityZones().stream()).collect(Collectors.toSet());
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    private static String text(Zone zone) {
        return zone.name() + " (" + zone.id() + ")";
    }
}
