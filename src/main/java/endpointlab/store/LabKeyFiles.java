package endpointlab.store;

import endpointlab.files.AtomicFile;
import endpointlab.lab.KeyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The private keys of one lab, beside its state, each in a file that only its owner can read. */
public final class LabKeyFiles implements KeyFiles {

    private final Path directory;

    public LabKeyFiles(LabHome home, String runId) {
        this.directory = home.lab(runId);
    }

    @Override
    public Path save(String name, String privateKey) throws IOException {
        Path file = file(name);
        AtomicFile.writeOwnerOnly(file, privateKey.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    @Override
    public Optional<Path> find(String name) {
        return Optional.of(file(name)).filter(Files::isRegularFile);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a name of a key: " + name);
        }
        return directory.resolve(name + ".pem");
    }
}
