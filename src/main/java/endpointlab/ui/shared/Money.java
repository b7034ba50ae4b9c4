package endpointlab.ui.shared;

import java.util.Locale;

/** US dollars as we write them, in both languages alike. */
public final class Money {

    private static final double SMALLEST_SHOWN = 0.005;

    private Money() {
    }

    /** With cents, such as {@code USD 51.46}. */
    public static String amount(double dollars) {
        return String.format(Locale.ROOT, "USD %,.2f", dollars);
    }

    /** With cents; what would round to nothing though it isn't is told as less than a cent. */
    public static String perHour(double dollars) {
        return dollars > 0 && dollars < SMALLEST_SHOWN ? "USD < 0.01" : amount(dollars);
    }

    /** A price as in a price list, with the digits that it has. */
    public static String price(double dollars) {
        String exact = String.format(Locale.ROOT, "%.4f", dollars);
        return exact.endsWith("0") ? exact.substring(0, exact.length() - 1) : exact;
    }
}
