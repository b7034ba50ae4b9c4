package endpointlab.ui.wizard;

import endpointlab.lab.Holder;
import endpointlab.lab.Problem;
import endpointlab.ui.shared.Texts;
import java.time.Duration;

/** The two lines of the activity line in words. */
public final class ActivityText {

    private final WizardModel model;
    private final Texts texts;

    public ActivityText(WizardModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    public String head(Activity activity) {
        return switch (activity.kind()) {
            case RUNNING -> running(activity);
            case FAILED -> texts.text("activity.failed", activity.step());
            case SUCCESS -> texts.text("activity.success", activity.step());
            case DRIFTED -> activity.problem() == null ? texts.text("activity.drifted")
                    : problem(activity.problem(), activity.problem().cause());
            case IDLE -> texts.text("activity.idle");
            case ACCEPTANCE -> texts.text("activity.acceptance");
            case CANCELLED -> texts.text("activity.cancelled");
            case PAUSED -> texts.text("activity.paused");
        };
    }

    /** @param overdue whether it takes longer than it usually does */
    public String detail(Activity activity, boolean overdue) {
        return switch (activity.kind()) {
            case RUNNING -> runningDetail(activity, overdue);
            case FAILED -> texts.text("activity.failed.detail");
            case DRIFTED -> remedy(activity.problem());
            case IDLE -> idle(activity);
            case SUCCESS -> activity.step() < model.lab().steps().size()
                    ? texts.text("activity.success.detail", texts.text("wizard.step." + (activity.step() + 1)))
                    : texts.text("activity.finished.detail");
            case ACCEPTANCE -> texts.text("activity.acceptance.detail");
            case CANCELLED -> texts.text("activity.cancelled.detail");
            case PAUSED -> texts.text("activity.paused.detail");
        };
    }

    private String running(Activity activity) {
        if (activity.awaited() == null) {
            return texts.text(activity.step() == model.lab().steps().size() ? "activity.deleting"
                    : "activity.running", activity.step(), texts.text("wizard.step." + activity.step()));
        }
        String state = activity.awaited().awsState();
        String head = texts.text(activity.awaited().what());
        return state.isEmpty() ? head : texts.text("activity.with-state", head, state);
    }

    private String runningDetail(Activity activity, boolean overdue) {
        if (activity.awaited() == null) {
            return texts.text("activity.running.detail");
        }
        if (!activity.awaited().holders().isEmpty()) {
            return texts.text(Holder.onlyOthers(activity.awaited().holders()) ? "activity.held-by-others"
                    : "activity.held", Holder.text(activity.awaited().holders()));
        }
        String why = overdue ? texts.text("activity.overdue") : texts.text(activity.awaited().why());
        return activity.more() > 0 ? why + texts.text("activity.more", activity.more()) : why;
    }

    private String idle(Activity activity) {
        Action run = model.actionsProperty().get().runStep();
        if (!run.enabled() && !run.reason().isEmpty()) {
            return texts.text(run.reason(), run.number());
        }
        Duration usual = model.progressProperty().get().step(activity.step()).expected();
        return texts.text("activity.idle.detail", usual.toSeconds() < 60
                ? texts.text("activity.seconds", usual.toSeconds())
                : texts.text("activity.minutes", Math.round(usual.toSeconds() / 60.0)));
    }

    private String remedy(Problem problem) {
        if (problem == null) {
            return texts.text("activity.drifted.detail");
        }
        return problem(problem, problem.remedy());
    }

    private String problem(Problem problem, String key) {
        return texts.text(key, problem.arguments().toArray());
    }
}
