package endpointlab.ui.wizard;

import endpointlab.run.RunResult;
import endpointlab.ui.shared.Localizer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The wizard's screen: step list, diagram, the step with its tabs, and the activity line. */
public final class WizardView extends BorderPane {

    private static final Duration TICK = Duration.millis(500);
    private static final double SMALL_WIDTH = 1264;
    private static final double SMALL_HEIGHT = 690;
    private static final int LARGE_TEXT = 125;

    private final WizardContext context;
    private final WizardModel model;
    private final Localizer texts;
    private final StepListPane list;
    private final TitleRow title;
    private final DiagramPane diagram;
    private final StepContent content;
    private final ActivityBar activity;
    private final LogWindow log;
    private final VBox work = new VBox();
    private final Node cleanUp;
    private final Timeline ticker = new Timeline(new KeyFrame(TICK, event -> tick()));

    /** What the main window does for the wizard. */
    public interface Host {

        /** Asks before something that can't be taken back; {@code confirmed} is run if the answer is yes. */
        void ask(Question question, Runnable confirmed);
    }

    /**
     * What is asked.
     *
     * @param head    key of the question
     * @param text    key of what follows from a yes
     * @param confirm key of the button that says yes
     */
    public record Question(String head, String text, String confirm) {
    }

    private final Host host;

    public WizardView(WizardContext context, WizardModel model, Host host) {
        this.context = context;
        this.model = model;
        this.texts = context.texts();
        this.host = host;
        getStyleClass().add("wizard");
        getStylesheets().add(WizardView.class.getResource("/endpointlab/ui/wizard/wizard.css").toExternalForm());
        list = new StepListPane(model, texts);
        title = new TitleRow(model, texts, this::run);
        diagram = new DiagramPane(context, model);
        content = new StepContent(context, model, diagram.hops());
        log = new LogWindow(model, texts, context.appearance());
        activity = new ActivityBar(model, texts, context.clock(),
                new ActivityBar.Doings(this::askCancel, () -> log.show(getScene().getWindow()), this::showLog));
        cleanUp = new Label();
        title.titleText().bind(Bindings.createStringBinding(
                () -> content.explanation().pageProperty().get().title(), content.explanation().pageProperty()));
        VBox.setVgrow(content, Priority.ALWAYS);
        work.getChildren().addAll(diagram, title, new ResultBanner(model, texts), new AcceptancePane(model, texts),
                content);
        work.getStyleClass().add("work");
        setLeft(list);
        setCenter(work);
        setBottom(activity);
        ticker.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((property, before, after) -> {
            if (after == null) {
                ticker.stop();
            } else {
                ticker.play();
            }
        });
        model.lastResultProperty().addListener((property, before, after) -> outcome(after));
        widthProperty().addListener((property, before, after) -> fit());
        heightProperty().addListener((property, before, after) -> fit());
        context.appearance().textSizeProperty().addListener((property, before, after) -> fit());
    }

    public WizardModel model() {
        return model;
    }

    /** Explanation, form, CLI or API by its number from 1. */
    public void selectTab(int number) {
        content.select(number);
    }

    public void focusDiagram() {
        diagram.focusDiagram();
    }

    public void showLog() {
        log.show(getScene().getWindow());
    }

    /** Stops what runs, after asking. */
    public void askCancel() {
        if (model.runningProperty().get()) {
            host.ask(new Question("wizard.ask.cancel", "wizard.ask.cancel.text", "wizard.cancel"), model::cancel);
        }
    }

    /** Runs the step that is shown; asks first if that deletes everything. */
    public void run() {
        if (model.currentStepProperty().get() < model.lab().steps().size()) {
            model.runStep();
        } else if (model.actionsProperty().get().runStep().enabled()) {
            askCleanUp();
        }
    }

    private void askCleanUp() {
        host.ask(new Question("wizard.ask.clean-up", "wizard.ask.clean-up.text", "wizard.clean-up"), model::cleanUp);
    }

    private void outcome(RunResult result) {
        if (result != null) {
            content.showOutcome();
            diagram.showOutcome();
        }
    }

    private void tick() {
        if (model.runningProperty().get()) {
            model.tick();
            activity.show();
        }
        diagram.tick();
    }

    private void fit() {
        boolean small = getWidth() < SMALL_WIDTH || getHeight() < SMALL_HEIGHT
                || context.appearance().textSizeProperty().get() > LARGE_TEXT;
        list.setRail(small);
        content.setSmall(small);
        diagram.setSmall(small);
    }
}
