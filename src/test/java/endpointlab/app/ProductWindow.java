package endpointlab.app;

import static endpointlab.ui.shared.Fx.onFx;

import endpointlab.aws.AwsMachine;
import endpointlab.i18n.Messages;
import endpointlab.store.LabHome;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.Desktop;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The product's window on a test's stage, put together as the launcher does it. */
final class ProductWindow implements AutoCloseable {

    private final Stage stage;
    private final ExecutorService background = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "product-window");
        thread.setDaemon(true);
        return thread;
    });
    private WindowSetup setup;

    ProductWindow(Stage stage) {
        this.stage = stage;
    }

    /** Opens the start page, 1280×800, on practice clouds and a machine without AWS settings. */
    MainWindow open(LabHome home, Desktop desktop) {
        return open(home, desktop, new CloudOpener(Trouble.none()), AwsMachine.with(Map.of()));
    }

    MainWindow open(LabHome home, Desktop desktop, Clouds clouds, AwsMachine machine) {
        WindowData data = WindowData.read(home, Optional.empty());
        return onFx(() -> show(home, data, desktop, clouds, machine));
    }

    /** To be called on the JavaFX thread. */
    MainWindow show(LabHome home, WindowData data, Desktop desktop) {
        return show(home, data, desktop, new CloudOpener(Trouble.none()), AwsMachine.with(Map.of()));
    }

    private MainWindow show(LabHome home, WindowData data, Desktop desktop, Clouds clouds, AwsMachine machine) {
        Surroundings around = new Surroundings(InputStream.nullInputStream(),
                new PrintStream(PrintStream.nullOutputStream()), new PrintStream(PrintStream.nullOutputStream()), false,
                Messages::in, () -> home, log -> { }, action -> () -> { }, clouds, machine);
        setup = new WindowSetup(home, data, around, desktop, background);
        Scene scene = new Scene(setup.window(), 1280, 800);
        setup.appearance().register(scene);
        stage.setScene(scene);
        // The toolkit's stage is shared, and keeps the size another test gave it.
        stage.setWidth(1280);
        stage.setHeight(800);
        setup.window().showStart();
        stage.show();
        return setup.window();
    }

    @Override
    public void close() {
        if (setup != null) {
            setup.close();
        }
        background.shutdownNow();
    }
}
