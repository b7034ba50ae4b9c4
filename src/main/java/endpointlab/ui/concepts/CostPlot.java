package endpointlab.ui.concepts;

import endpointlab.cost.Comparison;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Monthly cost against amount: two straight lines, told apart by dashes and names too, and a mark at an amount. */
final class CostPlot extends Region {

    private static final int GRID_LINES = 4;
    private static final double STEP_DOLLARS = 50;
    private static final double DOT = 5;

    private final ConceptViewModel model;
    private final Localizer localizer;
    private final Group drawing = new Group();

    CostPlot(ConceptViewModel model, Localizer localizer) {
        this.model = model;
        this.localizer = localizer;
        drawing.setManaged(false);
        getChildren().add(drawing);
        getStyleClass().add("cost-plot");
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(localizer.bind(this::spoken, model.gigabytesProperty(), model.regionProperty()));
        model.gigabytesProperty().addListener((property, before, after) -> requestLayout());
        model.regionProperty().addListener((property, before, after) -> requestLayout());
        localizer.languageProperty().addListener((property, before, after) -> requestLayout());
    }

    private String spoken() {
        Comparison now = model.comparison(model.gigabytesProperty().get());
        return localizer.text("concepts.chart.spoken", gigabytes(model.gigabytesProperty().get()),
                Money.amount(now.interfaceEndpoint()), Money.amount(now.natGateway()), factor(now));
    }

    static String gigabytes(double amount) {
        return String.format(Locale.ROOT, "%,d", Math.round(amount));
    }

    static String factor(Comparison comparison) {
        return String.format(Locale.ROOT, "%.1f", comparison.factor());
    }

    @Override
    protected void layoutChildren() {
        drawing.getChildren().clear();
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        Text measure = text("USD 000", "plot-label");
        drawing.getChildren().setAll(measure);
        drawing.applyCss();
        double em = measure.getLayoutBounds().getHeight();
        Frame frame = new Frame(measure.getLayoutBounds().getWidth() + em * 0.6, em, getWidth() - em,
                getHeight() - em * 2.9, top());
        drawing.getChildren().clear();
        drawGrid(frame, em);
        drawWay(frame, "nat", Comparison::natGateway);
        drawWay(frame, "interface", Comparison::interfaceEndpoint);
        drawMark(frame);
        drawName(frame, "nat", Comparison::natGateway, em);
        drawName(frame, "interface", Comparison::interfaceEndpoint, -em);
    }

    /** Where the plot lies, and what dollars its upper edge means. */
    private record Frame(double left, double top, double right, double bottom, double dollars) {

        double x(double gigabytes) {
            return left + (right - left) * gigabytes / ConceptViewModel.MOST_GIGABYTES;
        }

        double gigabytes(double x) {
            return (x - left) / (right - left) * ConceptViewModel.MOST_GIGABYTES;
        }

        double y(double ofDollars) {
            return bottom - (bottom - top) * ofDollars / dollars;
        }
    }

    private double top() {
        double most = model.comparison(ConceptViewModel.MOST_GIGABYTES).natGateway();
        return Math.ceil(most / STEP_DOLLARS) * STEP_DOLLARS;
    }

    private void drawGrid(Frame frame, double em) {
        for (double dollars = 0; dollars <= frame.dollars(); dollars += STEP_DOLLARS) {
            add(new Line(frame.left(), frame.y(dollars), frame.right(), frame.y(dollars)), "plot-grid");
            Text label = text(String.format(Locale.ROOT, "USD %.0f", dollars), "plot-label");
            drawing.getChildren().add(label);
            label.applyCss();
            label.setX(frame.left() - em * 0.4 - label.getLayoutBounds().getWidth());
            label.setY(frame.y(dollars));
        }
        for (int i = 0; i <= GRID_LINES; i++) {
            double gigabytes = ConceptViewModel.MOST_GIGABYTES * i / GRID_LINES;
            add(new Line(frame.x(gigabytes), frame.bottom(), frame.x(gigabytes), frame.bottom() + em * 0.3),
                    "plot-grid");
            centred(gigabytes(gigabytes), frame.x(gigabytes), frame.bottom() + em * 0.9);
        }
        centred(localizer.text("concepts.chart.axis"), (frame.left() + frame.right()) / 2, frame.bottom() + em * 2.2);
    }

    private void drawWay(Frame frame, String way, ToDoubleFunction<Comparison> cost) {
        double first = cost.applyAsDouble(model.comparison(0));
        double last = cost.applyAsDouble(model.comparison(ConceptViewModel.MOST_GIGABYTES));
        Line line = new Line(frame.left(), frame.y(first), frame.right(), frame.y(last));
        if (way.equals("nat")) {
            line.getStrokeDashArray().setAll(9.0, 6.0);
        }
        add(line, "plot-line", way);
    }

    /**
     * At the right end of its line, on a ground of its own so that the mark may pass behind it.
     *
     * @param off how far below the line's lower end under the name; negative for above its upper end
     */
    private void drawName(Frame frame, String way, ToDoubleFunction<Comparison> cost, double off) {
        Text name = text(localizer.text("concepts.chart." + way), "plot-name", way);
        Rectangle ground = new Rectangle();
        ground.getStyleClass().add("plot-name-ground");
        drawing.getChildren().addAll(ground, name);
        name.applyCss();
        double width = name.getLayoutBounds().getWidth();
        double height = name.getLayoutBounds().getHeight();
        double gigabytes = off < 0 ? ConceptViewModel.MOST_GIGABYTES
                : frame.gigabytes(frame.right() - width);
        double y = frame.y(cost.applyAsDouble(model.comparison(gigabytes))) + off;
        name.setX(frame.right() - width);
        name.setY(y);
        ground.setX(frame.right() - width - height / 4);
        ground.setY(y - height / 2);
        ground.setWidth(width + height / 4);
        ground.setHeight(height);
    }

    private void drawMark(Frame frame) {
        double gigabytes = model.gigabytesProperty().get();
        Comparison now = model.comparison(gigabytes);
        add(new Line(frame.x(gigabytes), frame.top(), frame.x(gigabytes), frame.bottom()), "plot-mark");
        Circle nat = new Circle(frame.x(gigabytes), frame.y(now.natGateway()), DOT);
        Circle endpoint = new Circle(frame.x(gigabytes), frame.y(now.interfaceEndpoint()), DOT);
        nat.getStyleClass().addAll("plot-dot", "nat");
        endpoint.getStyleClass().addAll("plot-dot", "interface");
        drawing.getChildren().addAll(nat, endpoint);
    }

    private void centred(String words, double x, double y) {
        Text text = text(words, "plot-label");
        drawing.getChildren().add(text);
        text.applyCss();
        double half = text.getLayoutBounds().getWidth() / 2;
        text.setX(Math.min(x - half, getWidth() - 2 * half));
        text.setY(y);
    }

    private static Text text(String words, String... styleClasses) {
        Text text = new Text(words);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().addAll(styleClasses);
        return text;
    }

    private void add(Line line, String... styleClasses) {
        line.getStyleClass().addAll(styleClasses);
        drawing.getChildren().add(line);
    }
}
