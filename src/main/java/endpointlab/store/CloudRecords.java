package endpointlab.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers beside each lab in which cloud it lives. Safe for use by any thread. */
public final class CloudRecords {

    private final LabHome home;
    private final JsonMapper mapper = Json.mapper();

    public CloudRecords(LabHome home) {
        this.home = home;
    }

    /** @throws endpointlab.lab.ProblemException {@code FileNotSaved} */
    public void save(String runId, CloudRecord cloud) {
        Path file = file(runId);
        try {
            AtomicFile.write(file, mapper.writeValueAsBytes(cloud));
        } catch (IOException failure) {
            throw StoreProblems.notSaved(file, failure);
        }
    }

    /**
     * What was saved for the lab; empty if nothing.
     *
     * @throws endpointlab.lab.ProblemException {@code FileUnreadable}
     */
    public Optional<CloudRecord> find(String runId) {
        Path file = file(runId);
        try {
            return Optional.of(mapper.readValue(Files.readAllBytes(file), CloudRecord.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw StoreProblems.unreadable(file, failure);
        }
    }

    private Path file(String runId) {
        return home.lab(runId).resolve("cloud.json");
    }
}
