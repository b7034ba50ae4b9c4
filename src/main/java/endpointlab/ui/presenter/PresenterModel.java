package endpointlab.ui.presenter;

import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceStatus;
import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;

/**
 * What the presenter view shows and can do; the wizard's view models put it into practice. Texts are in the learner's
 * language and change with it. To be used on the JavaFX thread.
 */
public interface PresenterModel {

    /** All steps, in order; gives groups, numbers and planned minutes. */
    List<LabStep> steps();

    /** {@code practice} or {@code aws}. */
    String mode();

    ObservableStringValue region();

    /** Twelve digits; empty while unknown. */
    ObservableStringValue accountId();

    /** Number of the step that is looked at. */
    ObservableIntegerValue step();

    /** That step's title. */
    ObservableStringValue title();

    /** The one sentence to say about it; may hold {@code **emphasis**}. */
    ObservableStringValue keySentence();

    /** Numbers of the steps that are done. */
    ObservableValue<List<Integer>> doneSteps();

    /** Wall time since the class began. */
    ObservableValue<Duration> elapsed();

    /** What is waited for or what happened last; empty if nothing is to be said. */
    ObservableStringValue activity();

    /** AWS's own state word beside it; empty if none. */
    ObservableStringValue activityDetail();

    ObservableValue<ResourceStatus> activityStatus();

    /** The button in the middle: run, accept, stop, … whatever comes next. */
    Action primary();

    /** To the step before. */
    Action back();

    /** To the next step. */
    Action next();

    /** Something a button or a clicker does. */
    interface Action {

        ObservableStringValue label();

        /** Code of an Ikonli Material2 icon; empty for none. */
        ObservableStringValue icon();

        ObservableBooleanValue disabled();

        void run();
    }
}
