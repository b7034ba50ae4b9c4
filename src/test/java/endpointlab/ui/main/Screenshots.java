package endpointlab.ui.main;

import static endpointlab.ui.diagram.FxSupport.fx;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.ui.main.Shots.Shot;
import endpointlab.ui.shared.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Pictures of every screen: {@code mvn test -Dtest=Screenshots -Dscreenshots=DIR} writes them to {@code DIR}, in both
 * languages, light and dark, at 1280×800 and 1920×1080, some in high contrast and at 1024×600 too. With
 * {@code -Dscreenshots.only=TEXT} only those whose name contains the text. Without a directory a few are made and
 * looked at by their colours alone.
 */
@ExtendWith(ApplicationExtension.class)
class Screenshots {

    private static final Set<String> FEW = Set.of("start", "step-07-running", "step-17-after", "presenter");
    private static final Set<String> IN_CONTRAST = Set.of("start", "step-07-running", "step-16-passed",
            "step-16-stopped", "step-17-while", "concept-5");

    @TempDir
    private Path home;
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    private record Size(int width, int height) {

        private static final Size SMALL = new Size(1024, 600);
        private static final Size USUAL = new Size(1280, 800);
        private static final Size LARGE = new Size(1920, 1080);

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    @Test
    void everyScreen() throws IOException {
        String directory = System.getProperty("screenshots", "");
        String only = System.getProperty("screenshots.only", "");
        try (Course course = new Course(home)) {
            Gallery gallery = fx(() -> new Gallery(stage));
            Shots shots = new Shots(gallery, course);
            for (Shot shot : shots.all()) {
                boolean wanted = directory.isEmpty() ? FEW.contains(shot.name()) && !shot.small()
                        : shot.name().contains(only);
                if (wanted) {
                    take(gallery, shots, shot, directory);
                }
            }
            fx(gallery::close);
        }
    }

    private static void take(Gallery gallery, Shots shots, Shot shot, String directory) throws IOException {
        List<Size> sizes = new ArrayList<>();
        if (shot.small()) {
            sizes.add(Size.SMALL);
        } else {
            sizes.add(Size.USUAL);
            if (!shot.beside() && !directory.isEmpty()) {
                sizes.add(Size.LARGE);
            }
        }
        for (Size size : sizes) {
            fx(() -> {
                gallery.closeOthers();
                gallery.size(size.width(), size.height());
                shot.show().run();
            });
            gallery.settle();
            for (Theme theme : Theme.values()) {
                if (theme != Theme.HIGH_CONTRAST || IN_CONTRAST.contains(shot.name())) {
                    for (Language language : Language.values()) {
                        String name = shot.name() + "-" + size + "-" + language.name().toLowerCase(Locale.ROOT) + "-"
                                + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
                        take(gallery, shots, shot, theme, language, directory.isEmpty() ? null
                                : Path.of(directory, name));
                    }
                }
            }
        }
    }

    private static void take(Gallery gallery, Shots shots, Shot shot, Theme theme, Language language, Path file)
            throws IOException {
        fx(() -> {
            gallery.context().appearance().themeProperty().set(theme);
            gallery.context().localizer().languageProperty().set(language);
        });
        gallery.settle();
        BufferedImage picture = fx(() -> picture(shots.scene(shot)));
        assertThat(colours(picture)).as("colours of %s in %s", shot.name(), theme).isGreaterThan(10);
        if (file != null) {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        }
    }

    private static BufferedImage picture(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage image = scene.snapshot(null);
        BufferedImage seen = SwingFXUtils.fromFXImage(image, null);
        BufferedImage opaque = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(seen, 0, 0, null);
        return opaque;
    }

    private static long colours(BufferedImage picture) {
        return java.util.stream.IntStream.range(0, picture.getWidth() * picture.getHeight() / 7)
                .map(i -> picture.getRGB(i * 7 % picture.getWidth(), i * 7 / picture.getWidth())).distinct().count();
    }
}
