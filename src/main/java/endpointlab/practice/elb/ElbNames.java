package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;

/**
 * The rules for names of load balancers and target groups.
 *
 * <p>Source: CreateLoadBalancer and CreateTargetGroup in the ELBv2 API Reference; texts as seen in public logs.
 */
final class ElbNames {

    private static final int LONGEST = 32;

    private ElbNames() {
    }

    /** @throws AwsException {@code ValidationError} */
    static String loadBalancer(String name) {
        String checked = checked(name, "The load balancer name");
        if (checked.startsWith("internal-")) {
            throw ElbErrors.validation("The load balancer name '" + name + "' cannot begin with 'internal-'");
        }
        return checked;
    }

    /** @throws AwsException {@code ValidationError} */
    static String targetGroup(String name) {
        return checked(name, "Target group name");
    }

    private static String checked(String name, String subject) {
        if (name.length() > LONGEST) {
            throw ElbErrors.validation(subject + " '" + name + "' cannot be longer than '" + LONGEST
                    + "' characters");
        }
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw ElbErrors.validation(subject + " '" + name
                    + "' can only contain characters that are alphanumeric characters or hyphens(-)");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            throw ElbErrors.validation(subject + " '" + name + "' cannot begin or end with '-'");
        }
        return name;
    }
}
