package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Vpc;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Registrar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AccountAttribute;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesResponse;

/** Attributes of the account. Source: EC2 API Reference, {@code DescribeAccountAttributes}. */
final class AccountOperations {

    private final Cloud cloud;

    AccountOperations(Cloud cloud) {
        this.cloud = cloud;
    }

    void register(Registrar registrar) {
        registrar.add("DescribeAccountAttributes", DescribeAccountAttributesRequest::builder, this::describe);
    }

    private DescribeAccountAttributesResponse describe(DescribeAccountAttributesRequest request) {
        Map<String, String> attributes = attributes();
        List<String> asked = request.attributeNamesAsStrings();
        for (String name : asked) {
            if (!attributes.containsKey(name)) {
                throw Invalid.value("The attribute name '" + name + "' is invalid");
            }
        }
        return DescribeAccountAttributesResponse.builder().accountAttributes(attributes.entrySet().stream()
                .filter(attribute -> asked.isEmpty() || asked.contains(attribute.getKey()))
                .map(attribute -> AccountAttribute.builder().attributeName(attribute.getKey())
                        .attributeValues(value -> value.attributeValue(attribute.getValue())).build()).toList())
                .build();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("supported-platforms", "VPC");
        attributes.put("default-vpc", cloud.world.vpcs.where(Vpc::isDefault).stream().map(Vpc::id).findFirst()
                .orElse("none"));
        attributes.put("max-instances", "20");
        attributes.put("max-elastic-ips", "5");
        attributes.put("vpc-max-elastic-ips", "5");
        attributes.put("vpc-max-security-groups-per-interface", "5");
        return attributes;
    }
}
