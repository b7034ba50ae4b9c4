package endpointlab.lab;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The form that a single value must have, whatever the other values are. */
final class FieldForms {

    /** Source: EC2 user guide, user data: 16 KB in raw form, before base64. */
    private static final int MAX_USER_DATA = 16_384;
    /** Source: VPC quotas, inbound rules per security group. */
    private static final int MAX_RULES = 60;
    private static final int MAX_PORT = 65_535;
    private static final int SHORTEST_INTERVAL = 5;
    private static final int LONGEST_INTERVAL = 300;
    private static final Pattern INSTANCE_TYPE = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9-]+");
    private static final Pattern AMI =
            Pattern.compile("ami-([0-9a-f]{8}|[0-9a-f]{17})|resolve:ssm:/?[A-Za-z0-9_.\\-/]+(:[A-Za-z0-9_.\\-]+)?");

    private final Regions regions;
    private final String region;

    FieldForms(Regions regions, String region) {
        this.regions = regions;
        this.region = region;
    }

    Optional<Finding> check(FieldSpec field, String value) {
        String key = field.key();
        return switch (field.type()) {
            case NAME -> NameRules.tag(key, value);
            case LOAD_BALANCER_NAME -> NameRules.loadBalancer(key, value);
            case TARGET_GROUP_NAME -> NameRules.targetGroup(key, value);
            case SECURITY_GROUP_NAME -> NameRules.securityGroup(key, value);
            case SECURITY_GROUP_DESCRIPTION -> NameRules.securityGroupDescription(key, value);
            case KEY_NAME -> NameRules.key(key, value);
            case VPC_CIDR -> BlockRules.vpc(key, value);
            case SUBNET_CIDR -> BlockRules.sized(key, value);
            case ROUTE_DESTINATION -> BlockRules.block(key, value);
            case AVAILABILITY_ZONE -> zone(key, value);
            case INSTANCE_TYPE -> matches(INSTANCE_TYPE, key, "instance-type", value);
            case AMI -> matches(AMI, key, "ami", value);
            case BOOLEAN -> value.equals("true") || value.equals("false") ? Optional.empty()
                    : Optional.of(Finding.of(key, "boolean", value));
            case PORT -> number(key, "port", value, 1, MAX_PORT);
            case HEALTH_INTERVAL -> number(key, "health-interval", value, SHORTEST_INTERVAL, LONGEST_INTERVAL);
            case USER_DATA -> userData(key, value);
            case SECURITY_GROUP_RULES -> rules(key, value);
        };
    }

    private Optional<Finding> zone(String key, String value) {
        List<String> zones = regions.zones(region);
        return zones.isEmpty() || zones.contains(value) ? Optional.empty()
                : Optional.of(Finding.of(key, "zone", value, region, String.join(", ", zones)));
    }

    private static Optional<Finding> matches(Pattern pattern, String key, String text, String value) {
        return pattern.matcher(value).matches() ? Optional.empty() : Optional.of(Finding.of(key, text, value));
    }

    private static Optional<Finding> number(String key, String text, String value, int least, int most) {
        boolean good = value.matches("[1-9][0-9]{0,4}") && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most;
        return good ? Optional.empty() : Optional.of(Finding.of(key, text, value));
    }

    private static Optional<Finding> userData(String key, String value) {
        int size = value.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_USER_DATA) {
            return Optional.of(Finding.of(key, "user-data-size", String.valueOf(size),
                    String.valueOf(MAX_USER_DATA)));
        }
        return value.startsWith("#!") ? Optional.empty() : Optional.of(Finding.of(key, "user-data-shebang"));
    }

    private static Optional<Finding> rules(String key, String value) {
        List<String> texts = InboundRule.split(value);
        if (texts.size() > MAX_RULES) {
            return Optional.of(Finding.of(key, "rules-too-many", String.valueOf(texts.size()),
                    String.valueOf(MAX_RULES)));
        }
        Set<InboundRule> seen = new HashSet<>();
        for (String text : texts) {
            try {
                if (!seen.add(InboundRule.parse(text))) {
                    return Optional.of(Finding.of(key, "rule-twice", text));
                }
            } catch (IllegalArgumentException noRule) {
                return Optional.of(Finding.of(key, "rule-form", text));
            }
        }
        return Optional.empty();
    }
}
