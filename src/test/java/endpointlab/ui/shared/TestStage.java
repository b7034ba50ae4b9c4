package endpointlab.ui.shared;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A test's stage. To be used on the JavaFX thread. */
public final class TestStage {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private TestStage() {
    }

    /** Shows {@code root} in a window of 1280×800 that looks as {@code appearance} says. */
    public static void show(Stage stage, Parent root, Appearance appearance) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        appearance.register(scene);
        stage.setScene(scene);
        // The toolkit's stage is shared, and keeps the size another test gave it.
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
    }
}
