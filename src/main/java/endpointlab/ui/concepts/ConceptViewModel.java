package endpointlab.ui.concepts;

import endpointlab.cost.Comparison;
import endpointlab.cost.LabCost;
import endpointlab.cost.PriceTable;
import endpointlab.lab.FieldValues;
import endpointlab.lab.LabState;
import endpointlab.run.LabSession;
import endpointlab.settings.LabWishes;
import endpointlab.settings.Settings;
import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.ConceptPages;
import endpointlab.ui.shared.markdown.MarkdownPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The concept pages: which is open, which were read, and the figures on them. To be used on the JavaFX thread. */
public final class ConceptViewModel {

    /** Largest amount per month that the chart shows. */
    static final double MOST_GIGABYTES = 2_000;
    private static final double FIRST_GIGABYTES = 100;
    private static final String TOKYO = "ap-northeast-1";
    private static final String NO_RUN = "00000000";
    private static final Duration PLANNED = Duration.ofMinutes(90);

    private final AppContext context;
    private final LabCost cost;
    private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper(this, "number", 1);
    private final StringProperty region;
    private final DoubleProperty gigabytes = new SimpleDoubleProperty(this, "gigabytes", FIRST_GIGABYTES);

    public ConceptViewModel(AppContext context) {
        this.context = context;
        this.cost = new LabCost(context.lab(), context.prices());
        // The pages' own sentences speak of Tokyo.
        this.region = new SimpleStringProperty(this, "region", TOKYO);
    }

    /** The page that is open, from 1. */
    public ReadOnlyIntegerProperty numberProperty() {
        return number.getReadOnlyProperty();
    }

    /** Whose prices are shown; one of {@link #regions()}. */
    public StringProperty regionProperty() {
        return region;
    }

    /** Per month, in the chart. */
    public DoubleProperty gigabytesProperty() {
        return gigabytes;
    }

    /** @throws IllegalArgumentException if there is no such page */
    public void open(int page) {
        if (page < 1 || page > ConceptPages.COUNT) {
            throw new IllegalArgumentException("no concept page " + page);
        }
        number.set(page);
    }

    public boolean hasNext() {
        return number.get() < ConceptPages.COUNT;
    }

    public boolean hasPrevious() {
        return number.get() > 1;
    }

    public boolean isRead(int page) {
        return context.preferences().settings().conceptsRead().contains(page);
    }

    public void markRead() {
        int page = number.get();
        context.preferences().change(was -> was.withConceptRead(page));
    }

    /** A page in the language chosen now, with the names that a new lab would have. */
    public MarkdownPage page(int page) {
        Settings settings = context.preferences().settings();
        FieldValues values = new FieldValues(context.lab(), settings.region(), NO_RUN, settings.prefix(), wishes());
        return context.texts().concept(context.localizer().languageProperty().get(), page, values::value);
    }

    /** Regions whose prices we have seen. */
    public List<String> regions() {
        return context.prices().regions().keySet().stream().sorted().toList();
    }

    public String priceDate() {
        return context.prices().date();
    }

    List<PriceRow> prices() {
        PriceTable.Prices prices = prices(region.get());
        return List.of(
                new PriceRow("interface", PriceRow.of(prices.interfaceEndpointHour()),
                        PriceRow.of(prices.interfaceEndpointGb())),
                new PriceRow("gwlb", PriceRow.of(prices.gatewayLoadBalancerEndpointHour()),
                        PriceRow.of(prices.gatewayLoadBalancerEndpointGb())),
                new PriceRow("gateway", new PriceRow.Free(), new PriceRow.Free()),
                new PriceRow("nat", PriceRow.of(prices.natGatewayHour()), PriceRow.of(prices.natGatewayGb())));
    }

    /** Monthly cost of both ways at an amount. */
    public Comparison comparison(double gigabytesPerMonth) {
        return Comparison.of(prices(region.get()), gigabytesPerMonth);
    }

    /** Dollars per hour in AWS while all of the lab is there. */
    public OptionalDouble perHour() {
        return cost.perHourComplete(region.get(), wishes());
    }

    /** Dollars for the whole lab in AWS in the planned time. */
    public OptionalDouble total() {
        return cost.total(region.get(), wishes(), PLANNED);
    }

    /** A lab of which nothing is made yet. */
    LabState untouched() {
        Settings settings = context.preferences().settings();
        return LabSession.newState(context.lab(), NO_RUN, "practice", settings.region(), 0, settings.prefix(),
                wishes());
    }

    private Map<String, String> wishes() {
        return LabWishes.values(context.preferences().settings(), context.lab());
    }

    private PriceTable.Prices prices(String of) {
        return context.prices().in(of).orElseThrow(() -> new IllegalStateException("no prices of " + of));
    }
}
