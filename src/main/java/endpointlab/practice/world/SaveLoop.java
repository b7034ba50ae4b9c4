package endpointlab.practice.world;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Saves in the background whenever somebody waits for a version that is not saved yet: one save serves all who wait
 * when it begins, so that many changes cost few saves.
 */
final class SaveLoop implements AutoCloseable {

    private final LongSupplier save;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long wanted;
    private long saved;
    private boolean closing;
    private boolean ended;

    /** @param save saves everything and returns the version it saved */
    SaveLoop(LongSupplier save) {
        this.save = save;
        this.thread = new Thread(this::run, "practice-world-writer");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns once {@code version} or a later one is saved, or the loop has ended. */
    void await(long version) {
        lock.lock();
        try {
            if (version > wanted) {
                wanted = version;
                changed.signalAll();
            }
            while (saved < version && !ended) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (isWanted()) {
                saveOnce();
            }
            saveOnce();
        } finally {
            end();
        }
    }

    private boolean isWanted() {
        lock.lock();
        try {
            while (saved >= wanted && !closing) {
                changed.awaitUninterruptibly();
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void saveOnce() {
        long version = save.getAsLong();
        lock.lock();
        try {
            saved = Math.max(saved, version);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Saves once more and ends, and its thread with it. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
            while (!ended) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
