package endpointlab.ui.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A text that keeps its place when its words change (its left end or its centre stays where it was put) and that never
 * grows beyond its room: it takes the first wording that fits; if none does it becomes {@code :tight}, which a style
 * sheet draws somewhat smaller; and if that isn't enough it leaves out the middle of the last one.
 */
final class DiagramText extends Text {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final String GAP = "…";
    /** Share of what is left of a shortened text that stands before the gap; names differ more at their end. */
    private static final double HEAD = 0.4;

    private final Text ruler = new Text();
    private List<String> wordings = List.of("");
    private double room = Double.MAX_VALUE;

    private DiagramText(String... styleClasses) {
        getStyleClass().add("diagram-text");
        getStyleClass().addAll(styleClasses);
        setTextOrigin(VPos.CENTER);
        setMouseTransparent(true);
        fontProperty().addListener((property, before, after) -> fit());
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

    /**
     * Shows the first wording that fits.
     *
     * @param room in logical units
     */
    void show(double room, String... wordings) {
        List<String> wanted = List.of(wordings);
        if (!wanted.equals(this.wordings)) {
            pseudoClassStateChanged(TIGHT, false);
        } else if (room == this.room) {
            return;
        }
        this.room = room;
        this.wordings = wanted;
        fit();
    }

    /** Shows {@code words}, however wide they are. */
    void show(String words) {
        show(Double.MAX_VALUE, words);
    }

    /** Whether it is drawn smaller because it didn't fit. */
    boolean tight() {
        return getPseudoClassStates().contains(TIGHT);
    }

    /** Width that {@code words} would take. */
    double width(String words) {
        ruler.setFont(getFont());
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    private void fit() {
        String last = wordings.get(wordings.size() - 1);
        Optional<String> fitting = wordings.stream().filter(words -> width(words) <= room).findFirst();
        if (fitting.isEmpty()) {
            pseudoClassStateChanged(TIGHT, true);
        }
        setText(fitting.orElseGet(() -> Arrays.stream(last.split("\n")).map(this::shortened)
                .collect(Collectors.joining("\n"))));
    }

    private String shortened(String line) {
        for (int kept = line.length() - 1; width(line) > room && kept > 1; kept--) {
            int head = (int) Math.ceil(kept * HEAD);
            String shorter = line.substring(0, head) + GAP + line.substring(line.length() - (kept - head));
            if (width(shorter) <= room) {
                return shorter;
            }
        }
        return line;
    }
}
