package endpointlab.ui.main;

import endpointlab.lab.FieldValues;
import endpointlab.ui.diagram.DiagramModel;
import endpointlab.ui.diagram.DiagramView;
import endpointlab.ui.presenter.PresenterView;
import endpointlab.ui.wizard.WizardContext;
import endpointlab.ui.wizard.WizardView;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The presenter view of a lab with a diagram of its own, both kept up to date while they are shown. */
final class PresenterScreen extends StackPane {

    private static final Duration TICK = Duration.millis(500);

    private final PresenterView view;

    PresenterScreen(WizardView wizard, HeaderModel figures, Runnable leave) {
        WizardContext context = wizard.context();
        DiagramView diagram = new DiagramView(new DiagramModel(context.lab(), context.diagram(),
                (state, key) -> FieldValues.of(context.lab(), state).value(key)), context.texts());
        diagram.lessMotionProperty().bind(context.appearance().lessMotionProperty());
        WizardPresenter model = new WizardPresenter(wizard, figures);
        view = new PresenterView(model, diagram, context.texts());
        view.setOnLeave(leave);
        getChildren().add(view);
        setMinSize(0, 0);
        Runnable refresh = () -> {
            model.tick();
            wizard.model().tick();
            diagram.show(wizard.model().state(), context.clock().now(),
                    wizard.model().currentStepProperty().get());
        };
        Timeline ticker = new Timeline(new KeyFrame(TICK, event -> refresh.run()));
        ticker.setCycleCount(Animation.INDEFINITE);
        refresh.run();
        sceneProperty().addListener((property, before, after) -> {
            if (after == null) {
                ticker.stop();
            } else {
                refresh.run();
                ticker.play();
            }
        });
    }

    @Override
    public void requestFocus() {
        view.requestFocus();
    }
}
