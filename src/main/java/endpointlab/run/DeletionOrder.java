package endpointlab.run;

import endpointlab.lab.Input;
import endpointlab.lab.ResourceSpec;
import endpointlab.resource.ResourceHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The graph backwards: what must be gone before something can be deleted, and what goes along with it. */
final class DeletionOrder {

    private final Engine engine;

    DeletionOrder(Engine engine) {
        this.engine = engine;
    }

    /** The resource, if it may still exist, that takes this one along when it is deleted. */
    Optional<ResourceSpec> parent(ResourceSpec spec, List<ResourceSpec> there) {
        return engine.handler(spec).deletedWith().map(spec.inputs()::get).map(Input::parse)
                .filter(Input.ResourceReference.class::isInstance).map(Input.ResourceReference.class::cast)
                .map(reference -> engine.lab().resource(reference.resourceId())).filter(there::contains);
    }

    /** The tasks to wait for before {@code spec} is deleted. */
    List<String> needs(ResourceSpec spec, List<ResourceSpec> deletable, List<ResourceSpec> there) {
        List<String> needs = new ArrayList<>();
        if (engine.handler(spec).isDeletableWhileUsed()) {
            return needs;
        }
        for (String id : engine.graph().dependants(spec.id())) {
            ResourceSpec user = engine.lab().resource(id);
            ResourceSpec deletedAs = there.contains(user) ? parent(user, there).orElse(user) : user;
            // A target goes with its group, which is used by the listener for which the target waited when it was made.
            boolean usedBySpec = engine.graph().dependencies(spec.id()).contains(deletedAs.id());
            if (deletable.contains(deletedAs) && !deletedAs.equals(spec) && !usedBySpec) {
                ResourceHandler handler = engine.handler(deletedAs);
                needs.add(handler.letsGoAtOnce(spec.kind()) ? TaskGraph.early(deletedAs.id()) : deletedAs.id());
            }
        }
        return needs;
    }
}
