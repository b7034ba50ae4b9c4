package endpointlab.ui.start;

import endpointlab.lab.Lab;
import endpointlab.lab.LabStep;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One piece for each step, with a gap between the groups; the words beside it say the same. */
final class StepBar extends HBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

    StepBar(Lab lab, LabOverview overview) {
        getStyleClass().add("step-bar");
        String group = lab.steps().get(0).group();
        for (LabStep step : lab.steps()) {
            if (!step.group().equals(group)) {
                Region gap = new Region();
                gap.getStyleClass().add("step-gap");
                getChildren().add(gap);
                group = step.group();
            }
            Region piece = new Region();
            piece.getStyleClass().add("step-piece");
            piece.pseudoClassStateChanged(DONE, overview.done().get(step.number() - 1));
            piece.pseudoClassStateChanged(NEXT, step.number() == overview.nextStep());
            HBox.setHgrow(piece, Priority.ALWAYS);
            getChildren().add(piece);
        }
    }
}
