package endpointlab.ui.shared;

import javafx.scene.control.Button;

/**
 * Asks whoever closes the window what shall become of a lab that costs money: keep it and resume later, clean up now,
 * or stay, which Esc says too. Hidden while nothing is asked.
 */
public final class CloseOverlay extends OverlayCard {

    private final Localizer texts;
    private final Button keep = new Button();
    private final Button cleanUp = new Button();
    private final Button stay = new Button();
    private Runnable kept = () -> { };
    private Runnable cleaned = () -> { };

    public CloseOverlay(Localizer texts) {
        this.texts = texts;
        head().textProperty().bind(texts.bind("main.close"));
        keep.textProperty().bind(texts.bind("main.close.keep"));
        keep.setId("close-keep");
        keep.setOnAction(event -> answer(kept));
        cleanUp.textProperty().bind(texts.bind("main.close.clean-up"));
        cleanUp.setId("close-clean-up");
        cleanUp.getStyleClass().add("accent");
        cleanUp.setOnAction(event -> answer(cleaned));
        stay.textProperty().bind(texts.bind("main.close.stay"));
        stay.setOnAction(event -> escape());
        build(null, stay, keep, cleanUp);
    }

    /**
     * Asks; to stay has the focus.
     *
     * @param perHour     what the lab costs, as money
     * @param ifKept      closes the window
     * @param ifCleanedUp begins to delete everything
     */
    public void ask(String perHour, Runnable ifKept, Runnable ifCleanedUp) {
        kept = ifKept;
        cleaned = ifCleanedUp;
        text().textProperty().bind(texts.bind(() -> texts.text("main.close.text", perHour)));
        show(stay);
    }

    @Override
    void escape() {
        answer(() -> { });
    }

    private void answer(Runnable then) {
        hide();
        then.run();
    }
}
