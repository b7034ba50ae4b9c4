package endpointlab.ui.concepts;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.Money;
import endpointlab.ui.shared.Widgets;
import java.util.List;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The price table of a Region, with its date. */
final class PricesView extends VBox {

    private final ConceptViewModel model;
    private final Localizer localizer;
    private final Widgets widgets;
    private final GridPane grid = new GridPane();

    PricesView(AppContext context, ConceptViewModel model) {
        this.model = model;
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        grid.getStyleClass().add("price-grid");
        grid.setAccessibleRole(AccessibleRole.TABLE_VIEW);
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(first, new ColumnConstraints(), new ColumnConstraints());
        grid.addRow(0, widgets.label("concepts.price.what", "price-head"),
                widgets.label("concepts.price.hour", "price-head", "price"),
                widgets.label("concepts.price.gb", "price-head", "price"));
        int row = 1;
        for (PriceRow price : model.prices()) {
            addRow(row++, price.item());
        }
        Label unseen = widgets.label("concepts.price.unseen.note", "muted");
        Runnable show = () -> {
            unseen.setVisible(hasUnseen());
            unseen.setManaged(hasUnseen());
        };
        model.regionProperty().addListener((property, before, after) -> show.run());
        show.run();
        getStyleClass().addAll("card", "prices");
        getChildren().setAll(RegionRow.of(context, model, widgets.label(() ->
                localizer.text("concepts.price.date", model.priceDate()), "muted")), grid, unseen);
    }

    private void addRow(int row, String item) {
        Label name = widgets.label("concepts.price.item." + item);
        Label hour = new Label();
        Label gigabyte = new Label();
        Observable[] region = {model.regionProperty()};
        hour.textProperty().bind(localizer.bind(() -> words(row(item).hour()), region));
        gigabyte.textProperty().bind(localizer.bind(() -> words(row(item).gigabyte()), region));
        List.of(hour, gigabyte).forEach(price -> {
            price.getStyleClass().add("price");
            price.setMinWidth(Label.USE_PREF_SIZE);
            price.setMaxWidth(Double.MAX_VALUE);
        });
        grid.addRow(row, name, hour, gigabyte);
    }

    private PriceRow row(String item) {
        return model.prices().stream().filter(row -> row.item().equals(item)).findFirst().orElseThrow();
    }

    private boolean hasUnseen() {
        return model.prices().stream().anyMatch(row -> row.hour() instanceof PriceRow.Unseen
                || row.gigabyte() instanceof PriceRow.Unseen);
    }

    private String words(PriceRow.Price price) {
        if (price instanceof PriceRow.Known known) {
            return Money.price(known.dollars());
        }
        return localizer.text(price instanceof PriceRow.Free ? "concepts.price.free" : "concepts.price.unseen");
    }
}
