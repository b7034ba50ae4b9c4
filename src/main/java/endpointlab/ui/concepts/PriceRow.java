package endpointlab.ui.concepts;

/**
 * A line of the price table.
 *
 * @param item what it is the price of, as in its text's key
 */
record PriceRow(String item, Price hour, Price gigabyte) {

    /** A price, or why there is none. */
    sealed interface Price {
    }

    record Known(double dollars) implements Price {
    }

    record Free() implements Price {
    }

    /** AWS has one; we have not seen it. */
    record Unseen() implements Price {
    }

    /** @param dollars {@code null} if we have not seen it */
    static Price of(Double dollars) {
        return dollars == null ? new Unseen() : new Known(dollars);
    }
}
