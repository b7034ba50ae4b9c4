package endpointlab.run;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceSpec;
import endpointlab.resource.Handlers;
import endpointlab.resource.ResourceWork;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequest;

/** The requests that make a lab's resources, as far as a state tells their values; calls nothing. */
public final class CreationRequests {

    private final Lab lab;
    private final LabState state;
    private final Handlers handlers = new Handlers();

    public CreationRequests(Lab lab, LabState state) {
        this.lab = lab;
        this.state = state;
    }

    /**
     * The request that the engine sends; what isn't known yet is an {@link endpointlab.aws.CliText#variable}.
     *
     * @throws IllegalArgumentException if the lab has no such resource
     */
    public AwsRequest of(String specId) {
        ResourceSpec spec = lab.resource(specId);
        return handlers.of(spec.kind()).request(new ResourceWork(state.runId(), spec.id(),
                new Inputs(lab, state).named(spec.inputs()), state.resource(spec.id()), Duration.ZERO, null, null,
                (id, attributes) -> { }));
    }
}
