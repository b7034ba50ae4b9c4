package endpointlab.practice.fault;

import endpointlab.practice.policy.Wildcards;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Zones;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Availability Zones that lack an instance type, for ever or for now.
 *
 * <p>Source: AWS-FACTS 2.3. Assumed: the words of {@code InsufficientInstanceCapacity} are those that public logs
 * show; a launch that leaves the zone to AWS never meets these.
 */
final class Launches {

    static final List<String> LAUNCH = List.of("ec2:RunInstances");
    static final List<String> LAUNCH_AND_OFFERINGS = List.of("ec2:RunInstances", "ec2:DescribeInstanceTypeOfferings");

    private Launches() {
    }

    /**
     * What is lacking where.
     *
     * @param types pattern of instance types
     * @param zones pattern of Availability Zones' names
     */
    record Lack(String types, String zones) {

        private boolean isMet(RunInstancesRequest request, Cloud cloud) {
            return Wildcards.match(types, String.valueOf(request.instanceTypeAsString()))
                    && zone(request, cloud).filter(zone -> Wildcards.match(zones, zone)).isPresent();
        }

        private String others(Cloud cloud) {
            return cloud.zones.all().stream().map(Zones.Zone::name).filter(name -> !Wildcards.match(zones, name))
                    .collect(Collectors.joining(", "));
        }
    }

    private static Optional<String> zone(RunInstancesRequest request, Cloud cloud) {
        Optional<String> subnet = Stream.concat(Stream.ofNullable(request.subnetId()), request.networkInterfaces()
                .stream().map(InstanceNetworkInterfaceSpecification::subnetId)).filter(id -> id != null).findFirst();
        return subnet.isPresent()
                ? cloud.world.locked(() -> cloud.world.subnets.find(subnet.get()).map(Subnet::availabilityZone))
                : Optional.ofNullable(request.placement()).map(placement -> placement.availabilityZone());
    }

    static Effect unsupported(Lack lack) {
        return new Effect() {
            @Override
            public boolean concerns(ApiCall call, Place place) {
                return !(call.request() instanceof RunInstancesRequest request)
                        || lack.isMet(request, place.cloud());
            }

            @Override
            public void before(ApiCall call, Place place) {
                if (call.request() instanceof RunInstancesRequest request) {
                    throw new AwsException("Unsupported", "Your requested instance type ("
                            + request.instanceTypeAsString() + ") is not supported in your requested Availability Zone "
                            + "(" + zone(request, place.cloud()).orElseThrow() + "). Please retry your request by not "
                            + "specifying an Availability Zone or choosing " + lack.others(place.cloud()) + ".");
                }
            }

            @Override
            public SdkPojo after(ApiCall call, SdkPojo answer, Place place) {
                return answer instanceof DescribeInstanceTypeOfferingsResponse offerings
                        ? offerings.toBuilder().instanceTypeOfferings(offerings.instanceTypeOfferings().stream()
                        .filter(one -> !Wildcards.match(lack.types(), one.instanceTypeAsString())
                                || !Wildcards.match(lack.zones(), one.location())).toList()).build() : answer;
            }
        };
    }

    static Effect withoutCapacity(Lack lack) {
        return new Effect() {
            @Override
            public boolean concerns(ApiCall call, Place place) {
                return lack.isMet((RunInstancesRequest) call.request(), place.cloud());
            }

            @Override
            public void before(ApiCall call, Place place) {
                RunInstancesRequest request = (RunInstancesRequest) call.request();
                String type = request.instanceTypeAsString();
                throw new AwsException(500, "InsufficientInstanceCapacity", "We currently do not have sufficient "
                        + type + " capacity in the Availability Zone you requested ("
                        + zone(request, place.cloud()).orElseThrow() + "). Our system will be working on provisioning "
                        + "additional capacity. You can currently get " + type + " capacity by not specifying an "
                        + "Availability Zone in your request or choosing " + lack.others(place.cloud()) + ".");
            }
        };
    }
}
