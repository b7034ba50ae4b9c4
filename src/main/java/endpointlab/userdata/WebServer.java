package endpointlab.userdata;

import java.util.Arrays;
import java.util.Optional;

/** The web servers that a machine can install. */
public enum WebServer {

    HTTPD("httpd", "The Apache HTTP Server", "/var/www/html", "/var/log/httpd/access_log",
            "Apache/2.4.64 (Amazon Linux)"),
    NGINX("nginx", "The nginx HTTP and reverse proxy server", "/usr/share/nginx/html", "/var/log/nginx/access.log",
            "nginx/1.28.0");

    private final String unit;
    private final String description;
    private final String documentRoot;
    private final String accessLog;
    private final String banner;

    WebServer(String unit, String description, String documentRoot, String accessLog, String banner) {
        this.unit = unit;
        this.description = description;
        this.documentRoot = documentRoot;
        this.accessLog = accessLog;
        this.banner = banner;
    }

    /** The one whose package and systemd unit have this name. */
    public static Optional<WebServer> named(String unit) {
        return Arrays.stream(values()).filter(server -> server.unit.equals(unit)).findFirst();
    }

    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }

    public String documentRoot() {
        return documentRoot;
    }

    public String accessLog() {
        return accessLog;
    }

    /** What it says in its {@code Server} header. */
    public String banner() {
        return banner;
    }
}
