package endpointlab.ui.main;

import endpointlab.cost.Spending;
import endpointlab.i18n.Language;
import endpointlab.lab.LabState;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Theme;
import endpointlab.ui.wizard.Times;
import endpointlab.ui.wizard.WizardModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar above a lab: what it is, where it runs, time and cost so far, and the ways out. */
final class HeaderBar extends HBox {

    private final Localizer texts;
    private final HeaderModel figures;
    private final WizardModel model;
    private final Label product = new Label();
    private final Label mode = new Label();
    private final Label regionName = new Label();
    private final Label region = new Label();
    private final Label elapsed = new Label();
    private final Label planned = new Label();
    private final Label cost = new Label();
    private final Label inAws = new Label();
    private final Label elapsedName;
    private final Label costName;
    private final Tooltip bill = new Tooltip();
    private final Button language;
    private int shownLength;

    /** What the buttons do. */
    record Doings(Runnable home, Runnable present, Runnable help, Runnable settings) {
    }

    HeaderBar(WizardModel model, HeaderModel figures, Localizer texts, Appearance appearance, Doings doings) {
        this.model = model;
        this.figures = figures;
        this.texts = texts;
        getStyleClass().add("header-bar");
        setMinWidth(0);
        Button home = icon("main.home", "mdal-link", "home-button");
        home.setOnAction(event -> doings.home().run());
        product.getStyleClass().add("product");
        product.textProperty().bind(texts.bind("main.product"));
        boolean practice = model.state().mode().equals("practice");
        EmIcon.set(mode, practice ? "mdmz-science" : "mdal-cloud_queue", 1.15);
        mode.getStyleClass().addAll("mode-chip", practice ? "practice" : "aws");
        mode.textProperty().bind(texts.bind(practice ? "main.mode.practice" : "main.mode.aws"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(practice ? "main.mode.practice.tip" : "main.mode.aws.tip"));
        mode.setTooltip(tip);
        Label place = new Label();
        EmIcon.set(place, "mdmz-place", 1.15);
        elapsedName = named("main.elapsed", "mdmz-timer");
        costName = named("main.cost", "mdmz-payments");
        region.getStyleClass().add("region-code");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        language = icon("main.language", "mdal-language", "language-button");
        language.setOnAction(event -> texts.languageProperty().set(
                texts.languageProperty().get() == Language.JA ? Language.EN : Language.JA));
        Button present = icon("main.present", "mdal-airplay", "present-button");
        present.setOnAction(event -> doings.present().run());
        Button theme = icon("main.theme", "mdal-brightness_6", "theme-button");
        theme.setOnAction(event -> appearance.themeProperty().set(next(appearance.themeProperty().get())));
        Button help = icon("main.help", "mdal-help_outline", "help-button");
        help.setOnAction(event -> doings.help().run());
        Button settings = icon("main.settings", "mdmz-settings", "settings-button");
        settings.setOnAction(event -> doings.settings().run());
        getChildren().addAll(home, product, new Separator(Orientation.VERTICAL), mode, place,
                regionName, region, spring, elapsedName, elapsed, planned,
                new Separator(Orientation.VERTICAL), costName, cost, inAws,
                new Separator(Orientation.VERTICAL), language, present, theme, help, settings);
        elapsed.getStyleClass().add("figure");
        cost.getStyleClass().add("figure");
        cost.setTooltip(bill);
        inAws.setTooltip(bill);
        planned.getStyleClass().add("muted");
        inAws.getStyleClass().add("muted");
        getChildren().forEach(child -> {
            if (child instanceof Region part && part != spring) {
                part.setMinWidth(USE_PREF_SIZE);
            }
        });
        model.observer().stateProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> {
            show();
            fit();
        });
        widthProperty().addListener((property, before, after) -> fit());
        product.fontProperty().addListener((property, before, after) -> fit());
        show();
    }

    private static Theme next(Theme theme) {
        Theme[] all = Theme.values();
        return all[(theme.ordinal() + 1) % all.length];
    }

    private Label named(String key, String icon) {
        Label label = new Label();
        EmIcon.set(label, icon, 1.2);
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("figure-name");
        return label;
    }

    private Button icon(String key, String icon, String style) {
        Button button = new Button();
        EmIcon.set(button, icon, 1.3);
        button.getStyleClass().addAll("button-icon", "flat", style);
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        return button;
    }

    /** To be called as time passes. */
    void show() {
        LabState state = model.state();
        boolean practice = state.mode().equals("practice");
        region.setText(state.region());
        String nameKey = "region." + state.region();
        regionName.setText(texts.has(nameKey) ? texts.text(nameKey) : "");
        elapsed.setText(Times.clock(figures.elapsed()));
        planned.setText(texts.text("main.planned", Times.clock(figures.planned())));
        String dollars = figures.dollars(state).orElse("?");
        cost.setText(texts.text("main.dollars", practice ? "0.00" : dollars));
        inAws.setText(practice ? texts.text("main.cost.practice", dollars)
                : texts.text("main.cost.per-hour", figures.perHour(state).orElse("?")));
        bill.setText(figures.spending(state).map(this::bill).orElseGet(() -> texts.text("main.cost.unknown")));
        if (elapsed.getText().length() != shownLength) {
            shownLength = elapsed.getText().length();
            fit();
        }
    }

    private String bill(Spending spending) {
        return spending.items().stream().map(item -> texts.text("main.cost.item", texts.text("cleanup.item."
                + item.what().name().toLowerCase(Locale.ROOT).replace('_', '-')), item.count(),
                HeaderModel.dollars(item.soFar()), HeaderModel.dollars(item.perHour())))
                .collect(Collectors.joining("\n", texts.text("main.cost.so-far") + "\n", ""));
    }

    /** Leaves out what matters least where room is short. */
    private void fit() {
        List<Region> spare = List.of(regionName, planned, inAws, product, costName, elapsedName, region, mode);
        spare.forEach(part -> shown(part, !(part == regionName && regionName.getText().isEmpty())));
        for (Region part : spare) {
            if (getWidth() <= 0 || prefWidth(-1) <= getWidth()) {
                return;
            }
            shown(part, false);
        }
    }

    @Override
    protected void layoutChildren() {
        if (prefWidth(-1) > getWidth() && mode.isVisible()) {
            fit();
        }
        super.layoutChildren();
    }

    private static void shown(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
