package endpointlab.practice.world;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a world on disk and brings it back.
 *
 * <p><b>What is guaranteed.</b> An operation that changed the world answers only once the change is on disk: forced,
 * in one step, so that a kill or a power cut loses no answered call and leaves no half-written file. Calls that come
 * at the same time share one write, and calls that change nothing wait for nothing. If the disk refuses to take it,
 * that is logged and the practice goes on unsaved; the next change tries again.
 *
 * <p><b>Time.</b> While the world is closed it ages in wall time at the pace it had when it was saved; how long it
 * was closed is told by the system's clock. If that was set back, no time has passed.
 */
public final class WorldStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorldStore.class);

    private final Path file;
    private final boolean isNew;
    private final World world;
    private final LabClock clock;
    private final Timing timing;
    private final SaveLoop saving = new SaveLoop(this::save);

    private WorldStore(Path file, World world, LabClock clock, Timing timing) {
        this.file = file;
        this.isNew = world.serial() == 0;
        this.world = world;
        this.clock = clock;
        this.timing = timing;
    }

    /**
     * Opens the world in {@code file}, or begins a new one there.
     *
     * @param fresh makes the world if there is no file yet; its lab time starts at the wall time now
     * @param pace  at which lab time goes on
     * @throws IOException if the file can't be read, is no world's file, or can't be written
     */
    public static WorldStore open(Path file, Supplier<World> fresh, Pace pace) throws IOException {
        WorldStore store;
        if (Files.exists(file)) {
            WorldFile saved = WorldFile.fromBytes(Files.readAllBytes(file));
            store = new WorldStore(file, saved.toWorld(), LabClock.startingAt(labTimeNow(saved), pace),
                    new Timing(saved.seed(), saved.drawn()));
        } else {
            World world = fresh.get();
            store = new WorldStore(file, world, LabClock.startingNow(pace), new Timing(world.seed));
        }
        store.write();
        store.saving.start();
        store.world.savedBy(store.saving::await);
        return store;
    }

    private static Instant labTimeNow(WorldFile saved) {
        Duration closed = Duration.between(saved.wallTime(), Instant.now());
        if (closed.isNegative()) {
            return saved.labTime();
        }
        return saved.labTime().plusMillis(Math.round(closed.toMillis() * saved.pace()));
    }

    /** Whether nothing was ever made in this world when it was opened, so that its account is still to be furnished. */
    public boolean isNew() {
        return isNew;
    }

    public World world() {
        return world;
    }

    /** The world's clock; its lab time goes on from where the file left it. */
    public LabClock clock() {
        return clock;
    }

    public Timing timing() {
        return timing;
    }

    /** Returns once all changes made so far are saved. */
    public void flush() {
        saving.await(world.locked(world::version));
    }

    private long save() {
        try {
            return write();
        } catch (IOException | RuntimeException refused) {
            LOG.error("The practice world could not be saved to {}; it goes on unsaved", file, refused);
            return world.locked(world::version);
        }
    }

    /** @return the version that was written */
    private long write() throws IOException {
        record Moment(long version, WorldFile content) {
        }
        Moment now = world.locked(() -> new Moment(world.version(), WorldFile.of(world, clock, timing)));
        AtomicFile.writeOwnerOnly(file, now.content.toBytes());
        return now.version;
    }

    /** Saves the world as it is and ends the writer; later changes are not saved. */
    @Override
    public void close() {
        world.savedBy(version -> { });
        saving.close();
    }
}
