package endpointlab.ui.wizard;

import endpointlab.export.ExportForm;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.ui.shared.FxThread;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the lab, with the learner's values, in a form that others can use. */
final class ExportMenu extends Menu {

    private static final Logger LOG = LoggerFactory.getLogger(ExportMenu.class);

    private final WizardContext context;
    private final WizardModel model;
    private final Function<String, Optional<Path>> chooser;
    private final Consumer<String> told;

    /**
     * @param chooser from a suggested file name to where the learner wants it; empty if they don't
     * @param told    is told on the JavaFX thread in one sentence how it went
     */
    ExportMenu(WizardContext context, WizardModel model, Function<String, Optional<Path>> chooser,
               Consumer<String> told) {
        this.context = context;
        this.model = model;
        this.chooser = chooser;
        this.told = told;
        textProperty().bind(context.texts().bind("wizard.export"));
        setGraphic(new FontIcon("mdmz-save_alt"));
        getItems().addAll(item("wizard.export.report", "mdal-insert_drive_file", ExportForm.REPORT, false),
                item("wizard.export.report-masked", "mdmz-visibility_off", ExportForm.REPORT, true),
                new SeparatorMenuItem(), item("wizard.export.cli", "mdal-code", ExportForm.CLI, false),
                item("wizard.export.cloudformation", "mdal-layers", ExportForm.CLOUDFORMATION, false),
                item("wizard.export.iam-policy", "mdmz-security", ExportForm.IAM_POLICY, false));
    }

    private MenuItem item(String key, String icon, ExportForm form, boolean masked) {
        MenuItem item = new MenuItem();
        item.setId(key.replace('.', '-'));
        item.textProperty().bind(context.texts().bind(key));
        item.setGraphic(new FontIcon(icon));
        // The menu must be gone before the system's dialog holds everything up.
        item.setOnAction(event -> context.background().execute(() -> FxThread.run(() -> save(form, masked))));
        return item;
    }

    private void save(ExportForm form, boolean masked) {
        LabState state = model.state();
        String name = "endpoint-lab-" + state.runId() + "." + form.extension();
        chooser.apply(name).ifPresent(file -> context.exports()
                .text(form, state, context.texts().languageProperty().get(), masked)
                .thenCompose(text -> context.desktop().save(file, text))
                .whenComplete((done, failure) -> FxThread.run(() -> told.accept(outcome(file, failure)))));
    }

    private String outcome(Path file, Throwable failure) {
        if (failure == null) {
            return context.texts().text("wizard.export.saved", file.toString());
        }
        LOG.warn("{} was not saved", file, failure);
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProblemException known) {
            Problem problem = known.problem();
            return context.texts().text(problem.cause(), problem.arguments().toArray()) + " "
                    + context.texts().text(problem.remedy(), problem.arguments().toArray());
        }
        return context.texts().text("wizard.export.not-saved", file.toString());
    }
}
