package endpointlab.ui.main;

import static endpointlab.ui.diagram.FxSupport.fx;

import endpointlab.i18n.Language;
import endpointlab.ui.main.Shots.Shot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * A program of its own, run by {@link JapaneseWithoutCjkFontTest} where fontconfig lists next to nothing: shows every
 * screen and writes down the families that the system has, a line {@code --}, and every text with its font's family.
 */
final class ScreensWithoutFonts {

    static final String SEPARATOR = "--";

    private ScreensWithoutFonts() {
    }

    /** @param arguments a directory to work in, and the file to write */
    public static void main(String[] arguments) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        List<String> lines = new ArrayList<>(fx(Font::getFamilies));
        lines.add(SEPARATOR);
        TextHunt hunt = new TextHunt();
        try (Course course = new Course(Path.of(arguments[0]))) {
            Gallery gallery = fx(() -> new Gallery(stage));
            Shots shots = new Shots(gallery, course);
            for (Shot shot : shots.all()) {
                fx(() -> {
                    gallery.closeOthers();
                    gallery.size(shot.small() ? 1024 : 1280, shot.small() ? 600 : 800);
                    shot.show().run();
                });
                gallery.settle();
                for (Language language : List.of(Language.EN, Language.JA)) {
                    fx(() -> gallery.context().localizer().languageProperty().set(language));
                    gallery.settle();
                    fx(hunt::everything);
                }
                fx(() -> lookCloser(hunt, gallery, shots.scene(shot)));
            }
            fx(gallery::close);
        }
        lines.addAll(hunt.found());
        Files.write(Path.of(arguments[1]), lines, StandardCharsets.UTF_8);
        System.exit(0);
    }

    private static void lookCloser(TextHunt hunt, Gallery gallery, Scene scene) {
        hunt.popups(scene.getRoot());
        if (gallery.wizard() != null) {
            gallery.wizard().focusDiagram();
            Node focused = scene.getFocusOwner();
            if (focused != null) {
                focused.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false,
                        false));
                hunt.everything();
            }
        }
    }
}
