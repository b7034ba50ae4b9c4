package endpointlab.lab;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of a lab's fields for one run: what the learner edited, else the lab's own. Immutable.
 *
 * <p>The lab names zones of us-east-1; in another Region an unedited zone is that Region's first.
 */
public final class FieldValues {

    private static final Set<FieldType> PREFIXED = EnumSet.of(FieldType.NAME, FieldType.LOAD_BALANCER_NAME,
            FieldType.TARGET_GROUP_NAME, FieldType.SECURITY_GROUP_NAME, FieldType.KEY_NAME);

    private final Map<String, FieldSpec> specs;
    private final Map<String, String> edited;
    private final String region;
    private final String runId;
    private final String prefix;
    private final Regions regions;

    /**
     * @param runId  what {@code ${run}} becomes
     * @param prefix goes before every name; empty if none
     * @param edited by field key; may hold keys that the lab doesn't have, {@link LabValidator} finds them
     */
    public FieldValues(Lab lab, String region, String runId, String prefix, Map<String, String> edited) {
        this(byKey(lab), region, runId, prefix, Map.copyOf(edited), Regions.load());
    }

    private FieldValues(Map<String, FieldSpec> specs, String region, String runId, String prefix,
                        Map<String, String> edited, Regions regions) {
        this.specs = specs;
        this.edited = edited;
        this.region = region;
        this.runId = runId;
        this.prefix = prefix;
        this.regions = regions;
    }

    private static Map<String, FieldSpec> byKey(Lab lab) {
        Map<String, FieldSpec> specs = new LinkedHashMap<>();
        lab.fields().forEach(field -> specs.put(field.key(), field));
        return specs;
    }

    public static FieldValues of(Lab lab, LabState state) {
        return new FieldValues(lab, state.region(), state.runId(), state.prefix(), state.values());
    }

    public String region() {
        return region;
    }

    public String prefix() {
        return prefix;
    }

    /** The same with names as they stand, as if there were no prefix. */
    FieldValues withoutPrefix() {
        return new FieldValues(specs, region, runId, "", edited, regions);
    }

    public Map<String, String> edited() {
        return edited;
    }

    /**
     * What is used: the edited value or the lab's, with {@code ${run}} expanded, and the prefix before names.
     *
     * @throws IllegalArgumentException if the lab has no such field
     */
    public String value(String key) {
        FieldSpec spec = spec(key);
        String value = withoutPrefix(spec).replace("${run}", runId);
        return PREFIXED.contains(spec.type()) ? prefix + value : value;
    }

    /** The lab's own value in this run's Region, as a form shows it: without prefix, {@code ${run}} as it stands. */
    public String labValue(String key) {
        FieldSpec spec = spec(key);
        if (spec.type() == FieldType.AVAILABILITY_ZONE && !regions.zones(region).isEmpty()
                && !regions.zones(region).contains(spec.value())) {
            return regions.zones(region).get(0);
        }
        return spec.value();
    }

    private String withoutPrefix(FieldSpec spec) {
        String value = edited.get(spec.key());
        return value == null ? labValue(spec.key()) : value;
    }

    private FieldSpec spec(String key) {
        FieldSpec spec = specs.get(key);
        if (spec == null) {
            throw new IllegalArgumentException("no field " + key);
        }
        return spec;
    }
}
