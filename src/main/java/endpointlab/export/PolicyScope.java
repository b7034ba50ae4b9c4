package endpointlab.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Writes statements that reach no further than one Region, and what carries the run's tag.
 *
 * @param runTag key of the tag on all that a run makes
 */
record PolicyScope(String region, String runTag) {

    private static final String EC2 = "ec2:";
    private static final String ELB = "elasticloadbalancing:";

    static List<String> ec2(String... actions) {
        return prefixed(EC2, actions);
    }

    static List<String> elb(String... actions) {
        return prefixed(ELB, actions);
    }

    private static List<String> prefixed(String service, String... actions) {
        return Arrays.stream(actions).map(action -> service + action).toList();
    }

    /** ARNs of all resources of these types, such as {@code vpc} or {@code loadbalancer/net}. */
    List<String> ec2Types(String... types) {
        return Arrays.stream(types).map(type -> arn("ec2", region, "*", type + "/*")).toList();
    }

    List<String> elbTypes(String... types) {
        return Arrays.stream(types).map(type -> arn("elasticloadbalancing", region, "*", type + "/*")).toList();
    }

    String arn(String service, String inRegion, String account, String resource) {
        return "arn:" + PartitionMetadata.of(Region.of(region)).id() + ":" + service + ":" + inRegion + ":" + account
                + ":" + resource;
    }

    /** For calls that AWS can't limit to single resources: lists and descriptions. */
    Map<String, Object> looking(String sid, List<String> actions) {
        return statement(sid, actions, List.of("*"), Map.of("StringEquals", Map.of("aws:RequestedRegion", region)));
    }

    /** For calls that make something, which must get the run's tag in the same call. */
    Map<String, Object> making(String sid, List<String> actions, List<String> types) {
        return statement(sid, actions, types, Map.of("StringLike", Map.of("aws:RequestTag/" + runTag, "?*")));
    }

    /** For calls on what carries the run's tag. */
    Map<String, Object> onOurs(String sid, List<String> actions) {
        return statement(sid, actions, List.of("*"), Map.of("StringEquals", Map.of("aws:RequestedRegion", region),
                "StringLike", Map.of("aws:ResourceTag/" + runTag, "?*")));
    }

    static Map<String, Object> statement(String sid, List<String> actions, List<String> resources,
                                         Map<String, Object> condition) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", sid);
        statement.put("Effect", "Allow");
        statement.put("Action", actions.stream().sorted().toList());
        statement.put("Resource", resources.size() == 1 ? resources.get(0) : resources);
        if (!condition.isEmpty()) {
            statement.put("Condition", new TreeMap<>(condition));
        }
        return statement;
    }
}
