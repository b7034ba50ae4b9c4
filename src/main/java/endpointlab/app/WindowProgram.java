package endpointlab.app;

import endpointlab.store.LabHome;
import endpointlab.ui.main.MainWindow;
import endpointlab.ui.shared.Fonts;
import endpointlab.ui.shared.FxThread;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: start-up and shutdown in order. JavaFX makes it and calls {@link #init}, {@link #start}, {@link #stop}. */
public final class WindowProgram extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final String ICON = "/endpointlab/ui/app.png";

    private ExecutorService background;
    private WindowOptions options;
    private LabHome home;
    private Logs logs;
    private WindowData data;
    private volatile WindowSetup setup;
    private boolean ended;

    /** Reads what the window needs before it can be shown. */
    @Override
    public void init() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "window-end"));
        FxThread.run(Fonts::load);
        options = WindowOptions.of(getParameters().getRaw());
        home = options.home();
        logs = Logs.silent();
        logs.to(home.log());
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) ->
                LOG.error("a mistake in the program, on {}", thread.getName(), mistake));
        background = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "window-background");
            thread.setDaemon(true);
            return thread;
        });
        data = WindowData.read(home, options.language());
    }

    @Override
    public void start(Stage stage) {
        setup = new WindowSetup(home, data, Program.surroundings(logs, action -> () -> { }, options.trouble()),
                new UserDesktop(getHostServices(), background), background);
        Scene scene = new Scene(setup.window(), WIDTH, HEIGHT);
        setup.appearance().register(scene);
        stage.titleProperty().bind(setup.localizer().bind("window.title"));
        stage.getIcons().setAll(new Image(WindowProgram.class.getResource(ICON).toExternalForm()));
        stage.setMinWidth(MainWindow.MIN_WIDTH);
        stage.setMinHeight(MainWindow.MIN_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!setup.window().mayClose(stage::close)) {
                event.consume();
            }
        });
        setup.window().showStart();
        stage.show();
    }

    @Override
    public void stop() {
        end();
    }

    /**
     * Saves and closes what is open, once; a call to AWS in flight is waited for. At a SIGTERM, such as at a logout,
     * JavaFX stops without calling {@link #stop}.
     */
    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (setup != null) {
            setup.close();
        }
        if (background != null) {
            background.shutdown();
        }
        if (logs != null) {
            logs.close();
        }
    }
}
