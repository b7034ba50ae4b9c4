package endpointlab.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who holds a lock, as it wrote beside the lock file. Told, but not trusted: whether the lock is held is up to the
 * system, so that neither a dead process nor a process id used again is an obstacle.
 *
 * @param program what the learner started, such as {@code endpointlab run}
 * @param pid     process id
 * @param started when the process started, as the system tells it; {@code null} if it doesn't
 * @param since   wall time at which it took the lock
 */
record LockHolder(String program, long pid, Instant started, Instant since) {

    private static final Logger LOG = LoggerFactory.getLogger(LockHolder.class);
    private static final JsonMapper MAPPER = Json.mapper();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    static LockHolder here(String program) {
        ProcessHandle here = ProcessHandle.current();
        return new LockHolder(program, here.pid(), here.info().startInstant().orElse(null), Instant.now());
    }

    String sinceText() {
        return MINUTE.format(since.atZone(ZoneId.systemDefault()));
    }

    boolean isThisProcess() {
        return started != null && isProcess(ProcessHandle.current());
    }

    private boolean isProcess(ProcessHandle process) {
        return pid == process.pid()
                && (started == null || process.info().startInstant().filter(started::equals).isPresent());
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).filter(this::isProcess).isPresent();
    }

    /** Failing does no harm, on a full disk for one: it is only not told then who holds the lock. */
    void save(Path lockFile) {
        try {
            AtomicFile.writeOwnerOnly(file(lockFile), MAPPER.writeValueAsBytes(this));
        } catch (IOException full) {
            LOG.warn("it can't be told who holds the lock", full);
        }
    }

    static void forget(Path lockFile) {
        try {
            Files.deleteIfExists(file(lockFile));
        } catch (IOException readOnly) {
            LOG.warn("a holder can't be forgotten", readOnly);
        }
    }

    /** The living process that wrote that it holds the lock; empty if none did, or it couldn't. */
    static Optional<LockHolder> of(Path lockFile) {
        try {
            if (!Files.exists(file(lockFile))) {
                return Optional.empty();
            }
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file(lockFile)), LockHolder.class))
                    .filter(LockHolder::isAlive);
        } catch (IOException unknown) {
            LOG.info("it isn't told who holds the lock", unknown);
            return Optional.empty();
        }
    }

    private static Path file(Path lockFile) {
        return lockFile.resolveSibling(lockFile.getFileName() + ".json");
    }
}
