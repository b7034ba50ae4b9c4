package endpointlab.cost;

import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lab costs now and has cost so far, in US dollars before tax. An estimate.
 *
 * @param items  what was or is there, in {@link CostMeter.Item}'s order
 * @param prices the table that it is reckoned with
 */
public record Spending(List<Item> items, PriceTable prices) {

    public Spending {
        items = List.copyOf(items);
    }

    /**
     * One line.
     *
     * @param count   how many there are or were
     * @param perHour of what is there now
     */
    public record Item(CostMeter.Item what, int count, double perHour, double soFar) {
    }

    /** @param now lab time; empty if the Region's prices are not in the table */
    public static Optional<Spending> of(Lab lab, LabState state, PriceTable table, Instant now) {
        Map<String, String> types = new LabCost(lab, table).instanceTypes(state);
        return table.in(state.region()).map(CostMeter::new).map(meter -> new Spending(items(
                meter.rates(state, types), meter.bill(state, types, now)), table));
    }

    public double perHour() {
        return items.stream().mapToDouble(Item::perHour).sum();
    }

    public double soFar() {
        return items.stream().mapToDouble(Item::soFar).sum();
    }

    private static List<Item> items(List<CostMeter.Line> rates, List<CostMeter.Line> bill) {
        return Arrays.stream(CostMeter.Item.values()).map(what -> new Item(what,
                Math.max(count(rates, what), count(bill, what)), dollars(rates, what), dollars(bill, what)))
                .filter(item -> item.count() > 0).toList();
    }

    private static int count(List<CostMeter.Line> lines, CostMeter.Item what) {
        return lines.stream().filter(line -> line.item() == what).mapToInt(CostMeter.Line::count).sum();
    }

    private static double dollars(List<CostMeter.Line> lines, CostMeter.Item what) {
        return lines.stream().filter(line -> line.item() == what).mapToDouble(CostMeter.Line::dollars).sum();
    }
}
