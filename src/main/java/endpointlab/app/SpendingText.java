package endpointlab.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.cost.CostMeter;
import endpointlab.cost.Spending;
import endpointlab.i18n.Messages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a lab costs, in words and for programs. */
final class SpendingText {

    private static final int DIGITS = 4;

    private SpendingText() {
    }

    /** One line for all, then one for each item. */
    static List<String> lines(Spending spending, Messages texts) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("terminal.spending", dollars(spending.perHour()), dollars(spending.soFar()),
                spending.prices().date()));
        spending.items().forEach(item -> lines.add(texts.text("terminal.spending.item",
                texts.text("cleanup.item." + word(item.what())), String.valueOf(item.count()),
                dollars(item.perHour()), dollars(item.soFar()))));
        lines.add(texts.text("terminal.spending.pages", String.join(" ", spending.prices().pages())));
        return lines;
    }

    static void write(Spending spending, ObjectNode into) {
        into.put("currency", spending.prices().currency()).put("priceDate", spending.prices().date())
                .put("perHour", rounded(spending.perHour())).put("soFar", rounded(spending.soFar()));
        ArrayNode items = into.putArray("items");
        spending.items().forEach(item -> items.addObject().put("item", word(item.what())).put("count", item.count())
                .put("perHour", rounded(item.perHour())).put("soFar", rounded(item.soFar())));
    }

    private static String word(CostMeter.Item item) {
        return item.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String dollars(double amount) {
        return rounded(amount).toPlainString();
    }

    private static BigDecimal rounded(double amount) {
        return BigDecimal.valueOf(amount).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
