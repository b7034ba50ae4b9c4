package endpointlab.practice.ec2;

import endpointlab.practice.ec2.Images.Image;
import endpointlab.practice.ec2.InstanceTypes.InstanceType;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.InstanceStates;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Zones;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What RunInstances refuses.
 *
 * <p>Source: EC2 API Reference, "Error codes"; texts as seen in public logs. Assumed: a vCPU quota of 32.
 */
final class LaunchChecks {

    private static final int LARGEST_USER_DATA = 16_384;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_VCPUS = 32;

    private final Cloud cloud;
    private final SecurityGroups groups;
    private final VpcParts parts;

    LaunchChecks(Cloud cloud) {
        this.cloud = cloud;
        this.groups = new SecurityGroups(cloud);
        this.parts = new VpcParts(cloud);
    }

    static int count(Integer least, Integer most) {
        Invalid.required(least, "MinCount");
        Invalid.required(most, "MaxCount");
        if (least < 1) {
            throw Invalid.value("Value (" + least + ") for parameter minCount is invalid. It must be at least 1.");
        }
        if (least > most) {
            throw Invalid.value("Value (" + least + ") for parameter minCount is invalid. It must be less than or "
                    + "equal to maxCount (" + most + ").");
        }
        return most;
    }

    /** Assumed: code and words. */
    static void oneAddress(LaunchRequest where, int count) {
        if (where.privateIp() != null && count > 1) {
            throw Invalid.combination("A private IP address can be given to one instance only");
        }
    }

    static InstanceType type(String name, Image image) {
        Invalid.required(name, "InstanceType");
        InstanceType type = InstanceTypes.byName(name)
                .orElseThrow(() -> Invalid.value("Invalid value '" + name + "' for InstanceType."));
        if (!type.architecture().equals(image.architecture())) {
            throw Invalid.value("The architecture '" + type.architecture() + "' of the specified instance type does "
                    + "not match the architecture '" + image.architecture() + "' of the specified AMI. Specify an "
                    + "instance type and an AMI that have matching architectures, and try again. You can use "
                    + "'describe-instance-types' or 'describe-images' to discover the architecture of the instance "
                    + "type or AMI.");
        }
        return type;
    }

    static void userData(String base64) {
        if (base64 == null) {
            return;
        }
        byte[] decoded;
        try {
            decoded = Base64.getMimeDecoder().decode(strictly(base64));
        } catch (IllegalArgumentException notBase64) {
            throw new AwsException("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.");
        }
        if (decoded.length > LARGEST_USER_DATA) {
            throw Invalid.value("User data is limited to 16384 bytes");
        }
    }

    /** The MIME decoder skips what is no base64; line breaks alone may be skipped. */
    private static String strictly(String base64) {
        if (!base64.matches("[A-Za-z0-9+/=\\r\\n]*")) {
            throw new IllegalArgumentException("not base64");
        }
        return base64;
    }

    KeyPair key(String name) {
        return cloud.world.keyPairs.where(pair -> pair.keyName().equals(name)
                && cloud.find.sees(pair.createdAt())).stream().findFirst()
                .orElseThrow(() -> NotFound.keyPair(name));
    }

    Subnet subnet(LaunchRequest where, InstanceType type) {
        Subnet subnet = where.subnetId() != null ? cloud.find.subnet(where.subnetId()) : defaultSubnet(where, type);
        if (where.zone() != null && !where.zone().equals(subnet.availabilityZone())) {
            throw Invalid.value("The availability zone '" + where.zone() + "' does not match the zone of subnet '"
                    + subnet.id() + "'");
        }
        if (!type.isOfferedIn(cloud.zones.idOf(subnet.availabilityZone()))) {
            throw new AwsException("Unsupported", "Your requested instance type (" + type.name()
                    + ") is not supported in your requested Availability Zone (" + subnet.availabilityZone()
                    + "). Please retry your request by not specifying an Availability Zone or choosing "
                    + cloud.zones.all().stream().filter(zone -> type.isOfferedIn(zone.id())).map(Zones.Zone::name)
                            .collect(Collectors.joining(", ")) + ".");
        }
        return subnet;
    }

    private Subnet defaultSubnet(LaunchRequest where, InstanceType type) {
        String vpcId = groups.defaultVpc().id();
        return cloud.world.subnets.where(subnet -> subnet.vpcId().equals(vpcId) && subnet.defaultForAz()
                && (where.zone() == null ? type.isOfferedIn(cloud.zones.idOf(subnet.availabilityZone()))
                        : where.zone().equals(subnet.availabilityZone()))).stream().findFirst()
                .orElseThrow(() -> new AwsException("MissingInput",
                        "No subnets found for the default VPC '" + vpcId + "'. Please specify a subnet."));
    }

    List<String> groups(LaunchRequest where, Subnet subnet) {
        List<SecurityGroup> chosen = Stream.concat(where.groupIds().stream().map(id -> group(id, where)),
                where.groupNames().stream().map(groups::inDefaultVpc)).distinct().toList();
        for (SecurityGroup group : chosen) {
            if (!group.vpcId().equals(subnet.vpcId())) {
                throw new AwsException("InvalidParameter", "Security group " + group.id() + " and subnet "
                        + subnet.id() + " belong to different networks.");
            }
        }
        if (chosen.size() > MOST_GROUPS) {
            throw new AwsException("SecurityGroupsPerInterfaceLimitExceeded",
                    "The maximum number of security groups per interface has been reached.");
        }
        return chosen.isEmpty() ? List.of(parts.defaultGroup(subnet.vpcId()).id())
                : chosen.stream().map(SecurityGroup::id).toList();
    }

    /** Assumed: a request that describes the network interface is answered in the words for interfaces. */
    private SecurityGroup group(String id, LaunchRequest where) {
        try {
            return cloud.find.securityGroup(id);
        } catch (AwsException refused) {
            throw where.describesInterface() && refused.code().equals("InvalidGroup.NotFound")
                    ? NotFound.groupOfInterface(id) : refused;
        }
    }

    void vcpus(InstanceType type, int count) {
        int used = cloud.world.instances.where(instance ->
                        !InstanceStates.at(instance, cloud.now()).equals(InstanceStates.TERMINATED)).stream()
                .mapToInt(instance -> InstanceTypes.byName(instance.instanceType()).map(InstanceType::vcpus).orElse(0))
                .sum();
        if (used + type.vcpus() * count > MOST_VCPUS) {
            throw new AwsException("VcpuLimitExceeded", "You have requested more vCPU capacity than your current "
                    + "vCPU limit of " + MOST_VCPUS + " allows for the instance bucket that the specified instance "
                    + "type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an "
                    + "adjustment to this limit.");
        }
    }
}
