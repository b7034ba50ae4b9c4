package endpointlab.lab;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What AWS allows names to be.
 *
 * <p>Source: API references of CreateLoadBalancer, CreateTargetGroup, CreateSecurityGroup and ImportKeyPair.
 */
final class NameRules {

    private static final int MAX_ELB = 32;
    private static final int MAX_EC2 = 255;
    private static final Pattern ELB = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern SECURITY_GROUP = Pattern.compile("[A-Za-z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]+");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9-]*");

    private NameRules() {
    }

    static Optional<Finding> prefix(String prefix) {
        return PREFIX.matcher(prefix).matches() ? Optional.empty()
                : Optional.of(Finding.of("prefix", "prefix-characters", prefix));
    }

    /** A {@code Name} tag may hold anything that can be read. */
    static Optional<Finding> tag(String field, String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Finding.of(field, "control-characters"));
        }
        return length(field, name, MAX_EC2);
    }

    static Optional<Finding> loadBalancer(String field, String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith("internal-")) {
            return Optional.of(Finding.of(field, "name-internal", name));
        }
        return targetGroup(field, name);
    }

    static Optional<Finding> targetGroup(String field, String name) {
        Optional<Finding> length = length(field, name, MAX_ELB);
        if (length.isPresent()) {
            return length;
        }
        if (!ELB.matcher(name).matches()) {
            return Optional.of(Finding.of(field, "name-characters", name));
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            return Optional.of(Finding.of(field, "name-hyphen", name));
        }
        return Optional.empty();
    }

    static Optional<Finding> securityGroup(String field, String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith("sg-")) {
            return Optional.of(Finding.of(field, "name-sg", name));
        }
        return securityGroupDescription(field, name);
    }

    static Optional<Finding> securityGroupDescription(String field, String text) {
        Optional<Finding> length = length(field, text, MAX_EC2);
        if (length.isPresent() || SECURITY_GROUP.matcher(text).matches()) {
            return length;
        }
        return Optional.of(Finding.of(field, "security-group-characters", text));
    }

    /** Assumed: printable ASCII; EC2's reference says only "up to 255 ASCII characters". */
    static Optional<Finding> key(String field, String name) {
        if (!name.chars().allMatch(character -> character >= ' ' && character <= '~') || !name.equals(name.strip())) {
            return Optional.of(Finding.of(field, "key-characters", name));
        }
        return length(field, name, MAX_EC2);
    }

    private static Optional<Finding> length(String field, String name, int most) {
        if (name.isBlank()) {
            return Optional.of(Finding.of(field, "empty"));
        }
        int length = name.codePointCount(0, name.length());
        return length <= most ? Optional.empty() : Optional.of(
                Finding.of(field, "too-long", String.valueOf(length), String.valueOf(most)));
    }
}
