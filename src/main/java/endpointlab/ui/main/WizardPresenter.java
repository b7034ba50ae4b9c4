package endpointlab.ui.main;

import endpointlab.lab.LabState;
import endpointlab.lab.LabStep;
import endpointlab.lab.ResourceStatus;
import endpointlab.ui.presenter.PresenterModel;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.wizard.Activity;
import endpointlab.ui.wizard.ActivityText;
import endpointlab.ui.wizard.StepSummary;
import endpointlab.ui.wizard.WizardModel;
import endpointlab.ui.wizard.WizardView;
import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;

/** Tells the presenter view what the wizard shows and does. */
final class WizardPresenter implements PresenterModel {

    private final WizardModel model;
    private final Localizer texts;
    private final HeaderModel figures;
    private final WizardView wizard;
    private final ReadOnlyObjectWrapper<Duration> elapsed = new ReadOnlyObjectWrapper<>(this, "elapsed");
    private final ObservableStringValue region;
    private final ObservableStringValue account;
    private final ObservableStringValue title;
    private final ObservableStringValue key;
    private final ObservableStringValue activity;
    private final ObservableStringValue detail;
    private final ObservableValue<ResourceStatus> status;
    private final ObservableValue<List<Integer>> done;
    private final Action primary;
    private final Action back;
    private final Action next;

    WizardPresenter(WizardView wizard, HeaderModel figures) {
        this.wizard = wizard;
        this.model = wizard.model();
        this.texts = wizard.context().texts();
        this.figures = figures;
        ActivityText words = new ActivityText(model, texts);
        region = Bindings.createStringBinding(() -> model.state().region(), model.observer().stateProperty());
        account = Bindings.createStringBinding(() -> model.state().accountId(), model.observer().stateProperty());
        title = Bindings.createStringBinding(() -> wizard.pageProperty().get().title(), wizard.pageProperty());
        key = Bindings.createStringBinding(() -> wizard.pageProperty().get().key(), wizard.pageProperty());
        activity = Bindings.createStringBinding(() -> model.activityProperty().get().kind() == Activity.Kind.IDLE
                ? "" : words.head(model.activityProperty().get()), model.activityProperty(),
                texts.languageProperty());
        detail = Bindings.createStringBinding(() -> model.activityProperty().get().awaited() == null ? ""
                : model.activityProperty().get().awaited().awsState(), model.activityProperty());
        status = model.activityProperty().map(Activity::status);
        done = model.progressProperty().map(progress -> progress.steps().stream().filter(StepSummary::done)
                .map(StepSummary::number).toList());
        primary = new PrimaryAction();
        back = new Button("presenter.model.back", "mdal-chevron_left",
                Bindings.createBooleanBinding(() -> !model.actionsProperty().get().previous().enabled(),
                        model.actionsProperty()), model::previous);
        next = new Button("presenter.model.next", "mdal-chevron_right",
                Bindings.createBooleanBinding(() -> !model.actionsProperty().get().next().enabled(),
                        model.actionsProperty()), model::next);
        tick();
    }

    /** Time has passed. */
    void tick() {
        elapsed.set(figures.elapsed());
    }

    @Override
    public List<LabStep> steps() {
        return model.lab().steps();
    }

    @Override
    public String mode() {
        LabState state = model.state();
        return state.mode();
    }

    @Override
    public ObservableStringValue region() {
        return region;
    }

    @Override
    public ObservableStringValue accountId() {
        return account;
    }

    @Override
    public ObservableIntegerValue step() {
        return model.currentStepProperty();
    }

    @Override
    public ObservableStringValue title() {
        return title;
    }

    @Override
    public ObservableStringValue keySentence() {
        return key;
    }

    @Override
    public ObservableValue<List<Integer>> doneSteps() {
        return done;
    }

    @Override
    public ObservableValue<Duration> elapsed() {
        return elapsed.getReadOnlyProperty();
    }

    @Override
    public ObservableStringValue activity() {
        return activity;
    }

    @Override
    public ObservableStringValue activityDetail() {
        return detail;
    }

    @Override
    public ObservableValue<ResourceStatus> activityStatus() {
        return status;
    }

    @Override
    public Action primary() {
        return primary;
    }

    @Override
    public Action back() {
        return back;
    }

    @Override
    public Action next() {
        return next;
    }

    /** What a press does now. */
    private enum Doing {
        STOP("wizard.cancel", "mdmz-stop"),
        ACCEPT("wizard.accept", "mdal-check"),
        RUN("wizard.run", "mdmz-play_arrow"),
        CLEAN_UP("wizard.clean-up", "mdoal-delete_sweep"),
        NEXT("wizard.next", "mdal-chevron_right");

        private final String label;
        private final String icon;

        Doing(String label, String icon) {
            this.label = label;
            this.icon = icon;
        }
    }

    private Doing doing() {
        StepSummary step = model.progressProperty().get().step(model.currentStepProperty().get());
        if (model.runningProperty().get()) {
            return Doing.STOP;
        }
        if (model.activityProperty().get().kind() == Activity.Kind.ACCEPTANCE) {
            return Doing.ACCEPT;
        }
        if (step.group().equals("cleanup")) {
            return Doing.CLEAN_UP;
        }
        return step.done() ? Doing.NEXT : Doing.RUN;
    }

    /** A button with a text of its own. */
    private class Button implements Action {

        private final ObservableStringValue label;
        private final ObservableStringValue icon;
        private final ObservableBooleanValue disabled;
        private final Runnable pressed;

        Button(String key, String iconCode, ObservableBooleanValue disabled, Runnable pressed) {
            this.label = texts.bind(key);
            this.icon = new ReadOnlyStringWrapper(iconCode);
            this.disabled = disabled;
            this.pressed = pressed;
        }

        @Override
        public ObservableStringValue label() {
            return label;
        }

        @Override
        public ObservableStringValue icon() {
            return icon;
        }

        @Override
        public ObservableBooleanValue disabled() {
            return disabled;
        }

        @Override
        public void run() {
            pressed.run();
        }
    }

    /** Run, accept, stop or go on, whatever comes next. */
    private final class PrimaryAction implements Action {

        private final ObservableStringValue label = Bindings.createStringBinding(() -> texts.text(doing().label),
                model.actionsProperty(), model.activityProperty(), model.progressProperty(),
                model.currentStepProperty(), texts.languageProperty());
        private final ObservableStringValue icon = Bindings.createStringBinding(() -> doing().icon,
                model.actionsProperty(), model.activityProperty(), model.progressProperty(),
                model.currentStepProperty());
        private final ObservableBooleanValue disabled = Bindings.createBooleanBinding(this::impossible,
                model.actionsProperty(), model.activityProperty(), model.progressProperty(),
                model.currentStepProperty());

        private boolean impossible() {
            return switch (doing()) {
                case STOP, ACCEPT, NEXT -> false;
                case RUN -> !model.actionsProperty().get().runStep().enabled()
                        && !model.actionsProperty().get().runTo().enabled();
                case CLEAN_UP -> !model.actionsProperty().get().runStep().enabled();
            };
        }

        @Override
        public ObservableStringValue label() {
            return label;
        }

        @Override
        public ObservableStringValue icon() {
            return icon;
        }

        @Override
        public ObservableBooleanValue disabled() {
            return disabled;
        }

        @Override
        public void run() {
            switch (doing()) {
                case STOP -> wizard.askCancel();
                case ACCEPT -> model.accept();
                case NEXT -> model.next();
                case CLEAN_UP -> wizard.run();
                case RUN -> model.tryAgain();
            }
        }
    }
}
