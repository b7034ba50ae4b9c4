package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;

/**
 * EC2's answers to requests that are wrong in themselves.
 *
 * <p>Source: EC2 API Reference, "Error codes".
 */
public final class Invalid {

    private Invalid() {
    }

    /**
     * @return {@code value}
     * @throws AwsException {@code MissingParameter} if it is {@code null} or empty
     */
    public static <T> T required(T value, String parameter) {
        if (value == null || value instanceof String text && text.isEmpty()) {
            throw new AwsException("MissingParameter", "The request must contain the parameter " + parameter);
        }
        return value;
    }

    public static AwsException value(String message) {
        return new AwsException("InvalidParameterValue", message);
    }

    /** {@code InvalidParameterValue} in the words that EC2 uses for a value that does not fit its parameter. */
    public static AwsException value(String value, String parameter, String why) {
        return value("Value (" + value + ") for parameter " + parameter + " is invalid. " + why);
    }

    /**
     * Says that this cloud lacks something that AWS has, so that nobody believes it was done.
     *
     * @param what such as {@code Launch templates}
     */
    public static AwsException lacking(String what) {
        return new AwsException("UnsupportedOperation", what + " are not supported by the practice cloud.");
    }

    public static AwsException combination(String message) {
        return new AwsException("InvalidParameterCombination", message);
    }

    public static AwsException dependency(String message) {
        return new AwsException("DependencyViolation", message);
    }
}
