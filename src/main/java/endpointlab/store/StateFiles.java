package endpointlab.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.store.LabStore.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the state of one run from the files that there are. */
final class StateFiles {

    private static final Logger LOG = LoggerFactory.getLogger(StateFiles.class);

    private final LabHome home;
    private final StateForm form;
    private final String runId;

    StateFiles(LabHome home, StateForm form, String runId) {
        this.home = home;
        this.form = form;
        this.runId = runId;
    }

    Optional<Loaded> load() {
        Path file = home.stateFile(runId);
        try {
            Optional<LabState> state = read(file);
            if (state.isEmpty()) {
                Optional<LabState> copy = copy();
                // A writer may have been between its two moves.
                state = read(file).or(() -> copy);
            }
            return state.map(known -> new Loaded(known, Optional.empty()));
        } catch (JsonProcessingException damage) {
            LOG.warn("{} is damaged: {}", file, damage.getMessage());
            Optional<LabState> copy = copy();
            Path aside = keepAside(file);
            return Optional.of(new Loaded(copy.orElseThrow(() -> StoreProblems.damaged(file, aside, damage)),
                    Optional.of(StoreProblems.rebuilt(file, aside))));
        } catch (IOException failure) {
            throw problem(file, failure);
        }
    }

    private Optional<LabState> read(Path file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        StateForm.Reading reading = form.read(content, runId);
        if (reading.version() < form.version()) {
            keepOldForm(file, reading.version());
        }
        return Optional.of(reading.state());
    }

    /** An older state tells what the run is, but no longer for sure what exists. */
    private Optional<LabState> copy() {
        return copy(home.previousStateFile(runId)).or(() -> copy(home.begunStateFile(runId))).map(LabState::unsure);
    }

    private Optional<LabState> copy(Path file) {
        try {
            return read(file);
        } catch (JsonProcessingException damage) {
            LOG.warn("{} is damaged, too: {}", file, damage.getMessage());
            keepAside(file);
            return Optional.empty();
        } catch (IOException failure) {
            throw problem(file, failure);
        }
    }

    private static RuntimeException problem(Path file, IOException failure) {
        return failure instanceof StateForm.Newer newer ? StoreProblems.newer(file, newer.version())
                : StoreProblems.unreadable(file, failure);
    }

    /** So that the version of the app that wrote it can go back to it. */
    private static void keepOldForm(Path file, int version) {
        Path kept = file.resolveSibling(stem(file) + ".version-" + version + ".json");
        try {
            if (!Files.exists(kept)) {
                Files.copy(file, kept);
            }
        } catch (IOException readOnly) {
            LOG.warn("{} can't be kept as {}", file, kept, readOnly);
        }
    }

    /** @return where it is now: under its old name if the folder can't be written, and then nothing replaces it */
    private static Path keepAside(Path file) {
        try {
            for (int number = 1; ; number++) {
                Path aside = file.resolveSibling(stem(file) + ".damaged-" + number + ".json");
                if (!Files.exists(aside)) {
                    return Files.move(file, aside);
                }
            }
        } catch (IOException readOnly) {
            LOG.warn("{} can't be kept aside", file, readOnly);
            return file;
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".json".length());
    }
}
