package endpointlab.ui.main;

import endpointlab.lab.LabState;
import endpointlab.ui.shared.EmIcon;
import endpointlab.ui.shared.Localizer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Calls to mind, each time so many minutes have passed, that a lab in the user's account costs money. */
final class ReminderBar extends HBox {

    private final Localizer texts;
    private final HeaderModel figures;
    private final Supplier<LabState> state;
    private final IntSupplier everyMinutes;
    private final Label words = new Label();
    /** Times that the user has heard it. */
    private long heard;

    /**
     * @param everyMinutes 0: never
     * @param cleanUp      asks whether everything shall be deleted
     */
    ReminderBar(Localizer texts, HeaderModel figures, Supplier<LabState> state, IntSupplier everyMinutes,
                Runnable cleanUp) {
        this.texts = texts;
        this.figures = figures;
        this.state = state;
        this.everyMinutes = everyMinutes;
        EmIcon.set(words, "mdomz-payments", 1.2);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button clean = new Button();
        clean.textProperty().bind(texts.bind("main.reminder.clean-up"));
        clean.setMinWidth(USE_PREF_SIZE);
        clean.setOnAction(event -> cleanUp.run());
        Button later = new Button();
        later.setId("reminder-heard");
        later.textProperty().bind(texts.bind("main.reminder.heard"));
        later.setMinWidth(USE_PREF_SIZE);
        later.setOnAction(event -> {
            heard = due();
            tick();
        });
        getStyleClass().addAll("reminder-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(words.textProperty());
        getChildren().setAll(words, clean, later);
        tick();
    }

    /** To be called as time passes. */
    void tick() {
        LabState now = state.get();
        boolean shown = figures.costsMoney(now) && due() > heard;
        if (shown) {
            words.setText(texts.text("main.reminder", figures.minutesSinceBegun(now),
                    figures.dollars(now).orElse("?"), figures.perHour(now).orElse("?")));
        }
        setVisible(shown);
        setManaged(shown);
    }

    private long due() {
        int every = everyMinutes.getAsInt();
        return every == 0 ? 0 : figures.minutesSinceBegun(state.get()) / every;
    }
}
