package endpointlab.ui.diagram;

import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/**
 * A packet on its way: 700 ms for each leg and 150 ms of rest at its end. With less motion the legs appear one by one
 * at the same pace. Ends by itself.
 */
final class WayAnimation {

    static final double LEG_MILLIS = 700;
    static final double REST_MILLIS = 150;
    private static final double BOTH = LEG_MILLIS + REST_MILLIS;

    private final WayNode way;
    private final boolean lessMotion;
    private final IntConsumer onLeg;
    private final Transition clock;
    private final int legs;
    private int current = -1;
    private boolean over;

    /** @param onLeg is told the index of each leg as it begins, and -1 at the end */
    WayAnimation(WayNode way, boolean lessMotion, IntConsumer onLeg) {
        this.way = way;
        this.lessMotion = lessMotion;
        this.onLeg = onLeg;
        this.legs = way.travelled();
        clock = new Transition() {
            {
                setCycleDuration(Duration.millis(Math.max(1, legs * BOTH)));
                setInterpolator(Interpolator.LINEAR);
            }

            @Override
            protected void interpolate(double share) {
                tick(share * legs * BOTH);
            }
        };
        clock.setOnFinished(event -> finish());
    }

    void play() {
        clock.play();
    }

    private void tick(double millis) {
        if (over || legs == 0) {
            return;
        }
        int leg = Math.min(legs - 1, (int) (millis / BOTH));
        double share = Math.min(1, (millis - leg * BOTH) / LEG_MILLIS);
        way.showPart(leg, lessMotion ? 1 : Interpolator.EASE_BOTH.interpolate(0.0, 1.0, share), !lessMotion);
        if (leg != current) {
            current = leg;
            onLeg.accept(leg);
        }
    }

    boolean running() {
        return clock.getStatus() == Animation.Status.RUNNING;
    }

    /** Shows at once how it ended. */
    void end() {
        clock.stop();
        if (!over) {
            finish();
        }
    }

    private void finish() {
        over = true;
        way.showEnd();
        onLeg.accept(-1);
    }
}
