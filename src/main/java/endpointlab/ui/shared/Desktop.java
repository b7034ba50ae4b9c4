package endpointlab.ui.shared;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** What the window asks of the computer it runs on; {@code app} puts it into practice. */
public interface Desktop {

    /** Opens an address in the user's browser; returns at once. */
    void browse(URI address);

    /**
     * Writes a UTF-8 text file in the background.
     *
     * @return completes when it is on disk; exceptionally with a {@link endpointlab.lab.ProblemException}
     */
    CompletableFuture<Void> save(Path file, String text);
}
