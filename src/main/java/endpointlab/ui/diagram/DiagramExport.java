package endpointlab.ui.diagram;

import endpointlab.ui.shared.FileNames;
import endpointlab.ui.shared.FxThread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves a diagram as it is shown, whole and at twice its logical size, as a PNG file in the current theme. Give
 * {@link #save} to {@link DiagramView#setOnSave}.
 */
public final class DiagramExport {

    private static final Logger LOG = LoggerFactory.getLogger(DiagramExport.class);
    private static final double SCALE = 2;

    private final Executor background;
    private final Function<String, Optional<Path>> chooser;
    private final Consumer<String> told;

    /**
     * @param background runs what must not hold the JavaFX thread
     * @param chooser    from a suggested file name to where the learner wants it; empty if they don't. Called on the
     *                   JavaFX thread
     * @param told       is told on the JavaFX thread in one sentence how it went
     */
    public DiagramExport(Executor background, Function<String, Optional<Path>> chooser, Consumer<String> told) {
        this.background = background;
        this.chooser = chooser;
        this.told = told;
    }

    /** Asks for a place and saves the diagram there. To be called on the JavaFX thread. */
    public void save(DiagramView view) {
        String end = "-" + LocalDate.now() + ".png";
        String name = FileNames.possible(view.localizer().text("diagram.save.file") + end, "diagram" + end);
        chooser.apply(name).ifPresent(file -> {
            WritableImage picture = picture(view);
            background.execute(() -> write(view, picture, file));
        });
    }

    /** The whole diagram at twice its logical size, whatever the zoom. */
    static WritableImage picture(DiagramView view) {
        DiagramCanvas canvas = view.canvas();
        SnapshotParameters parameters = new SnapshotParameters();
        double shown = view.board().scale();
        parameters.setTransform(Transform.scale(SCALE / shown, SCALE / shown));
        parameters.setFill(ground(view));
        return canvas.snapshot(parameters, null);
    }

    private static Color ground(DiagramView view) {
        var background = view.getBackground();
        return background != null && !background.getFills().isEmpty()
                && background.getFills().get(0).getFill() instanceof Color colour ? colour : Color.WHITE;
    }

    private void write(DiagramView view, WritableImage picture, Path file) {
        boolean saved = false;
        try {
            Path target = file.toAbsolutePath();
            Path part = Files.createTempFile(target.getParent(), "diagram", ".part");
            try {
                BufferedImage image = SwingFXUtils.fromFXImage(picture, null);
                try (var out = Files.newOutputStream(part)) {
                    saved = ImageIO.write(image, "png", out);
                }
                Files.move(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            saved = false;
            LOG.warn("diagram could not be saved as {}", file, unwritable);
        }
        boolean done = saved;
        FxThread.run(() -> told.accept(done ? view.localizer().text("diagram.save.done", file.getFileName())
                : view.localizer().text("diagram.save.failed")));
    }
}
