package endpointlab.store;

import endpointlab.lab.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that this process, and no other, works on a lab. The system gives it up when the process ends, however it
 * ends. The empty lock file stays, because removing it would let two processes lock two files of one name. Who holds
 * the lock stands in a file beside it.
 */
public final class InstanceLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private InstanceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param program what others are told works on the lab, such as {@code endpointlab run}
     * @throws ProblemException {@code LabInUse} if somebody works on the lab
     */
    public static InstanceLock acquire(LabHome home, String runId, String program) {
        return acquire(home.lockFile(runId), runId, program);
    }

    /**
     * For anything else that only one may work on.
     *
     * @param name    what the learner calls it
     * @param program what others are told works on it
     * @throws ProblemException {@code LabInUse} if somebody does
     */
    public static synchronized InstanceLock acquire(Path file, String name, String program) {
        Optional<LockHolder> holder = LockHolder.of(file);
        // POSIX gives up all locks that a process has on a file when it closes any channel to it.
        if (holder.filter(LockHolder::isThisProcess).isPresent()) {
            throw StoreProblems.inUse(name, holder.get());
        }
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw StoreProblems.inUse(name, LockHolder.of(file).orElse(null));
            }
            LockHolder.here(program).save(file);
            return new InstanceLock(file, channel);
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
        LockHolder.forget(file);
        try {
            channel.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
