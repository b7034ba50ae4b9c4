package endpointlab.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    private final SimpleIntegerProperty textSize = new SimpleIntegerProperty(100);

    /** Columns of at least 140 px with gaps of 14 px. */
    private Columns columns(int children) {
        Columns columns = new Columns(10, 1, textSize);
        for (int i = 0; i < children; i++) {
            Region child = new Region();
            child.setPrefHeight(50);
            columns.getChildren().add(child);
        }
        return columns;
    }

    private static List<Node> layOut(Columns columns, double width) {
        columns.resize(width, columns.prefHeight(width));
        columns.layout();
        return columns.getChildren();
    }

    @ParameterizedTest
    @CsvSource({"1000, 6, 1", "448, 3, 2", "447, 2, 3", "290, 1, 6", "50, 1, 6"})
    void takesAsManyColumnsAsFitAndSharesTheRowsEvenly(double width, int inFirstRow, int rows) {
        Columns columns = columns(6);
        List<Node> children = layOut(columns, width);
        assertThat(children.stream().filter(child -> child.getLayoutY() == 0)).hasSize(inFirstRow);
        assertThat(columns.prefHeight(width)).isEqualTo(rows * 50 + (rows - 1) * 14);
        assertThat(children).allSatisfy(child ->
                assertThat(child.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width + 1));
    }

    @Test
    void largerTextNeedsWiderColumns() {
        Columns columns = columns(3);
        assertThat(columns.prefHeight(450)).isEqualTo(50);
        textSize.set(200);
        assertThat(columns.prefHeight(450)).isGreaterThan(150);
    }

    @Test
    void sharesAreKeptWhileAllStandInOneRow() {
        Columns columns = columns(2).weighted(0.75, 0.25);
        List<Node> children = layOut(columns, 1014);
        assertThat(children.get(0).getBoundsInParent().getWidth()).isEqualTo(750);
        assertThat(layOut(columns, 200).get(0).getBoundsInParent().getWidth()).isEqualTo(200);
    }
}
