package endpointlab.export;

import endpointlab.lab.InboundRule;
import endpointlab.lab.Input;
import endpointlab.lab.ResourceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lab's resources as CloudFormation has them. */
final class StackResources {

    /** CloudFormation has these as properties of others. */
    private static final List<String> INSIDE_OTHERS = List.of("security-group-rules", "target");

    private final LabValues values;
    private final StackParameters parameters;

    StackResources(LabValues values, StackParameters parameters) {
        this.values = values;
        this.parameters = parameters;
    }

    /** {@code service-vpc} becomes {@code ServiceVpc}. */
    static String name(String specId) {
        return Arrays.stream(specId.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    static String name(ResourceSpec spec) {
        return name(spec.id());
    }

    /** Empty if CloudFormation has it as a property of another resource. */
    Optional<Map<String, Object>> of(ResourceSpec spec) {
        if (INSIDE_OTHERS.contains(spec.kind())) {
            return Optional.empty();
        }
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", type(spec.kind()));
        List<String> after = spec.after().stream().map(values.lab()::resource)
                .filter(other -> !INSIDE_OTHERS.contains(other.kind())).map(StackResources::name).toList();
        if (!after.isEmpty()) {
            resource.put("DependsOn", after);
        }
        Map<String, Object> properties = properties(spec);
        if (!properties.isEmpty()) {
            resource.put("Properties", properties);
        }
        return Optional.of(resource);
    }

    private static String type(String kind) {
        return switch (kind) {
            case "vpc" -> "AWS::EC2::VPC";
            case "internet-gateway" -> "AWS::EC2::InternetGateway";
            case "internet-gateway-attachment" -> "AWS::EC2::VPCGatewayAttachment";
            case "subnet" -> "AWS::EC2::Subnet";
            case "route-table" -> "AWS::EC2::RouteTable";
            case "route-table-association" -> "AWS::EC2::SubnetRouteTableAssociation";
            case "route" -> "AWS::EC2::Route";
            case "key-pair" -> "AWS::EC2::KeyPair";
            case "security-group" -> "AWS::EC2::SecurityGroup";
            case "instance" -> "AWS::EC2::Instance";
            case "load-balancer" -> "AWS::ElasticLoadBalancingV2::LoadBalancer";
            case "target-group" -> "AWS::ElasticLoadBalancingV2::TargetGroup";
            case "listener" -> "AWS::ElasticLoadBalancingV2::Listener";
            case "endpoint-service" -> "AWS::EC2::VPCEndpointService";
            case "endpoint-service-permission" -> "AWS::EC2::VPCEndpointServicePermissions";
            case "vpc-endpoint" -> "AWS::EC2::VPCEndpoint";
            default -> throw new IllegalArgumentException("no CloudFormation type for kind " + kind);
        };
    }

    private Map<String, Object> properties(ResourceSpec spec) {
        Properties own = new Properties(spec);
        return switch (spec.kind()) {
            case "vpc" -> own.put("CidrBlock", "cidr").tags().map();
            case "internet-gateway" -> own.tags().map();
            case "internet-gateway-attachment" ->
                    own.put("VpcId", "vpc").put("InternetGatewayId", "internet-gateway").map();
            case "subnet" -> own.put("VpcId", "vpc").put("AvailabilityZone", "az").put("CidrBlock", "cidr").tags().map();
            case "route-table" -> own.put("VpcId", "vpc").tags().map();
            case "route-table-association" -> own.put("RouteTableId", "route-table").put("SubnetId", "subnet").map();
            case "route" -> own.put("RouteTableId", "route-table").put("DestinationCidrBlock", "destination")
                    .put("GatewayId", "internet-gateway").map();
            case "key-pair" -> keyPair(own);
            case "security-group" -> own.set("GroupName", parameters.name(spec, "group-name"))
                    .put("GroupDescription", "description").put("VpcId", "vpc")
                    .setUnlessEmpty("SecurityGroupIngress", rules(spec)).map();
            case "instance" -> instance(own);
            case "load-balancer" -> own.set("Name", parameters.name(spec, "name")).set("Type", "network")
                    .put("Scheme", "scheme").set("IpAddressType", "ipv4").set("Subnets", List.of(own.value("subnet")))
                    .tags().map();
            case "target-group" -> own.set("Name", parameters.name(spec, "name")).set("Protocol", "TCP")
                    .number("Port", "port").put("VpcId", "vpc").set("TargetType", "instance")
                    .number("HealthCheckIntervalSeconds", "health-interval")
                    .setUnlessEmpty("Targets", targets(spec)).tags().map();
            case "listener" -> own.put("LoadBalancerArn", "load-balancer").set("Protocol", "TCP")
                    .number("Port", "port").set("DefaultActions", List.of(ordered("Type", "forward",
                            "TargetGroupArn", own.value("target-group")))).map();
            case "endpoint-service" -> own.set("NetworkLoadBalancerArns", List.of(own.value("load-balancer")))
                    .put("AcceptanceRequired", "acceptance-required").tags().map();
            case "endpoint-service-permission" -> own.put("ServiceId", "endpoint-service")
                    .set("AllowedPrincipals", List.of(own.value("principal"))).map();
            default -> own.set("VpcEndpointType", "Interface").put("ServiceName", "service-name").put("VpcId", "vpc")
                    .set("SubnetIds", List.of(own.value("subnet")))
                    .set("SecurityGroupIds", List.of(own.value("security-group"))).set("PrivateDnsEnabled", false)
                    .tags().map();
        };
    }

    private Map<String, Object> keyPair(Properties own) {
        Object nothing = Map.of("Ref", "AWS::NoValue");
        return own.set("KeyName", parameters.name(own.spec, "key-name"))
                .set("KeyType", Map.of("Fn::If", List.of("HasPublicKey", nothing, "ed25519")))
                .set("PublicKeyMaterial",
                        Map.of("Fn::If", List.of("HasPublicKey", Map.of("Ref", "PublicKeyMaterial"), nothing))).map();
    }

    private Map<String, Object> instance(Properties own) {
        String ami = ((Input.FieldReference) Input.parse(own.spec.inputs().get("ami"))).key();
        own.set("ImageId", parameters.image(ami)).put("InstanceType", "instance-type").put("KeyName", "key-name")
                .set("NetworkInterfaces", List.of(ordered("DeviceIndex", "0", "SubnetId", own.value("subnet"),
                        "GroupSet", List.of(own.value("security-group")), "AssociatePublicIpAddress",
                        Boolean.parseBoolean(values.value(own.spec, "public-ip").orElse("false")))));
        values.value(own.spec, "user-data").filter(script -> !script.isEmpty())
                .ifPresent(script -> own.set("UserData", Map.of("Fn::Base64", StackParameters.text(script))));
        return own.set("PropagateTagsToVolumeOnCreation", true).tags().map();
    }

    private List<Object> rules(ResourceSpec group) {
        List<Object> rules = new ArrayList<>();
        insideOf(group, "security-group-rules", "security-group").forEach(spec ->
                InboundRule.parseAll(values.value(spec, "rules").orElse("")).stream().distinct()
                        .forEach(rule -> rules.add(rule(rule))));
        return rules;
    }

    private Map<String, Object> rule(InboundRule rule) {
        return rule.protocol().equals("-1") ? ordered("IpProtocol", "-1", "CidrIp", parameters.source(rule))
                : ordered("IpProtocol", rule.protocol(), "FromPort", rule.fromPort(), "ToPort", rule.toPort(),
                        "CidrIp", parameters.source(rule));
    }

    private List<Object> targets(ResourceSpec group) {
        return insideOf(group, "target", "target-group").stream().map(spec -> (Object) ordered(
                "Id", new Properties(spec).value("instance"),
                "Port", Integer.valueOf(values.value(spec, "port").orElseThrow()))).toList();
    }

    private List<ResourceSpec> insideOf(ResourceSpec other, String kind, String input) {
        return values.lab().resources().stream().filter(spec -> spec.kind().equals(kind))
                .filter(spec -> values.referred(spec, input).equals(other)).toList();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** Collects a resource's properties in order. */
    private final class Properties {

        private final ResourceSpec spec;
        private final Map<String, Object> map = new LinkedHashMap<>();

        Properties(ResourceSpec spec) {
            this.spec = spec;
        }

        Map<String, Object> map() {
            return map;
        }

        Properties set(String property, Object value) {
            map.put(property, value);
            return this;
        }

        Properties setUnlessEmpty(String property, List<?> value) {
            return value.isEmpty() ? this : set(property, value);
        }

        Properties put(String property, String input) {
            return set(property, value(input));
        }

        Properties number(String property, String input) {
            return set(property, Integer.valueOf(values.value(spec, input).orElseThrow()));
        }

        Properties tags() {
            return set("Tags", List.of(ordered("Key", "Name", "Value", parameters.name(spec,
                    spec.inputs().containsKey("name") ? "name" : "group-name"))));
        }

        Object value(String input) {
            Input parsed = Input.parse(spec.inputs().get(input));
            if (parsed instanceof Input.ResourceReference reference) {
                return reference.attribute().equals("service-name")
                        ? Map.of("Fn::Sub", "com.amazonaws.vpce.${AWS::Region}.${" + name(reference.resourceId()) + "}")
                        : Map.of("Ref", name(reference.resourceId()));
            }
            if (parsed instanceof Input.FieldReference field) {
                return parameters.valueOf(field.key());
            }
            return parsed instanceof Input.AccountRootArn
                    ? Map.of("Fn::Sub", "arn:${AWS::Partition}:iam::${AWS::AccountId}:root")
                    : StackParameters.text(((Input.Literal) parsed).value());
        }
    }
}
