package endpointlab.ui.shared;

import endpointlab.lab.Problem;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Tells of something that went wrong: what, and what to do; with an icon, not by its colour alone. */
public final class Notice extends HBox {

    private Notice(String kind, Node icon, Label what, Label remedy) {
        VBox text = new VBox(what, remedy);
        text.getStyleClass().add("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        icon.getStyleClass().add("notice-icon");
        getStyleClass().addAll("notice", kind);
        getChildren().setAll(icon, text);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(what.textProperty().concat(" ").concat(remedy.textProperty()));
    }

    /** A notice of a failure. */
    public static Notice danger(Widgets widgets, Supplier<String> what, Supplier<String> remedy) {
        return new Notice("danger", widgets.icon("mdmz-report"), widgets.label(what, "notice-title"),
                widgets.label(remedy));
    }

    /** A notice of something to look at. */
    public static Notice warning(Widgets widgets, Supplier<String> what, Supplier<String> remedy) {
        return new Notice("warning", widgets.icon("mdmz-warning"), widgets.label(what, "notice-title"),
                widgets.label(remedy));
    }

    /** A failure told in its own words. */
    public static Notice of(Widgets widgets, Localizer localizer, Problem problem) {
        return danger(widgets, () -> localizer.text(problem.cause(), problem.arguments().toArray()),
                () -> localizer.text(problem.remedy(), problem.arguments().toArray()));
    }

    /** Adds what can be done. */
    public Notice with(Button... actions) {
        getChildren().addAll(actions);
        return this;
    }

    /** A place that shows a problem while there is one, with a way to dismiss it. */
    public static VBox place(Widgets widgets, Localizer localizer, ObjectProperty<Problem> problem) {
        VBox place = new VBox();
        Runnable show = () -> {
            Problem now = problem.get();
            place.getChildren().clear();
            if (now != null) {
                Button close = widgets.button("notice.close", "", () -> problem.set(null));
                place.getChildren().add(of(widgets, localizer, now).with(close));
            }
            place.setVisible(now != null);
            place.setManaged(now != null);
        };
        problem.addListener((property, before, after) -> show.run());
        show.run();
        return place;
    }
}
