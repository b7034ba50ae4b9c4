package endpointlab.store;

import endpointlab.files.AtomicFile;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.run.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The states of all labs. A state is written whole, atomically and durably, for its owner alone, in three files of one
 * form: the state, the one before it, and how the run was begun. Where one can't be read, the next tells enough to
 * find by the tags what exists. What can't be understood is kept aside and never overwritten. Safe for use by any
 * thread.
 */
public final class LabStore implements StateStore {

    private final LabHome home;
    private final StateForm form;
    private final AtomicFile.Witness witness;
    private final Map<String, LabState> begun = new ConcurrentHashMap<>();

    public LabStore(LabHome home) {
        this(home, AtomicFile.Witness.NONE);
    }

    /** @param witness sees each write of a state pass through its stages */
    public LabStore(LabHome home, AtomicFile.Witness witness) {
        this(home, witness, StateForm.current());
    }

    LabStore(LabHome home, AtomicFile.Witness witness, StateForm form) {
        this.home = home;
        this.form = form;
        this.witness = witness;
    }

    /**
     * A state that was found.
     *
     * @param problem what to tell the learner if the state had to be put together from what is left; else empty
     */
    public record Loaded(LabState state, Optional<Problem> problem) {
    }

    @Override
    public void save(LabState state) throws IOException {
        LabState start = state.begun();
        if (!start.equals(begun.get(state.runId()))) {
            AtomicFile.writeOwnerOnly(home.begunStateFile(state.runId()), form.write(start));
            begun.put(state.runId(), start);
        }
        AtomicFile.replaceOwnerOnly(home.stateFile(state.runId()), home.previousStateFile(state.runId()),
                form.write(state), witness);
    }

    /**
     * The state of a run, as last saved or else as far as it can be told; empty if there is none.
     *
     * @throws endpointlab.lab.ProblemException {@code StateFileDamaged} (what was there was moved aside),
     *         {@code StateFileNewer} or {@code FileUnreadable}
     */
    public Optional<Loaded> load(String runId) {
        return new StateFiles(home, form, runId).load();
    }

    /**
     * All labs, the one that was changed last first.
     *
     * @throws endpointlab.lab.ProblemException as {@link #load}
     */
    public List<Loaded> all() {
        return runIds().stream().flatMap(runId -> load(runId).stream())
                .sorted(Comparator.comparing((Loaded each) -> each.state().changedAt()).reversed()).toList();
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
}
