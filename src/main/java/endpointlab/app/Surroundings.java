package endpointlab.app;

import endpointlab.aws.AwsMachine;
import endpointlab.clock.Cancellation;
import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.store.LabHome;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the commands have around them.
 *
 * @param in          standard input
 * @param out         standard output, UTF-8 whatever the system says
 * @param err         standard error, UTF-8 too
 * @param interactive whether a person looks at {@code out}, so that a line may be drawn again
 * @param texts       loads the texts in a language
 * @param home        where labs are kept unless {@code --home} says otherwise
 * @param logTo       starts writing the log to a file
 * @param machine     what this computer is set up with for AWS; nothing of it counts in practice mode
 */
record Surroundings(InputStream in, PrintStream out, PrintStream err, boolean interactive,
                    Function<Language, Messages> texts, Supplier<LabHome> home, Consumer<Path> logTo,
                    Interrupts interrupts, Clouds clouds, AwsMachine machine) {

    /** The same for work inside the window, which has a log already and a button of its own to interrupt. */
    Surroundings inWindow(Cancellation cancellation) {
        return new Surroundings(in, out, err, false, texts, home, log -> { }, action -> {
            Cancellation.Registration registration = cancellation.onCancel(action);
            return registration::close;
        }, clouds, machine);
    }
}
