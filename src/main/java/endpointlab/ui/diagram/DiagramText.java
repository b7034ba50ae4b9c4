package endpointlab.ui.diagram;

import javafx.geometry.VPos;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** A text that keeps its place when its words change: its left end or its centre stays where it was put. */
final class DiagramText extends Text {

    private DiagramText(String... styleClasses) {
        getStyleClass().add("diagram-text");
        getStyleClass().addAll(styleClasses);
        setTextOrigin(VPos.CENTER);
        setMouseTransparent(true);
    }

    /** A text whose left end is at {@code x} and whose middle line is at {@code y}. */
    static DiagramText at(double x, double y, String... styleClasses) {
        DiagramText text = new DiagramText(styleClasses);
        text.setX(x);
        text.setY(y);
        return text;
    }

    /** A text centred on {@code x} whose middle line is at {@code y}. */
    static DiagramText centred(double x, double y, String... styleClasses) {
        DiagramText text = at(x, y, styleClasses);
        text.setTextAlignment(TextAlignment.CENTER);
        text.layoutBoundsProperty().addListener((property, before, after) -> {
            if (before.getWidth() != after.getWidth()) {
                text.setTranslateX(-after.getWidth() / 2);
            }
        });
        return text;
    }
}
