package endpointlab.userdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs a file of the machine that was called by its path. */
final class ScriptFile {

    private final Shell shell;

    ScriptFile(Shell shell) {
        this.shell = shell;
    }

    OptionalInt run(List<String> words, int line, Streams streams) throws IOException, InterruptedException {
        String name = words.get(0);
        String path = FileTree.resolve(shell.environment().directory(), name);
        Optional<FileEntry> entry = shell.host().files().find(path);
        if (entry.isEmpty()) {
            shell.complain(streams, line, name + ": " + FileProblem.MISSING);
            return OptionalInt.of(127);
        }
        String user = shell.environment().user();
        if (entry.get().isDirectory()) {
            shell.complain(streams, line, name + ": " + FileProblem.IS_DIRECTORY);
            return OptionalInt.of(126);
        }
        if ((entry.get().mode() & 0111) == 0 || !entry.get().mayRead(user)) {
            shell.complain(streams, line, name + ": " + FileProblem.DENIED);
            return OptionalInt.of(126);
        }
        return OptionalInt.of(run(path, name, words.subList(1, words.size()), streams));
    }

    /** Runs the script at {@code path} whatever its permission bits, as {@code bash file} does. */
    int run(String path, String name, List<String> arguments, Streams streams)
            throws IOException, InterruptedException {
        byte[] script = shell.host().files().read(path, shell.environment().user());
        Shell another = shell.another(name);
        another.environment().setArguments(arguments);
        return another.run(new String(script, StandardCharsets.UTF_8), streams);
    }
}
