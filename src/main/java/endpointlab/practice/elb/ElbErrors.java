package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * ELBv2's error answers.
 *
 * <p>Source: ELBv2 API Reference; texts as seen in public logs and issues (AWS-FACTS 2.5). Assumed: the texts of
 * {@code TooMany…}, {@link #validation} where no log showed one, and {@code UnsupportedOperation} as the code for
 * what AWS has and the practice cloud lacks.
 */
final class ElbErrors {

    private ElbErrors() {
    }

    static AwsException validation(String message) {
        return new AwsException("ValidationError", message);
    }

    /** @param what such as {@code Load balancers of type 'application'} */
    static AwsException lacking(String what) {
        return new AwsException("UnsupportedOperation", what + " are not supported by the practice cloud.");
    }

    static AwsException loadBalancerNotFound(String arn) {
        return new AwsException("LoadBalancerNotFound", "Load balancer '" + arn + "' not found");
    }

    static AwsException loadBalancersNotFound(Collection<String> arnsOrNames) {
        return new AwsException("LoadBalancerNotFound", "Load balancers '[" + String.join(", ", arnsOrNames)
                + "]' not found");
    }

    static AwsException targetGroupNotFound() {
        return new AwsException("TargetGroupNotFound", "One or more target groups not found");
    }

    static AwsException listenerNotFound() {
        return new AwsException("ListenerNotFound", "One or more listeners not found");
    }

    static AwsException ruleNotFound() {
        return new AwsException("RuleNotFound", "One or more rules not found");
    }

    static AwsException duplicateName(String code, String what, String name) {
        return new AwsException(code, "A " + what + " with the same name '" + name
                + "' exists, but with different settings");
    }

    static AwsException tooMany(String code, String what) {
        return new AwsException(code, "The maximum number of " + what + " has been reached");
    }

    static AwsException invalidTarget(String message, Collection<String> instanceIds) {
        return new AwsException("InvalidTarget", message + ": "
                + instanceIds.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ")));
    }

    static AwsException resourceInUse(String message) {
        return new AwsException("ResourceInUse", message);
    }

    static AwsException invalidSubnet(String message) {
        return new AwsException("InvalidSubnet", message);
    }

    static AwsException invalidConfiguration(String message) {
        return new AwsException("InvalidConfigurationRequest", message);
    }
}
