package endpointlab.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the preflight looks at besides what the lab does. Its dry runs need the permissions of what they try. */
final class PreflightPermissions {

    private final PolicyScope scope;

    PreflightPermissions(PolicyScope scope) {
        this.scope = scope;
    }

    Map<String, Object> statement() {
        List<String> actions = Stream.concat(PolicyScope.ec2("DescribeAvailabilityZones",
                        "DescribeInstanceTypeOfferings", "DescribeInstanceTypes").stream(),
                PolicyScope.elb("DescribeAccountLimits").stream()).toList();
        return scope.looking("Preflight", actions);
    }
}
