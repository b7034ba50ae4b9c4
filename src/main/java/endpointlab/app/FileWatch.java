package endpointlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files twice a second, which works on every file system, and reads one again when it changed. A file that
 * can't be used then is told in the log, and what was read before stays.
 */
final class FileWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    private static final long EVERY_MILLIS = 500;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "file-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** What a file was like; a changed one differs. */
    private record Look(FileTime modified, long size, Object key) {

        static Look at(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Look(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException gone) {
                return new Look(null, -1, null);
            }
        }
    }

    /** Reads the file whenever it changes, until closed. @param read throws if the file can't be used */
    void onChange(Path file, Runnable read) {
        Look[] last = {Look.at(file)};
        looks.scheduleWithFixedDelay(() -> {
            Look now = Look.at(file);
            if (!Objects.equals(now, last[0])) {
                last[0] = now;
                readAgain(file, read);
            }
        }, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void readAgain(Path file, Runnable read) {
        try {
            read.run();
            LOG.info("{} has changed and was read again", file);
        } catch (RuntimeException unusable) {
            LOG.warn("{} has changed and can't be used; what it said before stays: {}", file, unusable.getMessage());
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
