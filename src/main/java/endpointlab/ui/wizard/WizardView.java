package endpointlab.ui.wizard;

import endpointlab.lab.LabStep;
import endpointlab.run.RunResult;
import endpointlab.ui.cleanup.CleanupContext;
import endpointlab.ui.cleanup.CleanupView;
import endpointlab.ui.shared.FxThread;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.markdown.MarkdownPage;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
    private final Host host;
    private final StepListPane list;
    private final TitleRow title;
    private final DiagramPane diagram;
    private final StepContent content;
    private final ResultBanner banner;
    private final ProblemBanner problem;
    private final AcceptancePane acceptance;
    private final HandWorkPane hand;
    private final ActivityBar activity;
    private final LogWindow log;
    private final VBox work = new VBox();
    private final PassingWord told = new PassingWord();
    private CleanupView cleanUp;
    private boolean small;
    private final Timeline ticker = new Timeline(new KeyFrame(TICK, event -> tick()));

    /** What the main window does for the wizard. */
    @FunctionalInterface
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
     * @param refuse  key of the button that says no
     */
    public record Question(String head, String text, String confirm, String refuse) {
    }

    public WizardView(WizardContext context, WizardModel model, Host host) {
        this.context = context;
        this.model = model;
        this.texts = context.texts();
        this.host = host;
        getStyleClass().add("wizard");
        getStylesheets().add(WizardView.class.getResource("/endpointlab/ui/wizard/wizard.css").toExternalForm());
        list = new StepListPane(model, texts);
        HandWorkModel byHand = new HandWorkModel(model, context.commands());
        hand = new HandWorkPane(model, byHand, texts);
        title = new TitleRow(model, texts, this::run, byHand::check, new ExportMenu(context, model,
                new SaveDialog(() -> getScene().getWindow(), texts), told::tell));
        diagram = new DiagramPane(context, model);
        content = new StepContent(context, model, diagram.hops());
        banner = new ResultBanner(model, texts);
        problem = new ProblemBanner(model, texts);
        acceptance = new AcceptancePane(model, texts);
        log = new LogWindow(model, texts, context.appearance());
        activity = new ActivityBar(model, texts, context.clock(),
                new ActivityBar.Doings(this::askCancel, this::showDetails, this::showLog));
        title.titleText().bind(Bindings.createStringBinding(() -> pageProperty().get().title(), pageProperty()));
        VBox.setVgrow(content, Priority.ALWAYS);
        work.getStyleClass().add("work");
        work.setMinWidth(0);
        setMinSize(0, 0);
        setLeft(list);
        setCenter(new StackPane(work, told));
        setBottom(activity);
        arrange();
        follow();
    }

    private void follow() {
        ticker.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((property, before, after) -> {
            if (after == null) {
                ticker.stop();
            } else {
                ticker.play();
            }
        });
        model.lastResultProperty().addListener((property, before, after) -> outcome(after));
        model.currentStepProperty().addListener((property, before, after) -> arrange());
        title.diagramWanted().addListener((property, before, after) -> arrange());
        for (Node below : List.of(problem, banner, acceptance, hand)) {
            below.visibleProperty().addListener((property, before, after) -> crowd());
        }
        crowd();
        widthProperty().addListener((property, before, after) -> fit());
        heightProperty().addListener((property, before, after) -> fit());
        context.appearance().textSizeProperty().addListener((property, before, after) -> fit());
    }

    public WizardModel model() {
        return model;
    }

    public WizardContext context() {
        return context;
    }

    /** The page that explains the step that is shown. */
    public ReadOnlyObjectProperty<MarkdownPage> pageProperty() {
        return content.explanation().pageProperty();
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

    /** Closes what is open, such as a card; else stops what runs, after asking. */
    public void escape() {
        if (!diagram.closeCard()) {
            askCancel();
        }
    }

    /** Stops what runs, after asking. */
    public void askCancel() {
        if (model.runningProperty().get()) {
            host.ask(new Question("wizard.ask.cancel", "wizard.ask.cancel.text", "wizard.cancel",
                    "wizard.ask.cancel.no"), model::cancel);
        }
    }

    /** Runs the step that is shown; asks first if that deletes everything. */
    public void run() {
        if (model.currentStepProperty().get() < model.lab().steps().size()) {
            model.runStep();
        } else if (model.actionsProperty().get().runStep().enabled()) {
            host.ask(new Question("wizard.ask.clean-up", "wizard.ask.clean-up.text", "wizard.clean-up",
                    "wizard.ask.clean-up.no"),
                    model::cleanUp);
        }
    }

    /** Shows the clean-up and asks whether everything shall be deleted. */
    public void askCleanUp() {
        model.select(model.lab().steps().size());
        run();
    }

    /** Shows the clean-up and begins it; what runs is cancelled before. */
    public void cleanUpNow() {
        model.select(model.lab().steps().size());
        if (!model.runningProperty().get()) {
            model.cleanUp();
            return;
        }
        model.runningProperty().addListener(new ChangeListener<>() {

            @Override
            public void changed(ObservableValue<? extends Boolean> property, Boolean before, Boolean running) {
                if (!running) {
                    model.runningProperty().removeListener(this);
                    FxThread.later(model::cleanUp);
                }
            }
        });
        model.cancel();
    }

    /** The step that failed and the calls it made. */
    private void showDetails() {
        model.select(model.activityProperty().get().step());
        content.showCalls();
    }

    /** What must be read needs room, which the diagram gives where there is little. */
    private void crowd() {
        diagram.setCrowded(small && (problem.isVisible() || banner.isVisible() || acceptance.isVisible()
                || hand.isVisible()));
    }

    private void arrange() {
        LabStep step = model.lab().steps().get(model.currentStepProperty().get() - 1);
        if (step.group().equals("cleanup") && !title.diagramWanted().get()) {
            put(List.of(title, problem, cleanUp()));
        } else {
            put(List.of(diagram, title, banner, problem, acceptance, hand, content));
        }
    }

    /** Whatever is taken out and put back would be styled anew. */
    private void put(List<Node> parts) {
        if (!work.getChildren().equals(parts)) {
            work.getChildren().setAll(parts);
        }
    }

    private CleanupView cleanUp() {
        if (cleanUp == null) {
            cleanUp = new CleanupView(new CleanupContext(context.lab(), model.observer().stateProperty(),
                    model.lastResultProperty(), context.clock(), context.prices(),
                    DiagramPane.diagramModel(context), texts, context.desktop()));
            VBox.setVgrow(cleanUp, Priority.ALWAYS);
        }
        return cleanUp;
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
            if (cleanUp != null) {
                cleanUp.tick();
            }
        }
        diagram.tick();
    }

    private void fit() {
        small = getWidth() < SMALL_WIDTH || getHeight() < SMALL_HEIGHT
                || context.appearance().textSizeProperty().get() > LARGE_TEXT;
        crowd();
        list.setRail(small);
        content.setSmall(small);
        diagram.setSmall(small, context.appearance().textSizeProperty().get() > LARGE_TEXT);
        title.setSmall(small);
        activity.setSmall(small);
    }
}
