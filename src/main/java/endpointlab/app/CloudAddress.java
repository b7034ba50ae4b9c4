package endpointlab.app;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a cloud is reached that is neither ours nor at AWS's own addresses, such as a practice cloud in another process.
 *
 * @param endpoint of its API
 * @param socks    of its practice internet; empty if its machines are reached straight
 */
record CloudAddress(URI endpoint, Optional<InetSocketAddress> socks) {

    /**
     * @param socks {@code null} for none
     * @throws BadInput if a part is malformed, or there is a proxy to no cloud
     */
    static CloudAddress parse(String endpointUrl, String socks) {
        if (endpointUrl == null) {
            throw BadInput.of("endpoint-and-socks");
        }
        return new CloudAddress(endpoint(endpointUrl),
                Optional.ofNullable(socks).map(text -> hostAndPort("--socks", text)));
    }

    /** @throws BadInput if it has no practice internet, which a practice cloud's machines can't be reached without */
    CloudAddress ofPractice() {
        if (socks.isEmpty()) {
            throw BadInput.of("endpoint-and-socks");
        }
        return this;
    }

    /** {@code null} for none, as {@link #parse} takes it. */
    String socksText() {
        return socks.map(proxy -> proxy.getHostString() + ":" + proxy.getPort()).orElse(null);
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
