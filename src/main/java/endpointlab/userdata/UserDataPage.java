package endpointlab.userdata;

import java.util.Optional;

/**
 * The page that a web server shows after it ran some user data, worked out from the script alone.
 *
 * @param text    the page; empty if it can't be known
 * @param unknown why not; empty if it is known
 */
public record UserDataPage(Optional<String> text, Optional<Unknown> unknown) {

    /** Why a page can't be known from the script alone. */
    public enum Unknown {
        /** The script doesn't start with {@code #!}, so cloud-init doesn't run it. */
        NO_SHEBANG,
        /** No web server runs when the script has ended. */
        NO_WEB_SERVER,
        /** The web server has no index page. */
        NO_PAGE,
        /** It depends on the machine, such as its host name or the time. */
        DEPENDS_ON_MACHINE
    }

    /** The page that {@code userData} (plain text, not base64) writes. */
    public static UserDataPage of(String userData) {
        throw new UnsupportedOperationException();
    }
}
