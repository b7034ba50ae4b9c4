package endpointlab.ui.main;

import endpointlab.i18n.Language;
import endpointlab.lab.LabState;
import endpointlab.ui.shared.Appearance;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Theme;
import endpointlab.ui.wizard.Times;
import endpointlab.ui.wizard.WizardModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above a lab: what it is, where it runs, time and cost so far, and the ways out. */
final class HeaderBar extends HBox {

    private static final double FULL_WIDTH_EM = 82;
    private static final double NO_PLAN_EM = 66;

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
    private final Button language;

    /** What the buttons do. */
    record Doings(Runnable home, Runnable present, Runnable help, Runnable settings) {
    }

    HeaderBar(WizardModel model, HeaderModel figures, Localizer texts, Appearance appearance, Doings doings) {
        this.model = model;
        this.figures = figures;
        this.texts = texts;
        getStyleClass().add("header-bar");
        Button home = icon("main.home", "mdal-link", "home-button");
        home.setOnAction(event -> doings.home().run());
        product.getStyleClass().add("product");
        product.textProperty().bind(texts.bind("main.product"));
        boolean practice = model.state().mode().equals("practice");
        mode.setGraphic(new FontIcon(practice ? "mdmz-science" : "mdal-cloud_queue"));
        mode.getStyleClass().addAll("mode-chip", practice ? "practice" : "aws");
        mode.textProperty().bind(texts.bind(practice ? "main.mode.practice" : "main.mode.aws"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(practice ? "main.mode.practice.tip" : "main.mode.aws.tip"));
        mode.setTooltip(tip);
        region.setGraphic(new FontIcon("mdmz-place"));
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
        getChildren().addAll(home, product, new Separator(javafx.geometry.Orientation.VERTICAL), mode, region,
                regionName, spring, named("main.elapsed", "mdmz-timer"), elapsed, planned,
                new Separator(javafx.geometry.Orientation.VERTICAL), named("main.cost", "mdmz-payments"), cost, inAws,
                new Separator(javafx.geometry.Orientation.VERTICAL), language, present, theme, help, settings);
        elapsed.getStyleClass().add("figure");
        cost.getStyleClass().add("figure");
        planned.getStyleClass().add("muted");
        inAws.getStyleClass().add("muted");
        getChildren().forEach(child -> {
            if (child instanceof Region part && part != spring) {
                part.setMinWidth(USE_PREF_SIZE);
            }
        });
        model.observer().stateProperty().addListener((property, before, after) -> show());
        texts.languageProperty().addListener((property, before, after) -> show());
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
        label.setGraphic(new FontIcon(icon));
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("figure-name");
        return label;
    }

    private Button icon(String key, String icon, String style) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
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
        inAws.setText(practice ? texts.text("main.cost.practice", dollars) : texts.text("main.cost.estimate"));
    }

    /** Leaves out what matters least where room is short. */
    private void fit() {
        double ems = getWidth() / product.getFont().getSize();
        shown(planned, ems > NO_PLAN_EM);
        shown(regionName, ems > FULL_WIDTH_EM && !regionName.getText().isEmpty());
        shown(inAws, ems > NO_PLAN_EM);
        shown(product, ems > NO_PLAN_EM - 14);
    }

    private static void shown(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
