package endpointlab.practice.internet;

/**
 * The switches of the JDK's HTTP server. It reads them from system properties once, when its first instance is
 * made, so they are set here before. A value that somebody set on the command line stays.
 */
final class HttpServerSettings {

    private HttpServerSettings() {
    }

    static void apply() {
        // Without TCP_NODELAY every answer on a kept-alive connection waits about 40 ms for a delayed ACK.
        setIfAbsent("sun.net.httpserver.nodelay", "true");
        // Seconds a client may take to send its request; a stalled one would hold a handler thread for ever.
        setIfAbsent("sun.net.httpserver.maxReqTime", "30");
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
