package endpointlab.store;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Says that this process, and no other, works on a lab. The system gives it up when the process ends, however it
 * ends. The empty lock file stays, because removing it would let two processes lock two files of one name.
 */
public final class InstanceLock implements AutoCloseable {

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws ProblemException {@code LabInUse} if another process works on the lab */
    public static InstanceLock acquire(LabHome home, String runId) {
        return acquire(home.lockFile(runId), runId);
    }

    /**
     * For anything else that only one process may work on.
     *
     * @param name what the learner calls it
     * @throws ProblemException {@code LabInUse} if another process does
     */
    public static InstanceLock acquire(Path file, String name) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new ProblemException(new Problem("LabInUse", "problem.lab-in-use.cause",
                        "problem.lab-in-use.remedy", List.of(name), "", "", ""), null);
            }
            return new InstanceLock(channel);
        } catch (IOException unusable) {
            throw StoreProblems.notSaved(file, unusable);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Lets others work on the lab. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
