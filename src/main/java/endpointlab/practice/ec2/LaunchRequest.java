package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Invalid;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Where and how RunInstances is to launch, whether the request says so at its top or in {@code NetworkInterface.1}.
 *
 * @param subnetId   {@code null} for the default VPC
 * @param zone       asked for by {@code Placement}; {@code null} for any
 * @param groupIds   empty for the VPC's default group
 * @param groupNames names in the default VPC
 * @param publicIp   {@code null} to follow the subnet's setting
 * @param privateIp  {@code null} for any free address
 * @param describesInterface whether the request does so in {@code NetworkInterface.1}
 */
record LaunchRequest(String subnetId, String zone, List<String> groupIds, List<String> groupNames, Boolean publicIp,
                     String privateIp, String description, boolean describesInterface) {

    /** @throws AwsException {@code InvalidParameterCombination}, {@code InvalidParameterValue} */
    static LaunchRequest of(RunInstancesRequest request) {
        refuseWhatIsMissing(request);
        String zone = zone(request.placement());
        if (request.networkInterfaces().isEmpty()) {
            return new LaunchRequest(request.subnetId(), zone, request.securityGroupIds(), request.securityGroups(),
                    null, request.privateIpAddress(), "", false);
        }
        refuseBoth(request.subnetId() != null, "subnet ID");
        refuseBoth(!request.securityGroupIds().isEmpty() || !request.securityGroups().isEmpty(), "security groups");
        refuseBoth(request.privateIpAddress() != null, "private IP address");
        InstanceNetworkInterfaceSpecification primary = primary(request.networkInterfaces());
        List<String> groups = new ArrayList<>(primary.groups());
        return new LaunchRequest(primary.subnetId(), zone, groups, List.of(), primary.associatePublicIpAddress(),
                primary.privateIpAddress(), primary.description() == null ? "" : primary.description(), true);
    }

    /** An empty name, as Terraform sends it, asks for none. */
    private static String zone(Placement placement) {
        String name = placement == null ? null : placement.availabilityZone();
        return name == null || name.isEmpty() ? null : name;
    }

    /** What AWS has and this cloud lacks is refused, so that nobody believes it was done. */
    private static void refuseWhatIsMissing(RunInstancesRequest request) {
        if (request.launchTemplate() != null || request.instanceMarketOptions() != null
                || request.iamInstanceProfile() != null) {
            throw Invalid.lacking("Launch templates, Spot Instances and instance profiles");
        }
    }

    private static void refuseBoth(boolean given, String what) {
        if (given) {
            throw Invalid.combination("Network interfaces and an instance-level " + what
                    + " may not be specified on the same request");
        }
    }

    private static InstanceNetworkInterfaceSpecification primary(List<InstanceNetworkInterfaceSpecification> all) {
        InstanceNetworkInterfaceSpecification first = all.get(0);
        if (all.size() > 1 || first.networkInterfaceId() != null) {
            throw Invalid.lacking("Existing and further network interfaces");
        }
        if (first.deviceIndex() == null || first.deviceIndex() != 0) {
            throw Invalid.combination("When specifying network interfaces, you must include a device at index 0.");
        }
        return first;
    }
}
