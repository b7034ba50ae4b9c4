package endpointlab.app;

import endpointlab.files.AtomicFile;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.ui.shared.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javafx.application.HostServices;

/** The user's browser, file manager and disk. */
final class UserDesktop implements Desktop {

    private final HostServices services;
    private final ExecutorService background;

    UserDesktop(HostServices services, ExecutorService background) {
        this.services = services;
        this.background = background;
    }

    @Override
    public void browse(URI address) {
        background.execute(() -> services.showDocument(address.toString()));
    }

    @Override
    public CompletableFuture<Void> save(Path file, String text) {
        return CompletableFuture.runAsync(() -> {
            try {
                AtomicFile.writeText(file, text);
            } catch (IOException failure) {
                throw new ProblemException(new Problem("FileNotSaved", "window.file-not-saved.cause",
                        "window.file-not-saved.remedy", List.of(file.toString()), "", "", ""), failure);
            }
        }, background);
    }
}
