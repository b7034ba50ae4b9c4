package endpointlab.settings;

import endpointlab.clock.Pace;
import endpointlab.ip.Cidr;
import endpointlab.ip.Ipv4;
import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Finding;
import endpointlab.lab.Lab;
import endpointlab.lab.LabValidator;
import endpointlab.lab.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which values of the settings can be used. A finding's field is the setting's own name, such as {@code prefix}; its
 * sentence and arguments are those of the lab's fields, so that a value is judged alike wherever it is typed.
 */
public final class SettingsRules {

    private static final String ANY_RUN = "00000000";
    /** Addresses that no packet from the internet can have. Source: RFC 6890. */
    private static final List<Cidr> NOT_ON_THE_INTERNET = List.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10",
            "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3").stream()
            .map(Cidr::parse).toList();

    private final Lab lab;
    private final LabValidator validator;
    private final Regions regions = Regions.load();

    /** @param lab whose names the prefix must fit */
    public SettingsRules(Lab lab) {
        this.lab = lab;
        this.validator = new LabValidator(lab);
    }

    public Optional<Finding> prefix(Settings settings, String value) {
        return first("prefix", settings.region(), value, Map.of());
    }

    public Optional<Finding> region(Settings settings, String value) {
        return regions.isKnown(value) ? Optional.empty() : first("region", value, "", Map.of());
    }

    /** An empty zone is the Region's own. */
    public Optional<Finding> zone(Settings settings, String value) {
        return value.isEmpty() ? Optional.empty() : of(FieldType.AVAILABILITY_ZONE, "zone", settings, value);
    }

    public Optional<Finding> instanceType(Settings settings, String value) {
        return of(FieldType.INSTANCE_TYPE, "instance-type", settings, value);
    }

    public Optional<Finding> pace(Settings settings, String value) {
        try {
            Pace.parse(value);
            return Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.of(new Finding("pace", "settings.problem.pace", List.of("pace", value)));
        }
    }

    public Optional<Finding> laptopAddress(Settings settings, String value) {
        if (!Ipv4.isValid(value)) {
            return Optional.of(new Finding("laptop-address", "settings.problem.address-form",
                    List.of("laptop-address", value)));
        }
        return NOT_ON_THE_INTERNET.stream().anyMatch(block -> block.contains(value))
                ? Optional.of(new Finding("laptop-address", "settings.problem.address-private",
                        List.of("laptop-address", value)))
                : Optional.empty();
    }

    /** What is wrong in {@code settings}; empty if a lab can be started with them. */
    public List<Finding> findings(Settings settings) {
        return Stream.of(
                        pace(settings, settings.pace()), region(settings, settings.region()),
                        zone(settings, settings.zone()), instanceType(settings, settings.instanceType()),
                        prefix(settings, settings.prefix()), laptopAddress(settings, settings.laptopAddress()))
                .flatMap(Optional::stream).toList();
    }

    private Optional<Finding> of(FieldType type, String setting, Settings settings, String value) {
        Map<String, String> values = lab.fields().stream().filter(field -> field.type() == type)
                .collect(Collectors.toMap(FieldSpec::key, field -> value));
        return first(setting, settings.region(), "", values);
    }

    private Optional<Finding> first(String setting, String region, String prefix, Map<String, String> values) {
        return validator.validate(new FieldValues(lab, region, ANY_RUN, prefix, values)).stream().findFirst()
                .map(finding -> new Finding(setting, finding.text(), named(setting, finding.arguments())));
    }

    private static List<String> named(String setting, List<String> arguments) {
        List<String> named = new ArrayList<>(arguments);
        named.set(0, setting);
        return named;
    }
}
