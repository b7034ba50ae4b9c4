package endpointlab.ui.shared;

import javafx.scene.control.Button;

/** A question in front of the screen, answered by yes or no; Esc is no. Hidden while nothing is asked. */
public final class ConfirmOverlay extends OverlayCard {

    private final Localizer texts;
    private final Button yes = new Button();
    private final Button no = new Button();
    private Runnable confirmed = () -> { };

    public ConfirmOverlay(Localizer texts) {
        this.texts = texts;
        yes.getStyleClass().add("danger");
        yes.setOnAction(event -> answer(true));
        no.setOnAction(event -> answer(false));
        build(null, no, yes);
    }

    /**
     * Asks; the safe answer has the focus.
     *
     * @param headKey    the question
     * @param textKey    what follows from a yes
     * @param confirmKey the button that says yes
     * @param refuseKey  the button that says no, in the words of this question
     */
    public void ask(String headKey, String textKey, String confirmKey, String refuseKey, Runnable ifConfirmed) {
        confirmed = ifConfirmed;
        head().textProperty().bind(texts.bind(headKey));
        text().textProperty().bind(texts.bind(textKey));
        yes.textProperty().bind(texts.bind(confirmKey));
        no.textProperty().bind(texts.bind(refuseKey));
        show(no);
    }

    @Override
    void escape() {
        answer(false);
    }

    private void answer(boolean yesSaid) {
        hide();
        if (yesSaid) {
            confirmed.run();
        }
    }
}
