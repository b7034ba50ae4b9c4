package endpointlab.userdata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens the redirections of a command. */
final class Redirector {

    private final Shell shell;
    private final Expander expander;

    Redirector(Shell shell, Expander expander) {
        this.shell = shell;
        this.expander = expander;
    }

    /** @return empty if a file could not be opened; that was said on standard error */
    Optional<Streams> open(List<Node.Redirection> redirections, int line, Streams streams)
            throws IOException, InterruptedException {
        Streams opened = streams;
        for (Node.Redirection redirection : redirections) {
            String target = expander.string(redirection.target().word(), streams);
            try {
                opened = open(redirection, target, opened);
            } catch (FileProblem problem) {
                shell.complain(streams, line, target + ": " + problem.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(opened);
    }

    private Streams open(Node.Redirection redirection, String target, Streams streams) throws IOException {
        return switch (redirection.kind()) {
            case HERE -> streams.withIn(new ByteArrayInputStream(target.getBytes(StandardCharsets.UTF_8)));
            case READ -> streams.withIn(input(target));
            case DUPLICATE -> duplicate(redirection.descriptor(), target, streams);
            case WRITE -> output(redirection.descriptor(), file(target, false, streams), streams);
            case APPEND -> output(redirection.descriptor(), file(target, true, streams), streams);
        };
    }

    private static Streams duplicate(int descriptor, String target, Streams streams) throws FileProblem {
        OutputStream copied = switch (target) {
            case "1" -> streams.out();
            case "2" -> streams.err();
            case "-" -> OutputStream.nullOutputStream();
            default -> throw new FileProblem("Bad file descriptor");
        };
        return output(descriptor, copied, streams);
    }

    private static Streams output(int descriptor, OutputStream to, Streams streams) {
        return switch (descriptor) {
            case 1 -> streams.withOut(to);
            case 2 -> streams.withErr(to);
            default -> streams.withOut(to).withErr(to);
        };
    }

    private InputStream input(String target) throws FileProblem {
        if (target.equals("/dev/null")) {
            return InputStream.nullInputStream();
        }
        byte[] content = shell.host().files().read(path(target), user());
        shell.limits().move(content.length);
        return new ByteArrayInputStream(content);
    }

    private OutputStream file(String target, boolean append, Streams streams) throws FileProblem {
        return switch (target) {
            case "/dev/null" -> OutputStream.nullOutputStream();
            case "/dev/stdout" -> streams.out();
            case "/dev/stderr" -> streams.err();
            default -> {
                shell.host().files().write(path(target), new byte[0], append, user(), shell.host().now());
                yield new FileOutput(shell, path(target), user());
            }
        };
    }

    private String path(String target) {
        return FileTree.resolve(shell.environment().directory(), target);
    }

    private String user() {
        return shell.environment().user();
    }

    /** Appends what is written to a file of the machine. */
    private static final class FileOutput extends OutputStream {

        private final Shell shell;
        private final String path;
        private final String user;

        FileOutput(Shell shell, String path, String user) {
            this.shell = shell;
            this.path = path;
            this.user = user;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            Host host = shell.host();
            // A file is kept whole, so that writing to its end costs as much as all of it.
            shell.limits().move(host.files().find(path).stream().mapToLong(FileEntry::size).sum());
            byte[] piece = Arrays.copyOfRange(bytes, from, from + count);
            host.files().write(path, piece, true, user, host.now());
        }
    }
}
