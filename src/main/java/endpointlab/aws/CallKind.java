package endpointlab.aws;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a call does, told by its action's first word. */
public enum CallKind {
    CREATE("Create|Run|Import|Allocate|Attach|Associate|Register|Authorize"),
    DELETE("Delete|Terminate|Release|Detach|Disassociate|Deregister|Revoke"),
    DESCRIBE("Describe|Get|List"),
    MODIFY("");

    private final Pattern firstWords;

    CallKind(String firstWords) {
        this.firstWords = Pattern.compile("(" + firstWords + ")[A-Z].*");
    }

    /** @param action AWS's action name, such as {@code CreateVpc} */
    public static CallKind of(String action) {
        for (CallKind kind : values()) {
            if (kind.firstWords.matcher(action).matches()) {
                return kind;
            }
        }
        return MODIFY;
    }

    /** As in machine-readable output, such as {@code create}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
