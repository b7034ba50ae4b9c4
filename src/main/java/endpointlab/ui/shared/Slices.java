package endpointlab.ui.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javafx.animation.AnimationTimer;

/**
 * Building work for the JavaFX thread, done in pieces between frames so that none of them comes late. To be used on
 * the JavaFX thread.
 */
public final class Slices {

    /** What a frame of 60 a second can spare beside styling, layout and painting. */
    private static final long BUDGET_NANOS = 4_000_000;

    private final Deque<Iterator<Runnable>> work = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {

        @Override
        public void handle(long now) {
            if (fresh) {
                fresh = false;
            } else {
                slice();
            }
        }
    };
    private boolean fresh;

    /** Does {@code pieces} before all else that waits, once what there is by now is drawn. */
    public void first(Iterator<Runnable> pieces) {
        fresh |= work.isEmpty();
        work.addFirst(pieces);
        timer.start();
    }

    /** Does {@code pieces} when nothing else waits any more. */
    public void last(Iterator<Runnable> pieces) {
        fresh |= work.isEmpty();
        work.addLast(pieces);
        timer.start();
    }

    /** Forgets what waits. */
    public void clear() {
        work.clear();
        timer.stop();
    }

    private void slice() {
        long end = System.nanoTime() + BUDGET_NANOS;
        do {
            Iterator<Runnable> pieces = work.peekFirst();
            if (pieces == null) {
                timer.stop();
                return;
            }
            if (pieces.hasNext()) {
                pieces.next().run();
            } else {
                work.remove(pieces);
            }
        } while (System.nanoTime() < end);
    }
}
