package endpointlab.ui.diagram;

import endpointlab.ui.shared.StateGlyph;
import java.util.List;
import javafx.scene.Group;

/** Words, the sign of a state and the state's word in one row, from the left or from the right. */
final class LabelRow extends Group {

    static final double GLYPH = 14;
    private static final double GAP = 5;

    private final DiagramText text;
    private final StateGlyph glyph = new StateGlyph(GLYPH);
    private final DiagramText word;
    private final double edge;
    private final double room;
    private final boolean fromRight;
    private List<String> wordings = List.of("");
    private List<String> stateWords = List.of("");

    private LabelRow(double edge, double y, double room, boolean fromRight, String... styleClasses) {
        this.edge = edge;
        this.room = room;
        this.fromRight = fromRight;
        text = DiagramText.at(edge, y, styleClasses);
        word = DiagramText.at(edge, y, "state-word");
        glyph.setLayoutY(y - GLYPH / 2);
        getChildren().addAll(text, glyph, word);
        text.fontProperty().addListener((property, before, after) -> arrange());
        word.fontProperty().addListener((property, before, after) -> arrange());
        text.layoutBoundsProperty().addListener((property, before, after) -> place());
    }

    static LabelRow fromLeft(double left, double y, double room, String... styleClasses) {
        return new LabelRow(left, y, room, false, styleClasses);
    }

    static LabelRow fromRight(double right, double y, double room, String... styleClasses) {
        return new LabelRow(right, y, room, true, styleClasses);
    }

    StateGlyph glyph() {
        return glyph;
    }

    /**
     * Shows the first wording that leaves room for the state's word, and that word without its time if it must.
     *
     * @param stateWord empty if the sign says enough
     */
    void show(String stateWord, String... wordings) {
        show(false, stateWord, wordings);
    }

    /** @param signAlone whether the sign may stand for the state alone, where the words would have to be cut */
    void show(boolean signAlone, String stateWord, String... wordings) {
        this.wordings = List.of(wordings);
        this.stateWords = signAlone ? List.of(stateWord, PlaceWords.withoutTime(stateWord), "")
                : List.of(stateWord, PlaceWords.withoutTime(stateWord));
        arrange();
    }

    void withoutGlyph() {
        getChildren().remove(glyph);
    }

    private boolean hasGlyph() {
        return glyph.getParent() != null;
    }

    private void arrange() {
        String fitting = stateWords.stream()
                .filter(words -> wordings.stream().anyMatch(wording -> text.width(wording) <= roomBeside(words)))
                .findFirst().orElse(stateWords.get(stateWords.size() - 1));
        word.show(fitting);
        text.show(roomBeside(fitting), wordings.toArray(String[]::new));
        place();
    }

    private double roomBeside(String stateWord) {
        return room - (hasGlyph() ? GAP + GLYPH : 0) - (stateWord.isEmpty() ? 0 : GAP + word.width(stateWord));
    }

    private void place() {
        double textWidth = text.getText().isEmpty() ? -GAP : text.getLayoutBounds().getWidth();
        double wordWidth = word.getText().isEmpty() ? -GAP : word.width(word.getText());
        double glyphWidth = hasGlyph() ? GLYPH : -GAP;
        double left = fromRight ? edge - textWidth - GAP - glyphWidth - GAP - wordWidth : edge;
        text.setX(left);
        glyph.setLayoutX(left + textWidth + GAP);
        word.setX(left + textWidth + GAP + glyphWidth + GAP);
    }

    /** Left end of the words. */
    double left() {
        return text.getX();
    }
}
