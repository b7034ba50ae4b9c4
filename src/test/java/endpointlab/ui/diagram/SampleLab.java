package endpointlab.ui.diagram;

import static endpointlab.network.LabIds.*;

import endpointlab.lab.DiagramReader;
import endpointlab.lab.DiagramSpec;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.run.LabSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The lab and states of it that diagram tests start from; AWS ids are those of {@code LabNetwork}. */
public final class SampleLab {

    public static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");
    public static final Lab LAB = new LabReader().read(LabReader.DEFAULT_LAB);
    public static final DiagramSpec DIAGRAM = new DiagramReader().read(LAB);

    private static final Map<String, String> AWS_IDS = Map.ofEntries(
            Map.entry("service-vpc", SERVICE_VPC), Map.entry("service-igw", SERVICE_IGW),
            Map.entry("service-subnet", SERVICE_SUBNET), Map.entry("service-route-table", SERVICE_RTB),
            Map.entry("web-security-group", WEB_SG), Map.entry("web-server", WEB), Map.entry("load-balancer", NLB),
            Map.entry("target-group", TARGET_GROUP), Map.entry("endpoint-service", SERVICE),
            Map.entry("customer-vpc", CUSTOMER_VPC), Map.entry("customer-igw", CUSTOMER_IGW),
            Map.entry("customer-subnet", CUSTOMER_SUBNET), Map.entry("customer-route-table", CUSTOMER_RTB),
            Map.entry("customer-security-group", CUSTOMER_SG), Map.entry("customer-instance", CUSTOMER),
            Map.entry("endpoint", ENDPOINT));
    private static final Map<String, Map<String, String>> ATTRIBUTES = Map.of(
            "web-server", Map.of("private-ip", WEB_IP, "public-ip", WEB_PUBLIC_IP),
            "customer-instance", Map.of("private-ip", CUSTOMER_IP, "public-ip", CUSTOMER_PUBLIC_IP),
            "load-balancer", Map.of("dns-name", NLB_NAME),
            "endpoint-service", Map.of("service-name", SERVICE_NAME),
            "endpoint", Map.of("private-ip", ENDPOINT_IP, "network-interface", ENDPOINT_ENI, "dns-name",
                    ENDPOINT_NAME));
    private static final Map<String, String> WORDS = Map.of("web-server", "running", "customer-instance", "running",
            "load-balancer", "active", "target", "healthy", "endpoint-service", "Available", "endpoint",
            "available");

    private SampleLab() {
    }

    public static DiagramModel model() {
        return new DiagramModel(LAB, DIAGRAM, (state, key) -> FieldValues.of(LAB, state).value(key));
    }

    /** Nothing made yet. */
    public static LabState empty(String prefix) {
        return LabSession.newState(LAB, "ab12cd34", "practice", "us-east-1", 1, prefix, Map.of());
    }

    /** Everything made by the steps before {@code step}. */
    public static LabState before(int step) {
        return before(step, "");
    }

    public static LabState before(int step, String prefix) {
        LabState state = empty(prefix);
        for (var spec : LAB.resources()) {
            state = spec.step() < step ? with(state, spec.id(), ResourceStatus.READY) : state;
        }
        return state;
    }

    /** The finished lab, before it is cleared up. */
    public static LabState finished() {
        return before(17);
    }

    /** Everything in the same status. */
    public static LabState all(ResourceStatus status, String prefix) {
        LabState state = empty(prefix);
        for (var spec : LAB.resources()) {
            state = with(state, spec.id(), status);
        }
        return state;
    }

    public static LabState with(LabState state, String id, ResourceStatus status) {
        return with(state, id, status, status == ResourceStatus.READY ? WORDS.get(id) : null);
    }

    public static LabState with(LabState state, String id, ResourceStatus status, String awsState) {
        boolean made = status != ResourceStatus.NOT_MADE;
        Map<String, String> attributes = made ? new HashMap<>(ATTRIBUTES.getOrDefault(id, Map.of())) : Map.of();
        Instant ready = status == ResourceStatus.READY ? NOW.minusSeconds(600 - 157) : null;
        return state.withResource(id, before -> new ResourceState(id, status,
                made ? AWS_IDS.getOrDefault(id, "aws-" + id) : null, null, attributes, awsState, null,
                NOW.minusSeconds(72), NOW.minusSeconds(600), ready, null));
    }
}
