package endpointlab.practice.wire;

import endpointlab.practice.wire.FormParser.MalformedForm;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Query parameters by the parts of their dotted names: {@code Filter.1.Name=vpc-id} is the value of the node
 * {@code Name} in {@code 1} in {@code Filter}.
 */
final class ParameterTree {

    /** Deeper than any parameter of the services, and no danger to a recursive reader. */
    static final int DEEPEST = 16;

    private final Map<String, ParameterTree> children = new LinkedHashMap<>();
    private String value;

    private ParameterTree() {
    }

    /** @throws MalformedForm if a name has an empty part or too many parts */
    static ParameterTree of(Map<String, String> parameters) {
        ParameterTree root = new ParameterTree();
        parameters.forEach((name, value) -> root.descend(name).value = value);
        return root;
    }

    private ParameterTree descend(String name) {
        ParameterTree node = this;
        int start = 0;
        for (int depth = 0; start <= name.length(); depth++) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            if (end == start || depth == DEEPEST) {
                throw new MalformedForm();
            }
            node = node.children.computeIfAbsent(name.substring(start, end), part -> new ParameterTree());
            start = end + 1;
        }
        return node;
    }

    /** The value given to this very name, {@code null} if none was. */
    String value() {
        return value;
    }

    Map<String, ParameterTree> children() {
        return children;
    }
}
