package endpointlab.probe;

/** URLs as a person would type them. */
final class Url {

    private Url() {
    }

    static String of(String host, String port) {
        return "http://" + authority(host, port);
    }

    /** Host and port as the {@code Host} header has them; port 80 goes without saying. */
    static String authority(String host, String port) {
        return port.equals("80") ? host : host + ":" + port;
    }
}
