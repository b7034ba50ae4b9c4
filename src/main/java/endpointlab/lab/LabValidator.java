package endpointlab.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at all values of a run before anything is called. Stateless but for the lab and safe for any thread. */
public final class LabValidator {

    private final Lab lab;
    private final Regions regions = Regions.load();

    public LabValidator(Lab lab) {
        this.lab = lab;
    }

    /** What is wrong with the values, in the lab's order; empty if they can be used. */
    public List<Finding> validate(FieldValues values) {
        Optional<Finding> prefix = NameRules.prefix(values.prefix());
        if (prefix.isPresent()) {
            List<Finding> findings = new ArrayList<>(prefix.stream().toList());
            findings.addAll(validate(values.withoutPrefix()));
            return findings;
        }
        List<Finding> findings = new ArrayList<>();
        region(values.region()).ifPresent(findings::add);
        values.edited().keySet().stream().sorted().filter(key -> !isField(key)).forEach(key -> findings.add(
                Finding.of(key, "unknown-field", ClosestName.to(key, keys()))));
        Map<String, Finding> forms = forms(values);
        for (FieldSpec field : lab.fields()) {
            Optional.ofNullable(forms.get(field.key())).or(() -> within(field, values, forms))
                    .ifPresent(findings::add);
        }
        if (forms.isEmpty()) {
            new EndpointZoneRule(lab).check(values).ifPresent(findings::add);
        }
        return findings;
    }

    /** What is wrong with the name of a Region; empty if it can be used. */
    public Optional<Finding> region(String region) {
        return regions.isKnown(region) ? Optional.empty() : Optional.of(
                Finding.of("region", "region", region, ClosestName.to(region, regions.names())));
    }

    private Map<String, Finding> forms(FieldValues values) {
        FieldForms forms = new FieldForms(regions, values.region());
        Map<String, Finding> found = new LinkedHashMap<>();
        for (FieldSpec field : lab.fields()) {
            forms.check(field, values.value(field.key())).ifPresent(finding -> found.put(field.key(), finding));
        }
        return found;
    }

    private static Optional<Finding> within(FieldSpec field, FieldValues values, Map<String, Finding> forms) {
        if (field.within() == null || forms.containsKey(field.key()) || forms.containsKey(field.within())) {
            return Optional.empty();
        }
        return BlockRules.within(field.key(), values.value(field.key()), field.within(),
                values.value(field.within()));
    }

    private List<String> keys() {
        return lab.fields().stream().map(FieldSpec::key).toList();
    }

    private boolean isField(String key) {
        return keys().contains(key);
    }
}
