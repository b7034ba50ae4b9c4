package endpointlab.ui.wizard;

import endpointlab.lab.CheckResult;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.LabSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** States of the lab as an engine would leave them. */
public final class LabStates {

    public static final Lab LAB = new LabReader().read(LabReader.DEFAULT_LAB);
    private static final String PAGE = "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n";

    private final Instant now;

    public LabStates(Instant now) {
        this.now = now;
    }

    public LabState fresh() {
        return LabSession.newState(LAB, "7f3c0412", "practice", "us-east-1", 1, "", Map.of());
    }

    /** All steps up to and including {@code number} are done. */
    public LabState doneTo(int number) {
        LabState state = fresh();
        for (ResourceSpec spec : LAB.resources()) {
            if (spec.step() <= number) {
                state = ready(state, spec.id());
            }
        }
        for (int step = 1; step <= number; step++) {
            state = state.withStep(step, new StepState(StepState.Status.DONE, now.minusSeconds(40),
                    now.minusSeconds(38), check(step), null));
        }
        return state;
    }

    private static CheckResult check(int step) {
        return switch (step) {
            case 7 -> new CheckResult("curl http://MyNetwork-LB-50dc6c495c0c9188.elb.us-east-1.amazonaws.com", 0,
                    PAGE, PAGE, "HTTP/1.1 200 OK\nContent-Type: text/html; charset=UTF-8\nContent-Length: 53", "");
            case 16 -> new CheckResult("curl -sS --max-time 10 http://10.1.1.87", 0, PAGE, PAGE, "", "");
            default -> null;
        };
    }

    public LabState ready(LabState state, String id) {
        return state.withResource(id, was -> resource(id, ResourceStatus.READY, awsState(id)));
    }

    public LabState with(LabState state, String id, ResourceStatus status, String awsState) {
        return state.withResource(id, was -> resource(id, status, awsState));
    }

    public LabState running(LabState state, int step) {
        return state.withStep(step, new StepState(StepState.Status.RUNNING, now.minusSeconds(7), null, null, null));
    }

    public LabState failed(LabState state, int step, Problem problem) {
        return state.withStep(step, new StepState(StepState.Status.FAILED, now.minusSeconds(16), now, null, problem));
    }

    private ResourceState resource(String id, ResourceStatus status, String awsState) {
        return new ResourceState(id, status, awsId(id), null, attributes(id), awsState, null, now.minusSeconds(72),
                now.minusSeconds(72), status == ResourceStatus.READY ? now.minusSeconds(70) : null, null);
    }

    private static String awsState(String id) {
        return switch (LAB.resource(id).kind()) {
            case "instance" -> "running";
            case "load-balancer" -> "active";
            case "target" -> "healthy";
            case "endpoint-service" -> "Available";
            case "vpc-endpoint" -> "available";
            default -> null;
        };
    }

    private static String awsId(String id) {
        return switch (LAB.resource(id).kind()) {
            case "vpc" -> "vpc-0a3f91c2d4e5b6078";
            case "subnet" -> "subnet-0b1c2d3e4f5061728";
            case "instance" -> "i-0d2c4b6a8f1e3d5c7";
            case "vpc-endpoint" -> "vpce-0c9d8e7f6a5b4c3d2";
            case "endpoint-service" -> "vpce-svc-0123456789abcdef0";
            default -> id + "-0a1b2c3d4e5f60718";
        };
    }

    private static Map<String, String> attributes(String id) {
        Map<String, String> attributes = new HashMap<>();
        switch (id) {
            case "web-server" -> attributes.putAll(Map.of("private-ip", "10.0.1.10", "public-ip", "203.0.113.7"));
            case "customer-instance" -> attributes.putAll(Map.of("private-ip", "10.1.1.25", "public-ip",
                    "198.51.100.24"));
            case "endpoint" -> attributes.put("private-ip", "10.1.1.87");
            case "key-pair" -> attributes.putAll(Map.of("key-name", "endpoint-lab-7f3c0412", "key-file",
                    "endpoint-lab-7f3c0412"));
            case "endpoint-service" -> attributes.put("service-name",
                    "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0");
            default -> {
                // Nothing that others show.
            }
        }
        return attributes;
    }
}
