package endpointlab.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The form of a state file, in this version and in earlier ones.
 *
 * @param version    the version that is written
 * @param migrations by version: what makes a file of that version one of the next; needs not set {@code schema}
 */
record StateForm(int version, Map<Integer, UnaryOperator<ObjectNode>> migrations) {

    private static final JsonMapper MAPPER = Json.mapper();

    StateForm {
        migrations = Map.copyOf(migrations);
    }

    static StateForm current() {
        return new StateForm(LabState.SCHEMA, Map.of());
    }

    /**
     * What a file says.
     *
     * @param version the version that the file has
     */
    record Reading(LabState state, int version) {
    }

    /** A file of a later version of the app. */
    static final class Newer extends IOException {

        private static final long serialVersionUID = 1;

        private final int version;

        private Newer(int version) {
            super("version " + version);
            this.version = version;
        }

        int version() {
            return version;
        }
    }

    byte[] write(LabState state) throws IOException {
        ObjectNode tree = MAPPER.valueToTree(state);
        return MAPPER.writeValueAsBytes(tree.put("schema", version));
    }

    /**
     * @throws Newer                   if a later version of the app wrote it
     * @throws JsonProcessingException if it is no JSON, or not the state of this run in a version that we know
     */
    Reading read(byte[] content, String runId) throws IOException {
        if (!(MAPPER.readTree(content) instanceof ObjectNode tree)) {
            throw new Damaged("no object");
        }
        JsonNode schema = tree.path("schema");
        if (!schema.isInt()) {
            throw new Damaged("no version");
        }
        int found = schema.intValue();
        if (found > version) {
            throw new Newer(found);
        }
        LabState state = MAPPER.treeToValue(migrated(tree, found), LabState.class);
        if (!runId.equals(state.runId())) {
            throw new Damaged("another run's");
        }
        if (!complete(state)) {
            throw new Damaged("incomplete");
        }
        return new Reading(state, found);
    }

    /** Whether all is there that every lab has from its beginning. */
    private static boolean complete(LabState state) {
        return List.of(LabState.PRACTICE, LabState.AWS).contains(String.valueOf(state.mode()))
                && state.labId() != null && state.region() != null && state.prefix() != null
                && state.createdAt() != null && state.changedAt() != null && !state.steps().isEmpty()
                && state.steps().values().stream().allMatch(step -> step != null && step.status() != null
                        && complete(step.problem()))
                && state.resources().values().stream().allMatch(each -> each != null && each.specId() != null
                        && each.status() != null && complete(each.problem()));
    }

    private static boolean complete(Problem problem) {
        return problem == null || Stream.of(problem.code(), problem.cause(), problem.remedy(), problem.operation(),
                problem.detail(), problem.requestId()).allMatch(Objects::nonNull);
    }

    private ObjectNode migrated(ObjectNode tree, int from) throws Damaged {
        ObjectNode now = tree;
        for (int step = from; step < version; step++) {
            UnaryOperator<ObjectNode> migration = migrations.get(step);
            if (migration == null) {
                throw new Damaged("unknown version " + step);
            }
            now = migration.apply(now).put("schema", step + 1);
        }
        return now;
    }

    private static final class Damaged extends JsonProcessingException {

        private static final long serialVersionUID = 1;

        Damaged(String what) {
            super(what);
        }
    }
}
