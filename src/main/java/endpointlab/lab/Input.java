package endpointlab.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in an input of a {@link ResourceSpec} or {@link CheckSpec}, read. */
public sealed interface Input {

    /** A value as it stands. */
    record Literal(String value) implements Input {
    }

    /** {@code ${field:step-1.cidr}}: what the learner left or put there. */
    record FieldReference(String key) implements Input {
    }

    /**
     * {@code ${service-vpc.id}}: something that another resource has.
     *
     * @param attribute {@code id} for the AWS id or ARN, else one of {@link ResourceState#attributes()}
     */
    record ResourceReference(String resourceId, String attribute) implements Input {
    }

    /** {@code ${run}}: the run's id. */
    record RunId() implements Input {
    }

    /** {@code ${account-root-arn}}: the ARN of the root of the account in use. */
    record AccountRootArn() implements Input {
    }

    /** @throws IllegalArgumentException if the text looks like a reference but is none */
    static Input parse(String text) {
        if (!text.startsWith("${") || !text.endsWith("}")) {
            return new Literal(text);
        }
        String inside = text.substring(2, text.length() - 1);
        if (inside.startsWith("field:")) {
            return new FieldReference(inside.substring("field:".length()));
        }
        if (inside.equals("run")) {
            return new RunId();
        }
        if (inside.equals("account-root-arn")) {
            return new AccountRootArn();
        }
        Matcher reference = Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)").matcher(inside);
        if (!reference.matches()) {
            throw new IllegalArgumentException("not a reference: " + text);
        }
        return new ResourceReference(reference.group(1), reference.group(2));
    }
}
