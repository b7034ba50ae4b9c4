package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What JavaFX needs is looked for before JavaFX is touched, and only where it can be missing. */
class DesktopTest {

    private static final Predicate<String> EVERYTHING = library -> true;
    private static final Predicate<String> NOTHING = library -> false;
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

    @Test
    void aLinuxDesktopWithGtkShowsAWindow() {
        assertThat(new Desktop("Linux", DISPLAY, EVERYTHING).noWindow()).isEmpty();
    }

    @Test
    void withoutADisplayTheReasonIsTheDisplay() {
        assertThat(new Desktop("Linux", Map.of(), EVERYTHING).noWindow()).contains("desktop.no-display");
        assertThat(new Desktop("Linux", Map.of("DISPLAY", " "), EVERYTHING).noWindow())
                .contains("desktop.no-display");
    }

    @Test
    void withoutGtkTheReasonIsGtk() {
        assertThat(new Desktop("Linux", DISPLAY, library -> !library.equals("gtk-3")).noWindow())
                .contains("desktop.no-gtk");
    }

    @Test
    void headlessTestsNeedPangoAlone() {
        assertThat(new Desktop("Linux", Map.of(), "pangoft2-1.0"::equals).noHeadlessTests()).isEmpty();
        assertThat(new Desktop("Linux", Map.of(), NOTHING).noHeadlessTests()).contains("desktop.no-pango");
    }

    @Test
    void windowsAndMacBringAllThatIsNeeded() {
        for (String system : new String[] {"Windows 11", "Mac OS X"}) {
            assertThat(new Desktop(system, Map.of(), NOTHING).noWindow()).isEmpty();
            assertThat(new Desktop(system, Map.of(), NOTHING).noHeadlessTests()).isEmpty();
        }
    }

    @Test
    void onThisComputerTheWindowsTestsCanRun() {
        assertThat(Desktop.here().noHeadlessTests()).isEmpty();
    }
}
