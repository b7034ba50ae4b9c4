package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Registrar;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeResponse;

/**
 * Changing an attribute of an instance: this cloud lets its termination protection and its security groups change.
 *
 * <p>Source: EC2 API Reference, {@code ModifyInstanceAttribute}.
 */
final class InstanceAttributes {

    private static final String PROTECTION = "disableApiTermination";

    private final Cloud cloud;
    private final InstanceFinder finder;

    InstanceAttributes(Cloud cloud) {
        this.cloud = cloud;
        this.finder = new InstanceFinder(cloud);
    }

    void register(Registrar registrar) {
        registrar.add("ModifyInstanceAttribute", ModifyInstanceAttributeRequest::builder, this::modify);
    }

    private ModifyInstanceAttributeResponse modify(ModifyInstanceAttributeRequest request) {
        Instance instance = finder.seen(List.of(Invalid.required(request.instanceId(), "instanceId"))).get(0);
        if (request.groups().isEmpty()) {
            cloud.world.instances.put(instance.withTerminationProtection(protection(request)));
        } else {
            putInto(groups(request.groups(), instance.vpcId()), instance);
        }
        return ModifyInstanceAttributeResponse.builder().build();
    }

    private void putInto(List<String> groupIds, Instance instance) {
        cloud.world.instances.put(instance.withGroupIds(groupIds));
        cloud.world.networkInterfaces.update(instance.networkInterfaceId(), old -> old.withGroupIds(groupIds));
    }

    private List<String> groups(List<String> ids, String vpcId) {
        for (String id : ids) {
            if (!cloud.find.securityGroup(id).vpcId().equals(vpcId)) {
                throw new AwsException("InvalidGroup.NotFound",
                        "The security group '" + id + "' does not exist in VPC '" + vpcId + "'");
            }
        }
        return ids.stream().distinct().toList();
    }

    /** In a structure of its own, or as attribute and value. */
    private static boolean protection(ModifyInstanceAttributeRequest request) {
        AttributeBooleanValue value = request.disableApiTermination();
        String attribute = request.attributeAsString();
        if (value == null && attribute == null) {
            if (changesAnother(request)) {
                throw Invalid.lacking("Changes of instance attributes other than disableApiTermination and groups");
            }
            throw new AwsException("InvalidParameterCombination", "No attributes specified.");
        }
        if (value == null && !attribute.equals(PROTECTION)) {
            throw Invalid.lacking("Changes of instance attributes other than disableApiTermination and groups");
        }
        return value == null ? Boolean.parseBoolean(Invalid.required(request.value(), "value"))
                : Boolean.TRUE.equals(value.value());
    }

    private static boolean changesAnother(ModifyInstanceAttributeRequest request) {
        return !request.equals(ModifyInstanceAttributeRequest.builder().instanceId(request.instanceId())
                .dryRun(request.dryRun()).build());
    }
}
