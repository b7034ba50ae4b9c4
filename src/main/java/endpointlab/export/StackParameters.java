package endpointlab.export;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.InboundRule;
import endpointlab.lab.ResourceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template's parameters: what a teacher is likely to change for a class, with the learner's values as defaults. */
final class StackParameters {

    private static final String PREFIX = "Prefix";
    private static final String SSH_SOURCE = "SshSource";
    private static final String BLOCK = "([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}";
    private static final int SSH = 22;
    private static final String RESOLVED = "resolve:ssm:";

    private final LabValues values;
    private final Map<String, Object> section = new LinkedHashMap<>();
    private final Map<String, String> byField = new LinkedHashMap<>();
    private final Optional<String> sshSource;

    StackParameters(LabValues values, String prefix) {
        this.values = values;
        this.sshSource = values.lab().resources().stream().filter(spec -> spec.kind().equals("security-group-rules"))
                .flatMap(spec -> InboundRule.parseAll(values.value(spec, "rules").orElse("")).stream())
                .filter(StackParameters::isSsh).map(InboundRule::source).findFirst();
        Map<String, Object> names = parameter("String", "Goes before every name, such as a student's number and -",
                prefix);
        names.put("AllowedPattern", "[A-Za-z0-9-]*");
        section.put(PREFIX, names);
        values.lab().fields().forEach(this::field);
        sshSource.ifPresent(source -> put(SSH_SOURCE, block("Who may use SSH; narrow it to your address with /32",
                source)));
        section.put("PublicKeyMaterial", parameter("String", "Your SSH public key; empty: a key pair is made and its "
                + "private half kept in Parameter Store, see the output PrivateKeyCommand", ""));
    }

    Map<String, Object> section() {
        return section;
    }

    private void field(FieldSpec field) {
        String value = values.fields().value(field.key());
        String of = user(field.key());
        switch (field.type()) {
            case VPC_CIDR, SUBNET_CIDR -> put(field, of + "Cidr", block("IPv4 block of " + of, value));
            // The endpoint's zone must be one of the service's, so there is one for both.
            case AVAILABILITY_ZONE -> put(field, "AvailabilityZone", parameter("AWS::EC2::AvailabilityZone::Name",
                    "Zone of both subnets", value));
            case INSTANCE_TYPE -> put(field, of.replaceAll("Instance$", "") + "InstanceType",
                    parameter("String", "Type of " + of, value));
            case AMI -> image(field, value);
            case BOOLEAN -> {
                if (field.key().endsWith(".acceptance-required")) {
                    Map<String, Object> acceptance = parameter("String",
                            "Whether the provider must accept the connection, see the output AcceptCommand", value);
                    acceptance.put("AllowedValues", List.of("true", "false"));
                    put(field, "AcceptanceRequired", acceptance);
                }
            }
            default -> { }
        }
    }

    private void image(FieldSpec field, String value) {
        if (value.startsWith("ami-")) {
            put(field, "ImageId", parameter("AWS::EC2::Image::Id", "AMI of both instances", value));
        } else if (value.indexOf(':', RESOLVED.length()) < 0) {
            put(field, "ImageId", parameter("AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
                    "Public parameter with the AMI of both instances", value.substring(RESOLVED.length())));
        }
    }

    private String user(String fieldKey) {
        return values.lab().resources().stream()
                .filter(spec -> spec.inputs().containsValue("${field:" + fieldKey + "}")).findFirst()
                .map(StackResources::name).orElse("");
    }

    private void put(FieldSpec field, String name, Map<String, Object> parameter) {
        put(name, parameter);
        byField.put(field.key(), name);
    }

    private void put(String name, Map<String, Object> parameter) {
        section.putIfAbsent(name, parameter);
    }

    private static Map<String, Object> block(String description, String value) {
        Map<String, Object> block = parameter("String", description, value);
        block.put("AllowedPattern", BLOCK);
        return block;
    }

    private static Map<String, Object> parameter(String type, String description, String value) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("Type", type);
        parameter.put("Description", description);
        parameter.put("Default", value);
        return parameter;
    }

    /** A field's parameter, else its value as it stands. */
    Object valueOf(String fieldKey) {
        String parameter = byField.get(fieldKey);
        return parameter == null ? text(values.fields().value(fieldKey)) : Map.of("Ref", parameter);
    }

    /** An AMI that is named with a version can't be a parameter. */
    Object image(String fieldKey) {
        return byField.containsKey(fieldKey) ? valueOf(fieldKey)
                : "{{" + values.fields().value(fieldKey) + "}}";
    }

    /** A name with the prefix before it. */
    Object name(ResourceSpec spec, String input) {
        return Map.of("Fn::Sub", "${" + PREFIX + "}" + substitutable(values.value(spec, input).orElseThrow()));
    }

    Object source(InboundRule rule) {
        return isSsh(rule) && sshSource.filter(rule.source()::equals).isPresent() ? Map.of("Ref", SSH_SOURCE)
                : rule.source();
    }

    private static boolean isSsh(InboundRule rule) {
        return rule.protocol().equals("tcp") && rule.fromPort() == SSH && rule.toPort() == SSH;
    }

    /** The stack's name stands in the place of the run's id. */
    static Object text(String value) {
        return value.contains(CliScript.RUN) || value.contains("${") ? Map.of("Fn::Sub", substitutable(value))
                : value;
    }

    /** What looks like a substitution stays as the learner wrote it. */
    private static String substitutable(String value) {
        return value.replace("${", "${!").replace(CliScript.RUN, "${AWS::StackName}");
    }
}
