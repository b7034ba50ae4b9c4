package endpointlab.practice.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question to a policy: may this action be taken on this resource? A call asks as many as it has resources.
 *
 * @param action   as IAM names it, such as {@code ec2:CreateVpc}
 * @param resource ARN; with {@code *} for the id of what is yet to be made; {@code *} if the action knows no resources
 * @param context  condition keys, whatever their case, and their values
 */
public record Authorization(String action, String resource, Map<String, List<String>> context) {

    static final String ANY = "*";

    public Authorization {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(context);
        context = sorted;
    }

    /** Empty if the question comes without that key. */
    List<String> values(String key) {
        return context.getOrDefault(key, List.of());
    }

    boolean has(String key) {
        return context.containsKey(key);
    }
}
