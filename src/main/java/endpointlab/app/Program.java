package endpointlab.app;

import endpointlab.i18n.Messages;
import endpointlab.store.LabHome;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/** The program in its real surroundings. */
public final class Program {

    private Program() {
    }

    /** Does what the command line says and returns the exit code. */
    public static int run(String... arguments) {
        ShutdownInterrupts interrupts = new ShutdownInterrupts();
        interrupts.install();
        try (Logs logs = Logs.silent()) {
            Surroundings around = new Surroundings(new FileInputStream(FileDescriptor.in),
                    stream(FileDescriptor.out), stream(FileDescriptor.err), isTerminal(), Messages::in,
                    LabHome::ofUser, logs::to, interrupts, new PracticeClouds());
            return new TerminalFront(around).run(arguments);
        } finally {
            interrupts.ended();
        }
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
