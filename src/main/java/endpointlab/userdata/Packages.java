package endpointlab.userdata;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The packages that the practice cloud's repositories have. Only web servers do something once installed. */
final class Packages {

    private static final Set<String> WITHOUT_EFFECT = Set.of("git", "wget", "tree", "nano", "vim", "nmap-ncat",
            "bind-utils", "php", "php-fpm", "php-mysqli", "php-json", "php-devel", "mariadb105", "mariadb105-server",
            "python3", "python3-pip", "jq", "htop", "telnet", "tcpdump", "traceroute", "unzip", "zip", "mod_ssl",
            "httpd-tools", "wireshark-cli", "cronie", "docker", "java-17-amazon-corretto", "gcc", "make", "lynx");
    private static final String PRESENT = "/var/lib/rpm/";

    private Packages() {
    }

    static boolean isKnown(String name) {
        return WebServer.named(name).isPresent() || WITHOUT_EFFECT.contains(name);
    }

    static boolean isInstalled(Host host, String name) {
        return host.files().find(PRESENT + name).isPresent();
    }

    static String version(String name) {
        return switch (name) {
            case "httpd", "httpd-tools" -> "2.4.64-1.amzn2023.0.1";
            case "nginx" -> "1:1.28.0-1.amzn2023.0.2";
            default -> "1.0-1.amzn2023";
        };
    }

    static String fullName(String name) {
        return name + "-" + version(name) + ".x86_64";
    }

    static void install(Host host, String name) throws FileProblem {
        FileTree files = host.files();
        Instant now = host.now();
        files.write(PRESENT + name, fullName(name).getBytes(StandardCharsets.UTF_8), false, "root", now);
        Optional<WebServer> server = WebServer.named(name);
        if (server.isEmpty()) {
            return;
        }
        directories(files, server.get().documentRoot(), now);
        directories(files, FileTree.parent(server.get().accessLog()), now);
        host.services().add(new Services.Service(name, server.get().description(), false, false, null));
        if (server.get() == WebServer.NGINX) {
            write(files, server.get().documentRoot() + "/index.html",
                    "<!DOCTYPE html>\n<html><head><title>Welcome to nginx!</title></head>"
                            + "<body><h1>Welcome to nginx!</h1></body></html>\n", now);
        } else {
            directories(files, "/etc/httpd/conf", now);
            write(files, "/etc/httpd/conf/httpd.conf",
                    "ServerRoot \"/etc/httpd\"\nListen 80\nDocumentRoot \"/var/www/html\"\n", now);
        }
    }

    private static void write(FileTree files, String path, String text, Instant now) throws FileProblem {
        files.write(path, text.getBytes(StandardCharsets.UTF_8), false, "root", now);
    }

    static void directories(FileTree files, String path, Instant now) throws FileProblem {
        if (files.find(path).isEmpty()) {
            directories(files, FileTree.parent(path), now);
            files.makeDirectory(path, "root", now);
        }
    }
}
