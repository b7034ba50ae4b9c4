package endpointlab.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.files.AtomicFile;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings on disk: {@code settings.json} in the home, UTF-8, written whole and atomically. What can't be
 * understood never keeps the app from starting and is never lost: the default holds instead, and the file is kept
 * aside under another name. Keys that we don't know survive. Safe for use by any thread.
 */
public final class SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final Path file;
    private final JsonMapper mapper = Json.mapper();

    public SettingsStore(LabHome home) {
        this.file = home.root().resolve("settings.json");
    }

    /**
     * What was found.
     *
     * @param problem what to tell the user; empty if all is well
     */
    public record Loaded(Settings settings, Optional<Problem> problem) {
    }

    /** The settings as last saved; the default where there are none or they can't be understood. */
    public synchronized Loaded load() {
        try {
            SettingsJson.Reading reading = SettingsJson.read(tree());
            return new Loaded(reading.settings(), reading.unusable().isEmpty() ? Optional.empty()
                    : Optional.of(problem("settings-value", String.join(", ", reading.unusable()),
                            Files.copy(file, aside()).toString())));
        } catch (NoSuchFileException none) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        } catch (JsonProcessingException damage) {
            LOG.warn("settings are damaged", damage);
            return new Loaded(Settings.DEFAULT, Optional.of(keptAside()));
        } catch (IOException failure) {
            LOG.warn("settings can't be read", failure);
            return new Loaded(Settings.DEFAULT, Optional.of(StoreProblems.unreadable(file, failure).problem()));
        }
    }

    /** @throws ProblemException {@code FileNotSaved} if they could not be written; the old ones are then still there */
    public synchronized void save(Settings settings) {
        try {
            ObjectNode tree = known();
            SettingsJson.write(settings, tree);
            AtomicFile.write(file, mapper.writeValueAsBytes(tree));
        } catch (IOException failure) {
            throw StoreProblems.notSaved(file, failure);
        }
    }

    private ObjectNode known() throws IOException {
        try {
            return tree();
        } catch (NoSuchFileException none) {
            return mapper.createObjectNode();
        } catch (JsonProcessingException damage) {
            LOG.warn("settings were damaged meanwhile", damage);
            Files.move(file, aside());
            return mapper.createObjectNode();
        }
    }

    private ObjectNode tree() throws IOException {
        JsonNode tree = mapper.readTree(Files.readAllBytes(file));
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new SettingsJson.NotAnObject();
    }

    private Problem keptAside() {
        try {
            return problem("settings-damaged", Files.move(file, aside()).toString());
        } catch (IOException failure) {
            LOG.warn("damaged settings can't be kept aside", failure);
            return StoreProblems.unreadable(file, failure).problem();
        }
    }

    private Problem problem(String text, String... arguments) {
        List<String> all = new ArrayList<>(List.of(file.toString()));
        all.addAll(List.of(arguments));
        return new Problem("SettingsDamaged", "problem." + text + ".cause", "problem." + text + ".remedy", all, "",
                "", "");
    }

    private Path aside() {
        for (int number = 1; ; number++) {
            Path aside = file.resolveSibling("settings.damaged-" + number + ".json");
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }
}
