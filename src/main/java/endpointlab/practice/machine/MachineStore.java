package endpointlab.practice.machine;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import endpointlab.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps machines on disk: a directory for each, with its state and its host keys, for the owner alone. */
final class MachineStore {

    private static final Logger LOG = LoggerFactory.getLogger(MachineStore.class);
    private static final String STATE_FILE = "machine.json";

    private final Path directory;
    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE).build();

    MachineStore(Path directory) {
        this.directory = directory;
    }

    HostKeys hostKeys(String instanceId) throws IOException {
        return HostKeys.in(directory.resolve(instanceId));
    }

    void save(MachineState state) throws IOException {
        AtomicFile.writeOwnerOnly(directory.resolve(state.spec().instanceId()).resolve(STATE_FILE),
                json.writeValueAsBytes(state));
    }

    /** All machines that were kept. One that can't be read is left out and said in the log. */
    List<MachineState> load() throws IOException {
        List<MachineState> states = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return states;
        }
        try (Stream<Path> children = Files.list(directory)) {
            for (Path file : children.map(child -> child.resolve(STATE_FILE)).filter(Files::exists).sorted().toList()) {
                try {
                    states.add(json.readValue(file.toFile(), MachineState.class));
                } catch (JsonProcessingException broken) {
                    LOG.error("the machine in {} can't be read and stays off", file, broken);
                }
            }
        }
        return states;
    }

    void forget(String instanceId) throws IOException {
        Path own = directory.resolve(instanceId);
        if (!Files.exists(own)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(own)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
