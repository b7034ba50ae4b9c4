package endpointlab.ui.shared;

import java.util.List;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Puts its children side by side in columns, as many as fit when none may be narrower than a number of ems, and the
 * rest below. The columns of a row fill the width; its children are equally high.
 */
public final class Columns extends Pane {

    private static final double EM_PX = 14;

    private final double minimumEm;
    private final double gapEm;
    private final ObservableIntegerValue textSize;
    private double[] weights = {};

    /**
     * @param minimumEm narrowest column, in ems
     * @param gapEm     between columns and between rows, in ems
     * @param textSize  in percent, see {@link Appearance#textSizeProperty()}
     */
    public Columns(double minimumEm, double gapEm, ObservableIntegerValue textSize) {
        this.minimumEm = minimumEm;
        this.gapEm = gapEm;
        this.textSize = textSize;
        textSize.addListener((property, before, after) -> requestLayout());
    }

    /** How the width is shared while all children stand in one row; equally if not told. */
    public Columns weighted(double... shares) {
        weights = shares.clone();
        return this;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = getManagedChildren().size();
        return count * em(minimumEm) + Math.max(0, count - 1) * em(gapEm);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double available = (width < 0 ? computePrefWidth(-1) : width) - left() - right();
        double height = 0;
        int columns = columns(available);
        int count = getManagedChildren().size();
        for (int first = 0; first < count; first += columns) {
            height += (first == 0 ? 0 : em(gapEm)) + rowHeight(first, columns, available);
        }
        return height + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        double available = getWidth() - left() - right();
        int columns = columns(available);
        List<Node> children = getManagedChildren();
        double y = getInsets().getTop();
        for (int first = 0; first < children.size(); first += columns) {
            double height = rowHeight(first, columns, available);
            double x = left();
            for (int i = first; i < Math.min(first + columns, children.size()); i++) {
                double width = columnWidth(i - first, columns, available);
                children.get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width),
                        snapSizeY(height));
                x += width + em(gapEm);
            }
            y += height + em(gapEm);
        }
    }

    private double rowHeight(int first, int columns, double available) {
        List<Node> children = getManagedChildren();
        double height = 0;
        for (int i = first; i < Math.min(first + columns, children.size()); i++) {
            double width = columnWidth(i - first, columns, available);
            height = Math.max(height, Math.max(children.get(i).minHeight(width), children.get(i).prefHeight(width)));
        }
        return height;
    }

    private int columns(double available) {
        int fitting = (int) Math.floor((available + em(gapEm)) / (em(minimumEm) + em(gapEm)));
        int count = Math.max(1, getManagedChildren().size());
        int most = Math.max(1, Math.min(count, fitting));
        int rows = (count + most - 1) / most;
        return (count + rows - 1) / rows;
    }

    private double columnWidth(int column, int columns, double available) {
        double shared = available - (columns - 1) * em(gapEm);
        if (columns == 1 || weights.length != columns || columns != getManagedChildren().size()) {
            return shared / columns;
        }
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return shared * weights[column] / sum;
    }

    private double left() {
        return getInsets().getLeft();
    }

    private double right() {
        return getInsets().getRight();
    }

    private double em(double ems) {
        return ems * EM_PX * textSize.get() / 100;
    }
}
