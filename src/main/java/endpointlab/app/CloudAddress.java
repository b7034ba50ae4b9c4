package endpointlab.app;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a practice cloud in another process is reached.
 *
 * @param endpoint of its API
 * @param socks    of its practice internet
 */
record CloudAddress(URI endpoint, InetSocketAddress socks) {

    /** @throws BadInput if a part is missing or malformed */
    static CloudAddress parse(String endpointUrl, String socks) {
        if (endpointUrl == null || socks == null) {
            throw BadInput.of("endpoint-and-socks");
        }
        return new CloudAddress(endpoint(endpointUrl), hostAndPort("--socks", socks));
    }

    String socksText() {
        return socks.getHostString() + ":" + socks.getPort();
    }

    /** @throws BadInput if the text is no host and port */
    static InetSocketAddress hostAndPort(String option, String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || !isPort(Integer.parseInt(port))) {
            throw BadInput.of("host-port", option, text);
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= 65_535;
    }

    private static URI endpoint(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw (BadInput) BadInput.of("endpoint-url", text).initCause(malformed);
        }
        throw BadInput.of("endpoint-url", text);
    }
}
