package endpointlab.app;

import com.sun.jna.NativeLibrary;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether JavaFX can work here. It dies inside its native code where Linux lacks a library, so we look first. Which
 * libraries it needs was tried on a bare Debian 12.
 */
public final class Desktop {

    private static final String GTK = "gtk-3";
    private static final String PANGO = "pangoft2-1.0";

    private final boolean linux;
    private final Map<String, String> environment;
    private final Predicate<String> library;

    /**
     * @param osName      value of the system property {@code os.name}
     * @param environment environment variables
     * @param library     whether a native library of that name can be loaded
     */
    Desktop(String osName, Map<String, String> environment, Predicate<String> library) {
        this.linux = osName.toLowerCase(Locale.ROOT).contains("linux");
        this.environment = environment;
        this.library = library;
    }

    /** The computer that we run on. */
    public static Desktop here() {
        return new Desktop(System.getProperty("os.name"), System.getenv(), Desktop::canLoad);
    }

    /** Key of the sentence that says why no window can be opened and what to do; empty if one can. */
    public Optional<String> noWindow() {
        if (!linux) {
            return Optional.empty();
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            return Optional.of("desktop.no-display");
        }
        return library.test(GTK) ? Optional.empty() : Optional.of("desktop.no-gtk");
    }

    /** Key of the sentence that says why the window's headless tests can't run; empty if they can. */
    public Optional<String> noHeadlessTests() {
        return !linux || library.test(PANGO) ? Optional.empty() : Optional.of("desktop.no-pango");
    }

    private static boolean canLoad(String library) {
        try {
            NativeLibrary.getInstance(library).close();
            return true;
        } catch (UnsatisfiedLinkError missing) {
            return false;
        }
    }
}
