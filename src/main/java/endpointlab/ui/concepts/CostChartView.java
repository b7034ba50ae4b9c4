package endpointlab.ui.concepts;

import endpointlab.cost.Comparison;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import endpointlab.ui.shared.Widgets;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** Interface endpoint against NAT gateway: the plot, a slider for the amount, and both figures read out. */
final class CostChartView extends VBox {

    private static final double KEY_STEP = 50;
    private static final double MARK = 500;

    private final ConceptViewModel model;
    private final Localizer localizer;
    private final Widgets widgets;

    CostChartView(AppContext context, ConceptViewModel model) {
        this.model = model;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        Columns figures = new Columns(15, 1, context.appearance().textSizeProperty());
        figures.getChildren().setAll(
                figure("interface", () -> Money.amount(now().interfaceEndpoint())),
                figure("nat", () -> Money.amount(now().natGateway())), factor());
        getStyleClass().addAll("card", "cost-chart");
        getChildren().setAll(widgets.label("concepts.chart.title", "kind-name"), RegionRow.of(context, model),
                new CostPlot(model, localizer), amount(), figures);
    }

    private Comparison now() {
        return model.comparison(model.gigabytesProperty().get());
    }

    private Node amount() {
        Slider slider = new Slider(0, ConceptViewModel.MOST_GIGABYTES, model.gigabytesProperty().get());
        slider.setId("gigabytes");
        slider.setBlockIncrement(KEY_STEP);
        slider.setMajorTickUnit(MARK);
        slider.setMinorTickCount(0);
        slider.setShowTickMarks(true);
        slider.valueProperty().bindBidirectional(model.gigabytesProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = widgets.shortLabel(() -> localizer.text("concepts.chart.slider"));
        name.setLabelFor(slider);
        Label amount = new Label();
        amount.setId("gigabytes-now");
        amount.setMinWidth(Label.USE_PREF_SIZE);
        amount.textProperty().bind(localizer.bind(() -> localizer.text("concepts.chart.gb",
                CostPlot.gigabytes(model.gigabytesProperty().get())), model.gigabytesProperty()));
        amount.getStyleClass().add("slider-value");
        slider.accessibleTextProperty().bind(name.textProperty());
        slider.accessibleHelpProperty().bind(localizer.bind(() -> localizer.text("concepts.chart.spoken",
                CostPlot.gigabytes(model.gigabytesProperty().get()), Money.amount(now().interfaceEndpoint()),
                Money.amount(now().natGateway()), CostPlot.factor(now())),
                model.gigabytesProperty(), model.regionProperty()));
        HBox row = new HBox(name, slider, amount);
        row.getStyleClass().add("amount-row");
        return row;
    }

    private Node figure(String way, Supplier<String> dollars) {
        Line sample = new Line(0, 0, 28, 0);
        sample.getStyleClass().addAll("plot-line", way);
        if (way.equals("nat")) {
            sample.getStrokeDashArray().setAll(9.0, 6.0);
        }
        Label name = widgets.label("concepts.chart." + way);
        name.setGraphic(sample);
        return box(name, dollars, way + "-figure");
    }

    private Node factor() {
        Label name = widgets.label("concepts.chart.ratio");
        return box(name, () -> localizer.text("concepts.chart.factor", CostPlot.factor(now())), "factor-figure");
    }

    private Node box(Label name, Supplier<String> words, String id) {
        Label figure = new Label();
        figure.textProperty().bind(localizer.bind(words, model.gigabytesProperty(), model.regionProperty()));
        figure.getStyleClass().add("figure");
        figure.setId(id);
        figure.setAccessibleRole(AccessibleRole.TEXT);
        VBox box = new VBox(name, figure);
        box.getStyleClass().add("figure-box");
        return box;
    }
}
