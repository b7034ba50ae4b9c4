package endpointlab.ui.presenter;

import endpointlab.lab.ResourceStatus;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.StateGlyph;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/** What is waited for, the three buttons, and how far the class has come. */
final class PresenterFooter extends VBox {

    private static final double GLYPH = 40;
    private static final double BASE_FONT = 24;
    private static final double ICON = 1.1;

    private final PresenterModel model;
    private final Localizer localizer;
    private final StateGlyph glyph = new StateGlyph(GLYPH);

    /** @param fontSize the view's, in pixels; the sign grows with it */
    PresenterFooter(PresenterModel model, Localizer localizer, ObservableDoubleValue fontSize,
                    BooleanProperty lessMotion) {
        this.model = model;
        this.localizer = localizer;
        getStyleClass().add("presenter-footer");
        glyph.movingProperty().bind(lessMotion.not());
        HBox doing = new HBox(sign(fontSize), activity(), detail(), gap(), button(model.back(), "presenter-back"),
                button(model.primary(), "presenter-primary"), button(model.next(), "presenter-next"));
        doing.getStyleClass().add("presenter-doing");
        HBox progress = new HBox(new GroupProgress(model, localizer), gap(), count());
        progress.getStyleClass().add("presenter-progress");
        getChildren().addAll(doing, progress);
    }

    private StackPane sign(ObservableDoubleValue fontSize) {
        model.activityStatus().addListener((property, before, after) -> show(after));
        show(model.activityStatus().getValue());
        Scale scale = new Scale();
        scale.xProperty().bind(Bindings.divide(fontSize, BASE_FONT));
        scale.yProperty().bind(scale.xProperty());
        Group sized = new Group(glyph);
        glyph.getTransforms().add(scale);
        StackPane sign = new StackPane(sized);
        sign.visibleProperty().bind(Bindings.isNotEmpty(model.activity()));
        return sign;
    }

    private void show(ResourceStatus status) {
        glyph.setStatus(status);
    }

    private Label activity() {
        Label activity = new Label();
        activity.getStyleClass().add("activity");
        activity.textProperty().bind(model.activity());
        activity.setWrapText(true);
        return activity;
    }

    private Label detail() {
        Label detail = new Label();
        detail.getStyleClass().add("activity-detail");
        detail.textProperty().bind(model.activityDetail());
        detail.setMinWidth(Region.USE_PREF_SIZE);
        return detail;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Space and the page keys reach these through the view, so none of them takes the keyboard by itself. */
    private static Button button(PresenterModel.Action action, String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add(id.equals("presenter-primary") ? "accent" : "plain");
        button.textProperty().bind(action.label());
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> action.disabled().get(),
                action.disabled()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        showIcon(button, action.icon().get());
        action.icon().addListener((property, before, after) -> showIcon(button, after));
        return button;
    }

    private static void showIcon(Button button, String icon) {
        if (icon.isEmpty()) {
            button.setGraphic(null);
        } else {
            EmIcon.set(button, icon, ICON);
        }
    }

    private HBox count() {
        Label done = new Label();
        done.getStyleClass().add("done-count");
        Label of = new Label();
        of.getStyleClass().add("quiet");
        done.textProperty().bind(Bindings.createStringBinding(
                () -> String.valueOf(model.doneSteps().getValue().size()), model.doneSteps()));
        of.textProperty().bind(localizer.bind("presenter.done", model.steps().size()));
        HBox count = new HBox(done, of);
        count.getStyleClass().add("presenter-count");
        return count;
    }
}
