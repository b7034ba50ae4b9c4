package endpointlab.practice.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * One line of a statement's {@code Condition}: an operator, a key and the values that it is compared with.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Multivalued context keys".
 *
 * @param quantifier how many of a key's several values must fit
 * @param test       the operator without its quantifier and {@code IfExists}
 * @param ifExists   whether a question without the key passes
 */
record Condition(Quantifier quantifier, Test test, boolean ifExists, String key, List<String> values) {

    enum Quantifier {
        SINGLE, ALL, ANY
    }

    /** What one value of the question is held against one value of the policy with. */
    enum Test {
        STRING_EQUALS("StringEquals", false, (policy, asked) -> policy.equals(asked)),
        STRING_NOT_EQUALS("StringNotEquals", true, (policy, asked) -> policy.equals(asked)),
        STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, (policy, asked) -> policy.equalsIgnoreCase(asked)),
        STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true,
                (policy, asked) -> policy.equalsIgnoreCase(asked)),
        STRING_LIKE("StringLike", false, Wildcards::match),
        STRING_NOT_LIKE("StringNotLike", true, Wildcards::match),
        ARN_EQUALS("ArnEquals", false, Wildcards::matchArn),
        ARN_LIKE("ArnLike", false, Wildcards::matchArn),
        ARN_NOT_EQUALS("ArnNotEquals", true, Wildcards::matchArn),
        ARN_NOT_LIKE("ArnNotLike", true, Wildcards::matchArn),
        BOOL("Bool", false, (policy, asked) -> policy.equalsIgnoreCase(asked)),
        NULL("Null", false, (policy, asked) -> false);

        private static final Map<String, Test> BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        static {
            for (Test test : values()) {
                BY_NAME.put(test.operator, test);
            }
        }

        private final String operator;
        private final boolean negated;
        private final BiPredicate<String, String> fits;

        Test(String operator, boolean negated, BiPredicate<String, String> fits) {
            this.operator = operator;
            this.negated = negated;
            this.fits = fits;
        }

        /** {@code null} if there is none of that name; IAM doesn't mind the case. */
        static Test named(String operator) {
            return BY_NAME.get(operator);
        }

        static List<String> names() {
            return List.of(values()).stream().map(test -> test.operator).toList();
        }

        /** Any of the policy's values may fit; for a negated operator none of them may. */
        private boolean passes(List<String> policy, String asked) {
            return policy.stream().anyMatch(value -> fits.test(value, asked)) != negated;
        }
    }

    boolean passes(Authorization asked) {
        if (test == Test.NULL) {
            return values.stream().anyMatch(value -> value.equalsIgnoreCase("true") != asked.has(key));
        }
        List<String> found = asked.values(key);
        return switch (quantifier) {
            case SINGLE -> found.isEmpty() ? ifExists || test.negated
                    : found.stream().allMatch(value -> test.passes(values, value));
            case ALL -> found.stream().allMatch(value -> test.passes(values, value));
            case ANY -> found.isEmpty() ? ifExists : found.stream().anyMatch(value -> test.passes(values, value));
        };
    }
}
