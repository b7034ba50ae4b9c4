package endpointlab.ui.main;

import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.wizard.WizardContext;
import endpointlab.ui.wizard.WizardModel;
import endpointlab.ui.wizard.WizardView;
import java.util.function.IntSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A lab in the window: header above, wizard below. */
final class LabScreen extends BorderPane {

    private final OpenLab open;
    private final WizardView wizard;
    private final HeaderModel figures;
    private final Timeline ticker;
    private PresenterScreen presenter;

    /** @param open is closed when the screen is left for good; {@code null} if that is somebody else's business */
    LabScreen(OpenLab open, WizardContext context, WizardModel model, HeaderModel figures,
              HeaderBar.Doings doings, IntSupplier reminderMinutes, WizardView.Host host) {
        this.open = open;
        this.figures = figures;
        this.wizard = new WizardView(context, model, host);
        HeaderBar header = new HeaderBar(model, figures, context.texts(), context.appearance(), doings);
        setMinSize(0, 0);
        ReminderBar reminder = new ReminderBar(context.texts(), figures, model::state, reminderMinutes,
                wizard::askCleanUp);
        setTop(new VBox(header, reminder));
        setCenter(wizard);
        ticker = new Timeline(new KeyFrame(Duration.seconds(1), event -> {
            header.show();
            reminder.tick();
        }));
        ticker.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((property, before, after) -> {
            if (after == null) {
                ticker.stop();
            } else {
                ticker.play();
            }
        });
    }

    WizardView wizard() {
        return wizard;
    }

    /** @param leave is run when the presenter wants the wizard back */
    PresenterScreen presenter(Runnable leave) {
        if (presenter == null) {
            presenter = new PresenterScreen(wizard, figures, leave);
        }
        return presenter;
    }

    HeaderModel figures() {
        return figures;
    }

    OpenLab open() {
        return open;
    }
}
