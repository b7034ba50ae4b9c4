package endpointlab.userdata;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The page that a web server shows after it ran some user data, worked out from the script alone, as if every package
 * could be installed.
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
        /** It depends on the machine or the moment, such as its host name or the time. */
        DEPENDS_ON_MACHINE
    }

    /**
     * The page that {@code userData} (plain text, not base64) leaves. Whether it depends on the machine is found out
     * by running it on two that differ in all they could tell.
     */
    public static UserDataPage of(String userData) {
        UserDataScript script = new UserDataScript(userData);
        if (!script.hasShebang()) {
            return unknown(Unknown.NO_SHEBANG);
        }
        UserDataPage one = runOn(ImaginedHost.ONE.get(), script);
        UserDataPage other = runOn(ImaginedHost.OTHER.get(), script);
        return one.equals(other) ? one : unknown(Unknown.DEPENDS_ON_MACHINE);
    }

    private static UserDataPage runOn(ImaginedHost host, UserDataScript script) {
        try {
            script.run(host, host.programs(), OutputStream.nullOutputStream());
        } catch (IOException neverOnAnImaginedHost) {
            throw new IllegalStateException(neverOnAnImaginedHost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return unknown(Unknown.DEPENDS_ON_MACHINE);
        }
        Optional<WebServer> server = host.services().activeWebServer();
        if (server.isEmpty()) {
            return unknown(Unknown.NO_WEB_SERVER);
        }
        return host.files().text(server.get().documentRoot() + "/index.html")
                .map(page -> new UserDataPage(Optional.of(page), Optional.empty()))
                .orElseGet(() -> unknown(Unknown.NO_PAGE));
    }

    private static UserDataPage unknown(Unknown why) {
        return new UserDataPage(Optional.empty(), Optional.of(why));
    }
}
