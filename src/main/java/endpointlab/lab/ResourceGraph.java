package endpointlab.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who of a lab's resources needs whom: an edge for each reference in an input and each id in {@code after}.
 * Immutable. All results are in the lab's order, as far as the edges leave a choice.
 */
public final class ResourceGraph {

    private final Lab lab;
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependants = new LinkedHashMap<>();
    private final List<String> order;

    /** @throws LabFormatException if resources need each other in a circle; the message names the circle */
    public ResourceGraph(Lab lab) {
        this.lab = lab;
        for (ResourceSpec spec : lab.resources()) {
            dependencies.put(spec.id(), references(spec.inputs(), spec.after()));
            dependants.put(spec.id(), new LinkedHashSet<>());
        }
        dependencies.forEach((id, needed) -> needed.forEach(other -> dependants.get(other).add(id)));
        this.order = topologicalOrder();
    }

    /** Resources that must be ready before this one can be made. */
    public Set<String> dependencies(String resourceId) {
        return Collections.unmodifiableSet(known(dependencies, resourceId));
    }

    /** Resources that must be ready before the check can run. */
    public Set<String> dependencies(CheckSpec check) {
        return Collections.unmodifiableSet(references(check.inputs(), check.after()));
    }

    /** Resources that need this one; they must be gone before it can be deleted. */
    public Set<String> dependants(String resourceId) {
        return Collections.unmodifiableSet(known(dependants, resourceId));
    }

    /** All resources, each after all that it needs. */
    public List<String> order() {
        return order;
    }

    /** These resources and all that they need, directly or not, in an order in which they can be made. */
    public List<String> withDependencies(Collection<String> resourceIds) {
        return inOrder(closure(resourceIds, id -> known(dependencies, id)));
    }

    /** These resources and all that need them, directly or not, in an order in which they can be made. */
    public List<String> withDependants(Collection<String> resourceIds) {
        return inOrder(closure(resourceIds, id -> known(dependants, id)));
    }

    /** What the steps up to and including {@code step} make, look at and need, in an order of making. */
    public List<String> neededUpTo(int step) {
        Set<String> wanted = new LinkedHashSet<>();
        lab.resources().stream().filter(spec -> spec.step() <= step).forEach(spec -> wanted.add(spec.id()));
        lab.checks().stream().filter(check -> check.step() <= step)
                .forEach(check -> wanted.addAll(dependencies(check)));
        return withDependencies(wanted);
    }

    private Set<String> references(Map<String, String> inputs, List<String> after) {
        Set<String> found = new LinkedHashSet<>(after);
        for (String value : inputs.values()) {
            if (Input.parse(value) instanceof Input.ResourceReference reference) {
                found.add(reference.resourceId());
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        lab.resources().stream().map(ResourceSpec::id).filter(found::contains).forEach(ordered::add);
        return ordered;
    }

    private Set<String> known(Map<String, Set<String>> edges, String resourceId) {
        Set<String> ends = edges.get(resourceId);
        if (ends == null) {
            throw new IllegalArgumentException("no resource " + resourceId + " in lab " + lab.id());
        }
        return ends;
    }

    private static Set<String> closure(Collection<String> start, Function<String, Set<String>> edges) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (found.add(id)) {
                open.addAll(edges.apply(id));
            }
        }
        return found;
    }

    private List<String> inOrder(Set<String> ids) {
        return order.stream().filter(ids::contains).toList();
    }

    private List<String> topologicalOrder() {
        Set<String> done = new LinkedHashSet<>();
        for (String id : dependencies.keySet()) {
            visit(id, done, new ArrayList<>());
        }
        return List.copyOf(done);
    }

    private void visit(String id, Set<String> done, List<String> way) {
        if (done.contains(id)) {
            return;
        }
        way.add(id);
        if (way.indexOf(id) < way.size() - 1) {
            throw new LabFormatException("lab " + lab.id() + ": resources need each other in a circle: "
                    + String.join(" -> ", way.subList(way.indexOf(id), way.size())));
        }
        dependencies.get(id).forEach(needed -> visit(needed, done, way));
        way.remove(way.size() - 1);
        done.add(id);
    }
}
