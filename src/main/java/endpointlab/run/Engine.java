package endpointlab.run;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.AwsCalls;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.lab.KeyFiles;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.ResourceGraph;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.resource.Handlers;
import endpointlab.resource.ResourceHandler;
import java.util.List;
import java.util.concurrent.Executor;

/** What all commands of a session share. */
record Engine(Lab lab, ResourceGraph graph, StateKeeper keeper, AwsCalls calls, Handlers handlers, KeyFiles keys,
              LabClock clock, Waits waits, Executor workers) {

    ResourceHandler handler(ResourceSpec spec) {
        return handlers.of(spec.kind());
    }

    /** Whether a resource waits for a person and not only for time to pass. */
    boolean isHeld(LabState state, String id) {
        return state.resource(id).status() == ResourceStatus.WAITING && graph.dependants(id).stream()
                .map(lab::resource).anyMatch(spec -> handler(spec).isDecision());
    }

    /** Makes calls for a resource or check; what they wait out is told as that one's wait. */
    AwsCaller caller(String id, Cancellation cancellation) {
        return calls.caller(id, cancellation,
                (what, fault, budget) -> waits.waitingOut(id, what, fault.code(), List.of()));
    }
}
