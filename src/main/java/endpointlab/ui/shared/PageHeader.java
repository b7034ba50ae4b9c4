package endpointlab.ui.shared;

import endpointlab.i18n.Language;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The bar above every page outside a lab: what this is, language, theme, settings. */
public final class PageHeader extends HBox {

    /** Two networks and the link between them. */
    static final String LOGO = "M2,0 H6 Q8,0 8,2 V8 Q8,10 6,10 H2 Q0,10 0,8 V2 Q0,0 2,0 Z "
            + "M12,0 H16 Q18,0 18,2 V8 Q18,10 16,10 H12 Q10,10 10,8 V2 Q10,0 12,0 Z M4,5 H14";
    /** From these widths in ems on there is room for the themes' names, for the title, for the leading words. */
    private static final double WITH_NAMES = 62;
    private static final double WITH_TITLE = 42;
    private static final double WITH_LEAD = 30;
    /** What the leading words take of it. */
    private static final double LEAD = 10;

    private final AppContext context;
    private final Widgets widgets;
    private final Label title;
    private final Map<Look, ToggleButton> looks = new EnumMap<>(Look.class);
    private final Button settings;
    private Button lead;

    public PageHeader(AppContext context) {
        this.context = context;
        this.widgets = new Widgets(context.localizer(), context.appearance());
        this.title = widgets.shortLabel(() -> context.localizer().text("header.title"), "page-title");
        this.settings = widgets.button("header.settings", "mdmz-settings", context.navigator()::showSettings,
                "header-settings");
        // Rather cut off than make the whole page wider than the window.
        setMinWidth(0);
        getStyleClass().add("page-header");
        getStylesheets().add(PageHeader.class.getResource("/endpointlab/ui/shared/page.css").toExternalForm());
        getChildren().setAll(logo(), title, Widgets.spring(), languages(), themes(), settings);
        widthProperty().addListener((property, before, after) -> fit());
        context.appearance().textSizeProperty().addListener((property, before, after) -> fit());
    }

    /** Puts a button with an icon at the left end, such as the way back. */
    public void lead(Button button) {
        lead = button;
        getChildren().add(0, button);
        fit();
    }

    private Node logo() {
        SVGPath twoJoined = new SVGPath();
        twoJoined.setContent(LOGO);
        twoJoined.getStyleClass().add("logo-lines");
        DoubleBinding scale = context.appearance().textSizeProperty().divide(100.0);
        twoJoined.scaleXProperty().bind(scale);
        twoJoined.scaleYProperty().bind(scale);
        StackPane logo = new StackPane(new Group(twoJoined));
        logo.getStyleClass().add("page-logo");
        logo.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        logo.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return logo;
    }

    private Node languages() {
        return segments(Language.values(), (language, button) -> button.setText(
                language == Language.JA ? "日本語" : "English"),
                Settings::language,
                language -> context.preferences().change(was -> was.withLanguage(language)));
    }

    private Node themes() {
        return segments(Look.values(), (look, button) -> {
            button.textProperty().bind(context.localizer().bind("settings.theme." + word(look)));
            button.setGraphic(widgets.icon(switch (look) {
                case LIGHT -> "mdmz-wb_sunny";
                case DARK -> "mdal-brightness_2";
                case HIGH_CONTRAST -> "mdmz-tonality";
            }));
            looks.put(look, button);
        }, Settings::look, look -> context.preferences().change(was -> was.withLook(look)));
    }

    private <T> Node segments(T[] values, BiConsumer<T, ToggleButton> dress,
                              Function<Settings, T> chosen,
                              Consumer<T> choose) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        for (int i = 0; i < values.length; i++) {
            T value = values[i];
            ToggleButton button = new ToggleButton();
            dress.accept(value, button);
            button.accessibleTextProperty().bind(button.textProperty());
            button.getStyleClass().add(i == 0 ? "left-pill" : i == values.length - 1 ? "right-pill" : "center-pill");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                choose.accept(value);
                button.setSelected(true);
            });
            context.preferences().settingsProperty().addListener((property, before, after) ->
                    button.setSelected(chosen.apply(after).equals(value)));
            button.setSelected(chosen.apply(context.preferences().settings()).equals(value));
            box.getChildren().add(button);
        }
        return box;
    }

    private void fit() {
        double ems = getWidth() / context.appearance().em();
        double room = ems - (lead == null ? 0 : LEAD);
        looks.values().forEach(button -> button.setContentDisplay(display(room >= WITH_NAMES)));
        settings.setContentDisplay(display(room >= WITH_NAMES));
        title.setVisible(room >= WITH_TITLE);
        title.setManaged(room >= WITH_TITLE);
        if (lead != null) {
            lead.setContentDisplay(display(room >= WITH_LEAD));
        }
    }

    private static ContentDisplay display(boolean roomForWords) {
        return roomForWords ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
