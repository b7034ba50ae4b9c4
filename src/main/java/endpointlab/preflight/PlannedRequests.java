package endpointlab.preflight;

import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.run.CreationRequests;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The very requests that the lab is going to send, before anything in them exists: ids have AWS's form and name
 * nothing.
 */
final class PlannedRequests {

    private static final String NOBODY = "0000000000000000f";
    private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("vpc", "vpc-"),
            Map.entry("subnet", "subnet-"), Map.entry("internet-gateway", "igw-"),
            Map.entry("route-table", "rtb-"), Map.entry("route-table-association", "rtbassoc-"),
            Map.entry("security-group", "sg-"), Map.entry("instance", "i-"), Map.entry("key-pair", "key-"),
            Map.entry("vpc-endpoint", "vpce-"), Map.entry("endpoint-service", "vpce-svc-"));

    private final PreflightPlan plan;
    private final CreationRequests requests;

    PlannedRequests(PreflightPlan plan) {
        this.plan = plan;
        Map<String, ResourceState> all = new LinkedHashMap<>();
        plan.lab().resources().forEach(spec -> all.put(spec.id(), new ResourceState(spec.id(), ResourceStatus.READY,
                id(spec.kind()), null, attributes(spec), null, null, null, null, null, null)));
        LabState made = plan.state();
        this.requests = new CreationRequests(plan.lab(), new LabState(made.schema(), made.labId(), made.runId(),
                made.mode(), made.region(), made.accountId().isEmpty() ? "123456789012" : made.accountId(),
                made.seed(), made.prefix(), made.values(), all, made.steps(), made.createdAt(), made.changedAt()));
    }

    /** One of each kind of request. */
    List<AwsRequest> all() {
        Map<Class<?>, AwsRequest> byType = new LinkedHashMap<>();
        plan.lab().resources().forEach(spec -> {
            AwsRequest request = requests.of(spec.id());
            byType.putIfAbsent(request.getClass(), request);
        });
        return List.copyOf(byType.values());
    }

    /** The id of something of a kind that isn't there. */
    static String id(String kind) {
        return PREFIXES.getOrDefault(kind, "x-") + NOBODY;
    }

    private Map<String, String> attributes(ResourceSpec spec) {
        Map<String, String> attributes = new HashMap<>();
        if (spec.kind().equals("key-pair")) {
            attributes.put("key-name", "endpoint-lab-" + plan.state().runId());
        }
        if (spec.kind().equals("endpoint-service")) {
            attributes.put("service-name", "com.amazonaws.vpce." + plan.state().region() + "." + id(spec.kind()));
        }
        return attributes;
    }
}
