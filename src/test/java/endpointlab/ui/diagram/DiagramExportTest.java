package endpointlab.ui.diagram;

import static endpointlab.ui.diagram.FxSupport.fx;
import static endpointlab.ui.diagram.FxSupport.until;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.ui.shared.FileNames;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DiagramExportTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    private DiagramView show(java.util.function.Function<String, Optional<Path>> chooser) {
        return FxSupport.show(stage, Language.JA, 800, 420, localizer -> {
            DiagramView view = new DiagramView(SampleLab.model(), localizer);
            view.show(SampleLab.finished(), SampleLab.NOW, 7);
            view.setOnSave(new DiagramExport(ForkJoinPool.commonPool(), chooser, told::add)::save);
            return view;
        });
    }

    @Test
    void theWholeDiagramAtTwiceItsSizeWhateverTheZoom(@TempDir Path folder, FxRobot robot) throws Exception {
        DiagramView view = show(suggested -> Optional.of(folder.resolve(suggested)));
        fx(() -> view.setZoom(3));
        robot.clickOn("#diagram-save");
        until(() -> !told.isEmpty());

        try (var files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            assertThat(file.getFileName().toString())
                    .isEqualTo(FileNames.possible("構成図-" + LocalDate.now() + ".png",
                            "diagram-" + LocalDate.now() + ".png"));
            assertThat(told).containsExactly(file.getFileName() + " に保存しました。");
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(image.getWidth()).isEqualTo(2032);
            assertThat(image.getHeight()).isEqualTo(732);
            assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        }
    }

    @Test
    void nothingHappensWithoutAPlace(FxRobot robot) {
        show(suggested -> Optional.empty());
        robot.clickOn("#diagram-save");
        assertThat(told).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid(@TempDir Path folder, FxRobot robot) {
        show(suggested -> Optional.of(folder.resolve("missing").resolve(suggested)));
        robot.clickOn("#diagram-save");
        until(() -> !told.isEmpty());
        assertThat(told.get(0)).startsWith("図を保存できませんでした。");
    }
}
