package endpointlab.app;

import endpointlab.aws.AwsConnection;
import endpointlab.aws.AwsMachine;
import endpointlab.cost.PriceTable;
import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.DiagramReader;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.store.LabHome;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/** The program in its real surroundings. */
public final class Program {

    /** Held here, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /** Commands that will need the AWS SDK in a moment. */
    private static final Set<String> WITH_A_CLOUD = Set.of("run", "cleanup", "preflight", "sweep", "practice-cloud");

    private Program() {
    }

    /** Does what the command line says and returns the exit code. */
    public static int run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        if (WindowOptions.isFor(words)) {
            warmUp();
        }
        try (Logs logs = Logs.silent()) {
            if (WindowOptions.isFor(words)) {
                // The window sees to its own end.
                Surroundings around = surroundings(logs, action -> () -> { }, Trouble.none());
                Optional<String> noWindow = Desktop.here().noWindow();
                OptionalInt exit = noWindow.isEmpty() ? window(around, words) : OptionalInt.empty();
                if (exit.isPresent()) {
                    return exit.getAsInt();
                }
                sayWhyTerminal(around, words, noWindow.orElse("desktop.no-display"));
                words.add(0, "run");
            }
            return terminal(logs, words);
        }
    }

    private static int terminal(Logs logs, List<String> words) {
        ShutdownInterrupts interrupts = new ShutdownInterrupts();
        interrupts.install();
        try {
            if (WITH_A_CLOUD.contains(words.get(0))) {
                inBackground("preload", AwsConnection::preload);
            }
            return new TerminalFront(surroundings(logs, interrupts, Trouble.none()))
                    .run(words.toArray(String[]::new));
        } finally {
            interrupts.ended();
        }
    }

    /** The real surroundings. @param trouble that practice clouds of this process make, unless a command has its own */
    static Surroundings surroundings(Logs logs, Interrupts interrupts, Trouble trouble) {
        return new Surroundings(new FileInputStream(FileDescriptor.in), stream(FileDescriptor.out),
                stream(FileDescriptor.err), isTerminal(), Messages::in, LabHome::ofUser, logs::to, interrupts,
                new CloudOpener(trouble), AwsMachine.here());
    }

    /**
     * Shows the window until it is closed.
     *
     * @return the exit code; empty if JavaFX can't open the display that the environment names
     */
    private static OptionalInt window(Surroundings around, List<String> words) {
        try {
            WindowOptions.of(words);
        } catch (BadInput bad) {
            Messages texts = around.texts().apply(Language.JA);
            bad.sentences(texts).forEach(sentence -> around.err().print(sentence + "\n"));
            around.err().flush();
            return OptionalInt.of(ExitCode.BAD_INPUT);
        }
        // It warns that it stands on the class path, which is meant: the AWS SDK can't be linked as modules.
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Application.launch(WindowProgram.class, words.toArray(String[]::new));
            return OptionalInt.of(ExitCode.DONE);
        } catch (UnsupportedOperationException noDisplay) {
            LoggerFactory.getLogger(Program.class).info("JavaFX can't open the display", noDisplay);
            return OptionalInt.empty();
        }
    }

    /** Loads classes that the window is about to need on the other core, while JavaFX starts on this one. */
    static void warmUp() {
        inBackground("warm-up", () -> {
            Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
            new DiagramReader().read(lab);
            PriceTable.load();
        });
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void sayWhyTerminal(Surroundings around, List<String> words, String why) {
        Language language = words.contains("en") ? Language.EN : Language.JA;
        around.err().print(around.texts().apply(language).text(why) + "\n");
        around.err().flush();
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Since Java 22 there may be a console though nobody sits at it; only asking tells. */
    private static boolean isTerminal() {
        if (System.console() == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            Method asks = Console.class.getMethod("isTerminal");
            return (boolean) asks.invoke(System.console());
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unusable) {
            return false;
        }
    }
}
