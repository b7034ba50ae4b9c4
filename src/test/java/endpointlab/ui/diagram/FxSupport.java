package endpointlab.ui.diagram;

import endpointlab.i18n.Language;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** A window to show parts of the diagram in. */
public final class FxSupport {

    private FxSupport() {
    }

    /** Runs on the JavaFX thread and waits for what it gives. */
    public static <T> T fx(Callable<T> task) {
        T result = WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(task));
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    public static void fx(Runnable task) {
        fx(() -> {
            task.run();
            return null;
        });
    }

    /** Waits up to ten seconds. */
    public static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("waited ten seconds in vain", late);
        }
    }

    /** Shows what {@code made} makes, in the light theme. */
    public static <T extends Parent> T show(Stage stage, Language language, double width, double height,
                                            Function<Localizer, T> made) {
        return fx(() -> {
            Fonts.load();
            Appearance appearance = new Appearance();
            appearance.themeProperty().set(Theme.LIGHT);
            T root = made.apply(new Localizer(language));
            Scene scene = new Scene(root, width, height);
            appearance.register(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.sizeToScene();
            stage.show();
            root.applyCss();
            root.layout();
            return root;
        });
    }
}
