package endpointlab.userdata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One call of a program.
 *
 * @param words   its name and arguments
 * @param shell   the shell that calls it
 * @param streams where it reads from and writes to
 */
public record Call(List<String> words, Shell shell, Streams streams) {

    public String name() {
        return words.get(0);
    }

    public List<String> arguments() {
        return words.subList(1, words.size());
    }

    public Host host() {
        return shell.host();
    }

    public FileTree files() {
        return host().files();
    }

    /** The user it runs as. */
    public String user() {
        return shell.environment().user();
    }

    /** Absolute form of a path argument. */
    public String path(String argument) {
        return FileTree.resolve(shell.environment().directory(), argument);
    }

    public void print(String text) throws IOException {
        write(streams.out(), text);
    }

    public void line(String text) throws IOException {
        print(text + "\n");
    }

    public void error(String text) throws IOException {
        write(streams.err(), text + "\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
