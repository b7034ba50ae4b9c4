package endpointlab.ui.start;

import endpointlab.settings.Settings;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.LabChoices;
import endpointlab.ui.shared.LocalizedChoice;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import endpointlab.ui.shared.Widgets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A new lab: what each mode means, how fast, where. */
final class NewLabSection extends VBox {

    private static final List<String> PRACTICE = List.of("account", "free", "pace", "inside");
    private static final List<String> PRACTICE_ICONS = List.of("mdoal-account_circle", "mdomz-payments",
            "mdomz-speed", "mdomz-replay");
    private static final List<String> AWS = List.of("account", "profile", "check", "clean");
    private static final List<String> AWS_ICONS = List.of("mdoal-account_circle", "mdomz-vpn_key",
            "mdoal-fact_check", "mdoal-cleaning_services");

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ToggleGroup modes = new ToggleGroup();
    private final AppContext context;
    private final StartViewModel model;
    private final Localizer localizer;
    private final Widgets widgets;
    private final Button begin;

    NewLabSection(AppContext context, StartViewModel model) {
        this.context = context;
        this.model = model;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        this.begin = widgets.button("start.begin", "mdal-arrow_forward", model::begin, "button-outlined",
                "accent", "big-button");
        begin.setId("new-start");
        begin.setContentDisplay(ContentDisplay.RIGHT);
        begin.disableProperty().bind(model.busyProperty());
        Columns cards = new Columns(26, 1.15, context.appearance().textSizeProperty());
        cards.getChildren().setAll(practiceCard(), awsCard());
        getStyleClass().add("section");
        getChildren().setAll(head(), cards, finding(), choices());
    }

    Button beginButton() {
        return begin;
    }

    private Node head() {
        HBox head = new HBox(widgets.heading("start.new", "section-title"), Widgets.spring(),
                widgets.shortLabel(() -> localizer.text("start.new.size", context.lab().steps().size()), "muted"));
        head.getStyleClass().add("section-head");
        return head;
    }

    private Node practiceCard() {
        Label recommended = widgets.shortLabel(() -> localizer.text("start.practice.recommended"), "chip", "good");
        recommended.setGraphic(widgets.icon("mdal-check"));
        return modeCard(modeRadio("practice", false), "practice", recommended, PRACTICE, PRACTICE_ICONS);
    }

    private Node awsCard() {
        Label costs = widgets.shortLabel(this::costs, "chip", "costs");
        costs.textProperty().bind(localizer.bind(this::costs, context.preferences().settingsProperty()));
        costs.setGraphic(widgets.icon("mdomz-payments"));
        return modeCard(modeRadio("aws", true), "aws", costs, AWS, AWS_ICONS);
    }

    private RadioButton modeRadio(String mode, boolean aws) {
        RadioButton radio = new RadioButton();
        radio.setId("mode-" + mode);
        radio.setToggleGroup(modes);
        radio.setSelected(model.inAwsProperty().get() == aws);
        radio.selectedProperty().addListener((property, before, selected) -> {
            if (selected) {
                model.inAwsProperty().set(aws);
            }
        });
        return radio;
    }

    private String costs() {
        return model.perHourComplete().isPresent()
                ? localizer.text("start.aws.costs", Money.perHour(model.perHourComplete().getAsDouble()))
                : localizer.text("start.aws.costs-unknown");
    }

    private VBox modeCard(RadioButton radio, String mode, Label chip, List<String> points, List<String> icons) {
        radio.textProperty().bind(localizer.bind("start.mode." + mode));
        radio.accessibleTextProperty().bind(radio.textProperty());
        radio.getStyleClass().add("mode-name");
        FlowPane head = new FlowPane(radio, chip);
        head.getStyleClass().add("mode-head");
        VBox list = new VBox();
        list.getStyleClass().add("mode-points");
        for (int i = 0; i < points.size(); i++) {
            Label point = widgets.label("start." + mode + "." + points.get(i));
            point.setGraphic(widgets.icon(icons.get(i)));
            list.getChildren().add(point);
        }
        VBox card = new VBox(head, list);
        card.getStyleClass().addAll("card", "mode-card");
        card.setOnMouseClicked(event -> {
            radio.setSelected(true);
            radio.requestFocus();
        });
        radio.selectedProperty().addListener((property, before, selected) ->
                card.pseudoClassStateChanged(CHOSEN, selected));
        card.pseudoClassStateChanged(CHOSEN, radio.isSelected());
        return card;
    }

    /** Says which setting keeps a lab from being started. */
    private Node finding() {
        Label sentence = widgets.label(() -> model.findingProperty().get() == null ? ""
                : LabChoices.sentence(localizer, model.findingProperty().get()), "field-problem");
        sentence.textProperty().bind(localizer.bind(() -> model.findingProperty().get() == null ? ""
                : LabChoices.sentence(localizer, model.findingProperty().get()), model.findingProperty()));
        sentence.setGraphic(widgets.icon("mdmz-report"));
        sentence.visibleProperty().bind(model.findingProperty().isNotNull());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return sentence;
    }

    private Node choices() {
        LabChoices choices = new LabChoices(localizer);
        LocalizedChoice<String> pace = choices.pace(context.preferences().settings().pace());
        pace.setId("pace");
        pace.disableProperty().bind(model.inAwsProperty());
        follow(pace, Settings::pace);
        pace.setOnAction(event -> change(pace, Settings::withPace));
        LocalizedChoice<String> region = choices.region();
        region.setId("region");
        follow(region, Settings::region);
        region.setOnAction(event -> change(region, Settings::withRegion));
        FlowPane row = new FlowPane(labelled("settings.pace", pace), labelled("settings.region", region));
        row.getStyleClass().add("choices");
        HBox button = new HBox(Widgets.spring(), begin);
        Columns choicesAndButton = new Columns(22, 1, context.appearance().textSizeProperty()).weighted(0.7, 0.3);
        choicesAndButton.getChildren().setAll(row, button);
        choicesAndButton.getStyleClass().add("choices-row");
        return choicesAndButton;
    }

    private void follow(LocalizedChoice<String> choice, Function<Settings, String> value) {
        choice.setValue(value.apply(context.preferences().settings()));
        context.preferences().settingsProperty().addListener((property, before, after) ->
                choice.setValue(value.apply(after)));
    }

    private void change(LocalizedChoice<String> choice,
                        BiFunction<Settings, String, Settings> with) {
        if (choice.getValue() != null) {
            context.preferences().change(was -> with.apply(was, choice.getValue()));
        }
    }

    private Node labelled(String key, LocalizedChoice<String> choice) {
        Label label = widgets.shortLabel(() -> localizer.text(key), "muted");
        label.setLabelFor(choice);
        choice.accessibleTextProperty().bind(label.textProperty());
        HBox pair = new HBox(label, choice);
        pair.getStyleClass().add("labelled");
        return pair;
    }
}
