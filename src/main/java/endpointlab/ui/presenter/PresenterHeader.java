package endpointlab.ui.presenter;

import endpointlab.lab.Mask;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import java.time.Duration;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Mode, account, Region; time against plan. */
final class PresenterHeader extends HBox {

    private static final double ICON = 1.15;
    /** From here on nobody counts seconds. */
    private static final Duration ROUGHLY_FROM = Duration.ofMinutes(10);

    private final PresenterModel model;
    private final Localizer localizer;
    private final LessonPlan plan;
    private final Label elapsed = new Label();
    private final Label planned = new Label();
    private final Label standing = new Label();

    PresenterHeader(PresenterModel model, Localizer localizer, BooleanProperty masked) {
        this.model = model;
        this.localizer = localizer;
        this.plan = new LessonPlan(model.steps());
        getStyleClass().add("presenter-header");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(mode(), account(masked), iconLabel("mdal-location_on", model.region(), "region-value"),
                maskButton(masked), gap, iconLabel("mdomz-timer", localizer.bind("presenter.elapsed"), "quiet"),
                elapsed, iconless(localizer.bind("presenter.planned")), planned, standing);
        elapsed.getStyleClass().add("presenter-elapsed");
        planned.getStyleClass().add("presenter-planned");
        standing.getStyleClass().add("standing");
        model.elapsed().addListener((property, before, after) -> showTime());
        model.step().addListener((property, before, after) -> showTime());
        localizer.languageProperty().addListener((property, before, after) -> showTime());
        getChildren().stream().filter(Label.class::isInstance)
                .forEach(label -> ((Label) label).setMinWidth(Region.USE_PREF_SIZE));
        showTime();
    }

    private Label mode() {
        Label mode = new Label();
        mode.getStyleClass().addAll("mode-chip", model.mode());
        mode.textProperty().bind(localizer.bind("presenter.mode." + model.mode()));
        EmIcon.set(mode, model.mode().equals("aws") ? "mdal-cloud_queue" : "mdomz-science", ICON);
        return mode;
    }

    private Label account(BooleanProperty masked) {
        Label account = iconLabel("mdoal-account_circle", Bindings.createStringBinding(() -> {
            String id = model.accountId().get();
            return masked.get() ? Mask.account(id) : grouped(id);
        }, model.accountId(), masked), "mono-value");
        account.visibleProperty().bind(Bindings.isNotEmpty(model.accountId()));
        account.managedProperty().bind(account.visibleProperty());
        return account;
    }

    /** {@code 1234-5678-9012}, as AWS's console writes it. */
    private static String grouped(String id) {
        return id.replaceAll("^([0-9]{4})([0-9]{4})([0-9]{4})$", "$1-$2-$3");
    }

    private ToggleButton maskButton(BooleanProperty masked) {
        ToggleButton button = new ToggleButton();
        button.setId("presenter-mask");
        button.getStyleClass().addAll("flat", "presenter-mask");
        button.setFocusTraversable(false);
        button.accessibleTextProperty().bind(localizer.bind("presenter.mask"));
        button.selectedProperty().bindBidirectional(masked);
        EmIcon.set(button, masked.get() ? "mdmz-visibility_off" : "mdmz-visibility", ICON);
        masked.addListener((property, before, after) ->
                EmIcon.set(button, after ? "mdmz-visibility_off" : "mdmz-visibility", ICON));
        return button;
    }

    private static Label iconLabel(String icon, ObservableValue<String> text, String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.textProperty().bind(text);
        EmIcon.set(label, icon, ICON);
        return label;
    }

    private static Label iconless(ObservableValue<String> text) {
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.textProperty().bind(text);
        return label;
    }

    private void showTime() {
        Duration now = model.elapsed().getValue();
        LessonPlan.Standing at = plan.standing(model.step().get(), now);
        elapsed.setText(clock(now));
        planned.setText(clock(at.planned()));
        String word = at.pace().name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean roughly = at.by().compareTo(ROUGHLY_FROM) >= 0;
        standing.setText(localizer.text("presenter.pace." + word + (roughly ? ".minutes" : ""), at.by().toMinutes(),
                at.by().toSecondsPart()));
        EmIcon.set(standing, at.pace() == LessonPlan.Pace.LATE ? "mdoal-hourglass_full" : "mdal-check_circle", 1);
        for (LessonPlan.Pace pace : LessonPlan.Pace.values()) {
            standing.pseudoClassStateChanged(PseudoClass.getPseudoClass(
                    pace.name().toLowerCase(Locale.ROOT).replace('_', '-')), pace == at.pace());
        }
    }

    /** {@code 58:20}, from an hour on {@code 1:05:00}. */
    static String clock(Duration time) {
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(),
                        time.toSecondsPart());
    }
}
