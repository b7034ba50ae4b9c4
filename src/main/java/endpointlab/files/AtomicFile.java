package endpointlab.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a whole file so that a reader, a crash or a power cut finds either the old content or the new one, never a
 * part: into a temporary file beside it, forced to disk, then moved over it in one step.
 */
public final class AtomicFile {

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9]+\\.tmp");

    private AtomicFile() {
    }

    /** How far a write has come. */
    public enum Stage {
        /** Nothing is on disk yet. */
        BEGUN,
        /** The temporary file is there, and empty. */
        OPENED,
        /** The temporary file has its content, which the disk may not have yet. */
        WRITTEN,
        FORCED,
        /** The old file, if it is to be kept, has its other name; there is none under its own. */
        SET_ASIDE,
        /** The new content has the file's name, which the disk may not have yet. */
        MOVED,
        DURABLE
    }

    /**
     * Sees a write pass through its stages. An {@link Error} thrown here leaves everything as it lies then, as a kill
     * would; an {@link IOException} is a failure of the disk.
     */
    @FunctionalInterface
    public interface Witness {

        Witness NONE = stage -> { };

        void at(Stage stage) throws IOException;
    }

    /** Produces the content of a file. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code content} to {@code file}, making missing directories.
     *
     * @throws IOException if it could not be written; the old content is then still there
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** As {@link #write(Path, byte[])}, for text in UTF-8. */
    public static void writeText(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(Path, byte[])}, for content that is made while it is written. */
    public static void write(Path file, Content content) throws IOException {
        write(file, Optional.empty(), content, false, Witness.NONE);
    }

    /**
     * As {@link #write(Path, byte[])}, but from its first byte on only the file's owner may read it: mode 0600, or on
     * Windows an access control list with one entry.
     */
    public static void writeOwnerOnly(Path file, byte[] content) throws IOException {
        write(file, Optional.empty(), out -> out.write(content), true, Witness.NONE);
    }

    /**
     * As {@link #writeOwnerOnly}, and the old content stays, as {@code previous}. A kill may leave no {@code file}
     * but {@code previous} only, which then holds what was valid last.
     */
    public static void replaceOwnerOnly(Path file, Path previous, byte[] content, Witness witness)
            throws IOException {
        write(file, Optional.of(previous), out -> out.write(content), true, witness);
    }

    /**
     * Removes temporary files that a killed process left in {@code directory} and below. Only for a directory in
     * which nobody else writes now.
     */
    public static void removeLeftTemporaries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> files = Files.walk(directory)) {
            left = files.filter(file -> TEMPORARY.matcher(file.getFileName().toString()).matches()).toList();
        }
        for (Path file : left) {
            LOG.info("{} was left behind by a killed process and is removed", file);
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, Optional<Path> previous, Content content, boolean ownerOnly,
                              Witness witness) throws IOException {
        witness.at(Stage.BEGUN);
        Path target = file.toAbsolutePath();
        Path directory = target.getParent();
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, "." + target.getFileName() + ".", ".tmp",
                ownerOnly ? OwnerOnly.fileAttributes(directory) : new FileAttribute<?>[0]);
        try {
            witness.at(Stage.OPENED);
            writeForced(temporary, content, witness);
            if (previous.isPresent() && Files.exists(target)) {
                move(target, previous.get());
            }
            witness.at(Stage.SET_ASIDE);
            move(temporary, target);
        } catch (IOException | RuntimeException failure) {
            putBack(target, previous, failure);
            Files.deleteIfExists(temporary);
            throw failure;
        }
        witness.at(Stage.MOVED);
        forceDirectory(directory);
        witness.at(Stage.DURABLE);
    }

    private static void putBack(Path target, Optional<Path> previous, Exception failure) {
        try {
            if (previous.isPresent() && Files.exists(previous.get()) && !Files.exists(target)) {
                Files.move(previous.get(), target);
            }
        } catch (IOException stillThere) {
            failure.addSuppressed(stillThere);
        }
    }

    private static void writeForced(Path file, Content content, Witness witness) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            witness.at(Stage.WRITTEN);
            channel.force(true);
        }
        witness.at(Stage.FORCED);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException rareFileSystem) {
            LOG.debug("{} can't be replaced in one step here", to, rareFileSystem);
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The move itself is durable only once the directory is; Windows can't open one and doesn't need it. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            LOG.trace("{} can't be forced to disk here", directory, notHere);
        }
    }
}
