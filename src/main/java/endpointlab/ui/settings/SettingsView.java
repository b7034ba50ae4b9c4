package endpointlab.ui.settings;

import endpointlab.i18n.Language;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import endpointlab.settings.SshSource;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.LabChoices;
import endpointlab.ui.shared.LocalizedChoice;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Notice;
import endpointlab.ui.shared.PageHeader;
import endpointlab.ui.shared.PageScroll;
import endpointlab.ui.shared.Widgets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All settings on one page. They take effect at once and are kept; Esc goes back. */
public final class SettingsView extends BorderPane {

    private static final int TEXT_STEP = 10;
    private static final int TEXT_MARK = 20;
    private static final List<Integer> REMINDERS = List.of(0, 30, 60, 90, 120, 240);

    private final AppContext context;
    private final SettingsViewModel model;
    private final Localizer localizer;
    private final Widgets widgets;
    private final SettingRows rows;
    private final Button back;

    /**
     * @param dataFolder where labs and settings lie
     * @param openFolder shows that folder in the system's file manager
     * @param onClose    goes back to where the user came from
     */
    public SettingsView(AppContext context, Path dataFolder, Runnable openFolder, Runnable onClose) {
        this.context = context;
        this.model = new SettingsViewModel(context);
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        this.rows = new SettingRows(context);
        this.back = widgets.button("settings.back", "mdal-arrow_back", onClose, "flat");
        getStyleClass().addAll("page", "settings-page");
        getStylesheets().add(
                SettingsView.class.getResource("/endpointlab/ui/settings/settings.css").toExternalForm());
        PageHeader header = new PageHeader(context);
        header.lead(back);
        setTop(header);
        Button all = widgets.button("settings.default.all", "mdmz-undo", model::allBackToDefault);
        all.setId("all-back-to-default");
        HBox head = new HBox(widgets.heading("settings.title", "page-heading"), Widgets.spring(), all);
        head.getStyleClass().add("section-head");
        setCenter(new PageScroll(context.appearance(),
                Notice.place(widgets, localizer, context.preferences().problemProperty()), head, screen(), newLabs(),
                data(dataFolder, openFolder)));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                onClose.run();
            }
        });
    }

    /** Puts the focus where the keyboard begins. */
    public void focusFirst() {
        back.requestFocus();
    }

    private Node screen() {
        LocalizedChoice<Language> language = new LocalizedChoice<>(localizer, List.of(Language.values()),
                each -> each == Language.JA ? "日本語" : "English");
        language.setId("language");
        LocalizedChoice<Look> look = rows.words(Look.values(), "settings.theme.");
        look.setId("theme");
        return group("settings.screen",
                rows.choice("settings.language", language, Settings::language, Settings::withLanguage),
                rows.choice("settings.theme", look, Settings::look, Settings::withLook), textSize(), motion(), reminder());
    }

    private Node textSize() {
        Slider slider = new Slider(Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT, model.settings().textSize());
        slider.setId("text-size");
        slider.setMajorTickUnit(TEXT_MARK);
        slider.setMinorTickCount(1);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(TEXT_STEP);
        slider.setShowTickMarks(true);
        slider.valueProperty().addListener((property, before, after) -> {
            if (!slider.isValueChanging()) {
                keepTextSize(slider);
            }
        });
        // While it is dragged the page would move away under the pointer.
        slider.valueChangingProperty().addListener((property, before, changing) -> keepTextSize(slider));
        context.preferences().settingsProperty().addListener((property, before, after) ->
                slider.setValue(after.textSize()));
        Label percent = new Label();
        percent.textProperty().bind(localizer.bind(() -> localizer.text("settings.text-size.value",
                Math.round(slider.getValue())), slider.valueProperty()));
        percent.getStyleClass().add("slider-value");
        return rows.row("settings.text-size", slider, percent, rows.back("settings.text-size",
                rows.differs(Settings::textSize),
                () -> model.change(was -> was.withTextSize(Settings.DEFAULT.textSize()))));
    }

    private void keepTextSize(Slider slider) {
        if (!slider.isValueChanging()) {
            int steps = (int) Math.round(slider.getValue() / TEXT_STEP);
            model.change(was -> was.withTextSize(steps * TEXT_STEP));
        }
    }

    private Node motion() {
        CheckBox less = new CheckBox();
        less.setId("less-motion");
        less.textProperty().bind(localizer.bind("settings.less-motion"));
        less.setSelected(model.settings().lessMotion());
        less.setOnAction(event -> model.change(was -> was.withLessMotion(less.isSelected())));
        context.preferences().settingsProperty().addListener((property, before, after) ->
                less.setSelected(after.lessMotion()));
        VBox row = new VBox(less, rows.help("settings.less-motion.help"));
        row.getStyleClass().add("setting");
        return row;
    }

    /** Among what takes effect at once, for labs under way too. */
    private Node reminder() {
        LocalizedChoice<Integer> reminder = new LocalizedChoice<>(localizer, REMINDERS, minutes -> minutes == 0
                ? localizer.text("settings.reminder.never") : localizer.text("settings.reminder.minutes", minutes));
        reminder.setId("reminder");
        VBox reminderRow = (VBox) rows.choice("settings.reminder", reminder, Settings::reminderMinutes,
                Settings::withReminderMinutes);
        reminderRow.getChildren().add(rows.help("settings.reminder.help"));
        return reminderRow;
    }

    private Node newLabs() {
        LabChoices choices = new LabChoices(localizer);
        LocalizedChoice<SshSource> source = rows.words(SshSource.values(), "settings.ssh-source.");
        source.setId("ssh-source");
        LocalizedChoice<String> pace = choices.pace(model.settings().pace());
        pace.setId("pace");
        LocalizedChoice<String> region = choices.region();
        region.setId("region");
        VBox address = rows.text("settings.laptop-address", model.laptopAddress());
        address.getChildren().add(rows.help("settings.laptop-address.help"));
        VBox prefix = rows.text("settings.prefix", model.prefix());
        prefix.getChildren().add(rows.help("settings.prefix.help"));
        VBox sourceRow = (VBox) rows.choice("settings.ssh-source", source, Settings::sshSource,
                Settings::withSshSource);
        sourceRow.getChildren().add(rows.help("settings.ssh-source.help"));
        VBox group = group("settings.new-labs",
                rows.choice("settings.pace", pace, Settings::pace, Settings::withPace),
                rows.choice("settings.region", region, Settings::region, Settings::withRegion),
                rows.choice("settings.zone", zones(choices), Settings::zone, Settings::withZone),
                rows.text("settings.instance-type", model.instanceType()), prefix, sourceRow, address);
        group.getChildren().add(1, rows.help("settings.new-labs.when"));
        return group;
    }

    private LocalizedChoice<String> zones(LabChoices choices) {
        LocalizedChoice<String> zone = new LocalizedChoice<>(localizer, zonesOf(choices, model.settings()),
                name -> name.isEmpty() ? localizer.text("settings.zone.own",
                        choices.zones(model.settings().region()).stream().findFirst().orElse("–")) : name);
        zone.setId("zone");
        context.preferences().settingsProperty().addListener((property, before, after) -> {
            if (!before.region().equals(after.region())) {
                zone.getItems().setAll(zonesOf(choices, after));
                zone.setValue(after.zone());
            }
        });
        return zone;
    }

    private static List<String> zonesOf(LabChoices choices, Settings settings) {
        List<String> zones = new ArrayList<>(List.of(""));
        zones.addAll(choices.zones(settings.region()));
        return zones;
    }

    private Node data(Path folder, Runnable openFolder) {
        TextField path = new TextField(folder.toString());
        path.setEditable(false);
        path.getStyleClass().add("mono");
        path.setId("data-folder");
        Button open = widgets.button("settings.data.open", "mdal-folder_open", openFolder);
        open.setId("open-data-folder");
        return group("settings.data", rows.row("settings.data.folder", path, open));
    }

    private VBox group(String key, Node... settings) {
        VBox group = new VBox(widgets.heading(key, "section-title"));
        group.getChildren().addAll(settings);
        group.getStyleClass().addAll("card", "setting-group");
        return group;
    }
}
