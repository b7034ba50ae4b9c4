package endpointlab.i18n;

import java.util.Locale;

/** A language the product speaks; Japanese unless asked otherwise. */
public enum Language {
    JA, EN;

    /** As in file names and on the command line: {@code ja} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
