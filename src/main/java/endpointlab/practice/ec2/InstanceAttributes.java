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
 * Changing an attribute of an instance; termination protection is the one that this cloud lets change.
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
        cloud.world.instances.put(instance.withTerminationProtection(protection(request)));
        return ModifyInstanceAttributeResponse.builder().build();
    }

    /** In a structure of its own, or as attribute and value. */
    private static boolean protection(ModifyInstanceAttributeRequest request) {
        AttributeBooleanValue value = request.disableApiTermination();
        String attribute = request.attributeAsString();
        if (value == null && attribute == null) {
            if (changesAnother(request)) {
                throw Invalid.lacking("Changes of instance attributes other than disableApiTermination");
            }
            throw new AwsException("InvalidParameterCombination", "No attributes specified.");
        }
        if (value == null && !attribute.equals(PROTECTION)) {
            throw Invalid.lacking("Changes of instance attributes other than disableApiTermination");
        }
        return value == null ? Boolean.parseBoolean(Invalid.required(request.value(), "value"))
                : Boolean.TRUE.equals(value.value());
    }

    private static boolean changesAnother(ModifyInstanceAttributeRequest request) {
        return !request.equals(ModifyInstanceAttributeRequest.builder().instanceId(request.instanceId())
                .dryRun(request.dryRun()).build());
    }
}
