package endpointlab.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where private keys are kept: files that only their owner can read, and that survive a crash once saved.
 *
 * <p>A name is made of lower-case letters, digits and hyphens.
 */
public interface KeyFiles {

    /**
     * Saves a private key, replacing one of that name.
     *
     * @param privateKey the text of the key file
     * @return the file, as SSH clients read it
     */
    Path save(String name, String privateKey) throws IOException;

    /** The file of that name, if there is one. */
    Optional<Path> find(String name);

    /** Deletes the file; does nothing if there is none. */
    void delete(String name) throws IOException;
}
