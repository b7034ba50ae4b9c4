package endpointlab.settings;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.InboundRule;
import endpointlab.lab.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the settings mean for the fields of a new lab. Pure. */
public final class LabWishes {

    private static final String ONE_ADDRESS = "/32";

    private LabWishes() {
    }

    /**
     * Fields whose value differs from the lab's own, by key: zones, instance types, and the source of the rules for
     * SSH. Only those are narrowed: a narrower HTTP rule would stop health checks and PrivateLink.
     */
    public static Map<String, String> values(Settings settings, Lab lab) {
        Map<String, String> values = new LinkedHashMap<>();
        for (FieldSpec field : lab.fields()) {
            String wish = wish(settings, field);
            if (!wish.equals(field.value())) {
                values.put(field.key(), wish);
            }
        }
        return values;
    }

    /**
     * Edited fields with SSH let in from one address alone.
     *
     * @param values by key, as edited so far
     */
    public static Map<String, String> withSshFrom(String address, Lab lab, Map<String, String> values) {
        Map<String, String> narrowed = new LinkedHashMap<>(values);
        lab.fields().stream().filter(field -> field.type() == FieldType.SECURITY_GROUP_RULES).forEach(field ->
                narrowed.put(field.key(), withSshOnlyFrom(address + ONE_ADDRESS,
                        values.getOrDefault(field.key(), field.value()))));
        return narrowed;
    }

    private static String wish(Settings settings, FieldSpec field) {
        if (field.type() == FieldType.AVAILABILITY_ZONE) {
            return settings.zone().isEmpty() ? field.value() : settings.zone();
        }
        if (field.type() == FieldType.INSTANCE_TYPE) {
            return settings.instanceType();
        }
        if (field.type() == FieldType.SECURITY_GROUP_RULES && settings.sshSource() == SshSource.MY_ADDRESS) {
            return withSshOnlyFrom(settings.laptopAddress() + ONE_ADDRESS, field.value());
        }
        return field.value();
    }

    private static String withSshOnlyFrom(String source, String rules) {
        List<InboundRule> narrowed = InboundRule.parseAll(rules).stream().map(rule -> rule.isSsh() ? rule.from(source)
                : rule).toList();
        return InboundRule.format(narrowed);
    }
}
