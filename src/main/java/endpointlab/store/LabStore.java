package endpointlab.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.files.AtomicFile;
import endpointlab.lab.LabState;
import endpointlab.run.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The states of all labs, one file each. A state is written whole, atomically and durably; a file that can't be
 * understood is kept aside under another name and never overwritten. Safe for use by any thread.
 */
public final class LabStore implements StateStore {

    private final LabHome home;
    private final JsonMapper mapper = Json.mapper();

    public LabStore(LabHome home) {
        this.home = home;
    }

    @Override
    public void save(LabState state) throws IOException {
        AtomicFile.write(home.stateFile(state.runId()), mapper.writeValueAsBytes(state));
    }

    /**
     * The saved state of a run; empty if there is none.
     *
     * @throws endpointlab.lab.ProblemException {@code StateFileDamaged} (the file was moved aside),
     *         {@code StateFileNewer} or {@code FileUnreadable}
     */
    public Optional<LabState> load(String runId) {
        Path file = home.stateFile(runId);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw StoreProblems.unreadable(file, failure);
        }
        return Optional.of(understand(runId, file, bytes));
    }

    /**
     * All labs, the one that was changed last first.
     *
     * @throws endpointlab.lab.ProblemException as {@link #load}
     */
    public List<LabState> all() {
        return runIds().stream().flatMap(runId -> load(runId).stream())
                .sorted(Comparator.comparing(LabState::changedAt).reversed()).toList();
    }

    /** The lab to go on with: of those not {@link LabState#finished()}, the one that was changed last. */
    public Optional<LabState> newestUnfinished() {
        return all().stream().filter(state -> !state.finished()).findFirst();
    }

    /** Ids of all runs that have a folder, whether or not their state can be read. */
    public List<String> runIds() {
        if (!Files.isDirectory(home.labs())) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(home.labs())) {
            return directories.map(directory -> directory.getFileName().toString()).filter(LabHome::isRunId)
                    .sorted().toList();
        } catch (IOException failure) {
            throw StoreProblems.unreadable(home.labs(), failure);
        }
    }

    /**
     * Forgets a run: removes its folder with all that is in it.
     *
     * @throws IOException if something in it can't be removed
     */
    public void remove(String runId) throws IOException {
        Path folder = home.lab(runId);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private LabState understand(String runId, Path file, byte[] bytes) {
        try {
            JsonNode tree = mapper.readTree(bytes);
            int schema = tree.path("schema").asInt();
            if (schema > LabState.SCHEMA) {
                throw StoreProblems.newer(file, schema);
            }
            LabState state = mapper.treeToValue(tree, LabState.class);
            if (schema == LabState.SCHEMA && state != null && runId.equals(state.runId())) {
                return state;
            }
            throw StoreProblems.damaged(file, keepAside(file), null);
        } catch (JsonProcessingException damage) {
            throw StoreProblems.damaged(file, keepAside(file), damage);
        } catch (IOException failure) {
            throw StoreProblems.unreadable(file, failure);
        }
    }

    private Path keepAside(Path file) {
        try {
            for (int number = 1; ; number++) {
                Path aside = file.resolveSibling("lab.damaged-" + number + ".json");
                if (!Files.exists(aside)) {
                    return Files.move(file, aside);
                }
            }
        } catch (IOException failure) {
            throw StoreProblems.unreadable(file, failure);
        }
    }
}
