package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The attributes that a kind of resource has, with their defaults. What the practice cloud has no behaviour for can
 * be read, but not be changed from its default.
 *
 * <p>Assumed: the texts of the errors.
 */
final class Attributes {

    private final String owner;
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Map<String, Predicate<String>> changeable = new LinkedHashMap<>();

    /** @param owner for texts, such as {@code Load balancer} */
    Attributes(String owner) {
        this.owner = owner;
    }

    Attributes fixed(String key, String value) {
        defaults.put(key, value);
        return this;
    }

    /** @param valid whether a value may be set */
    Attributes changeable(String key, String value, Predicate<String> valid) {
        changeable.put(key, valid);
        return fixed(key, value);
    }

    Attributes bool(String key, boolean value) {
        return changeable(key, String.valueOf(value), text -> text.equals("true") || text.equals("false"));
    }

    /** All attributes, with what was changed. */
    Map<String, String> all(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        all.putAll(changed);
        return all;
    }

    /**
     * @return what is changed from the defaults once {@code wishes} are granted
     * @throws AwsException {@code ValidationError}, {@code UnsupportedOperation}
     */
    Map<String, String> changed(Map<String, String> before, Map<String, String> wishes) {
        Map<String, String> after = new LinkedHashMap<>(before);
        wishes.forEach((key, value) -> {
            if (!defaults.containsKey(key)) {
                throw ElbErrors.validation(owner + " attribute key '" + key + "' is not recognized");
            }
            if (!value.equals(defaults.get(key)) && !changeable.containsKey(key)) {
                throw ElbErrors.lacking("Values of " + key + " other than '" + defaults.get(key) + "'");
            }
            if (changeable.containsKey(key) && !changeable.get(key).test(value)) {
                throw ElbErrors.validation(owner + " attribute value '" + value + "' for '" + key + "' is not valid");
            }
            after.put(key, value);
        });
        return after;
    }
}
