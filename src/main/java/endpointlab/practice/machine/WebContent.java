package endpointlab.practice.machine;

import endpointlab.userdata.FileEntry;
import endpointlab.userdata.FileProblem;
import endpointlab.userdata.FileTree;
import endpointlab.userdata.WebServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a web server answers: the files below its document root, read anew at each request. */
final class WebContent {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html; charset=UTF-8"),
            Map.entry("htm", "text/html; charset=UTF-8"), Map.entry("txt", "text/plain; charset=UTF-8"),
            Map.entry("css", "text/css"), Map.entry("js", "text/javascript"), Map.entry("json", "application/json"),
            Map.entry("xml", "text/xml"), Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"), Map.entry("gif", "image/gif"));
    /** The files belong to root; the server's processes run as this user. */
    private static final String USER = "apache";

    private final FileTree files;
    private final WebServer kind;

    record Answer(int status, Map<String, String> headers, byte[] body) {
    }

    WebContent(FileTree files, WebServer kind) {
        this.files = files;
        this.kind = kind;
    }

    /** @param ifNoneMatch the request header, {@code null} if there is none */
    Answer answer(URI uri, String ifNoneMatch) {
        String path = uri.getPath() == null ? "/" : uri.getPath();
        String file = FileTree.resolve("/", kind.documentRoot() + FileTree.resolve("/", path));
        Optional<FileEntry> entry = files.find(file);
        if (entry.isPresent() && entry.get().isDirectory()) {
            if (!path.endsWith("/")) {
                return redirect(path + "/");
            }
            Optional<FileEntry> index = files.find(file + "/index.html").filter(found -> !found.isDirectory());
            return index.isPresent() ? file(file + "/index.html", index.get(), ifNoneMatch)
                    : path.equals("/") ? testPage() : error(403);
        }
        return entry.isPresent() ? file(file, entry.get(), ifNoneMatch) : error(404);
    }

    private Answer file(String path, FileEntry entry, String ifNoneMatch) {
        byte[] body;
        try {
            body = files.read(path, USER);
        } catch (FileProblem unreadable) {
            return error(403);
        }
        String tag = tag(entry.modified(), body.length);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Last-Modified", HTTP_DATE.format(entry.modified()));
        headers.put("ETag", tag);
        headers.put("Accept-Ranges", "bytes");
        headers.put("Content-Type", TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT), "text/plain; charset=UTF-8"));
        return tag.equals(ifNoneMatch) ? new Answer(304, headers, new byte[0]) : new Answer(200, headers, body);
    }

    /** As Apache makes it: size and time of change, in hexadecimal. */
    private static String tag(Instant modified, int size) {
        long micros = modified.getEpochSecond() * 1_000_000 + modified.getNano() / 1000;
        return "\"" + Integer.toHexString(size) + "-" + Long.toHexString(micros) + "\"";
    }

    private static Answer redirect(String to) {
        return new Answer(301, Map.of("Location", to, "Content-Type", "text/html; charset=iso-8859-1"),
                page(301, "Moved Permanently", "The document has moved <a href=\"" + to.replace("\"", "%22")
                        .replace("<", "%3C") + "\">here</a>."));
    }

    /** Amazon Linux's httpd shows this, with status 403, as long as there is no page. */
    private Answer testPage() {
        return new Answer(403, Map.of("Content-Type", "text/html; charset=UTF-8"),
                "<html><body><h1>It works!</h1></body></html>\n".getBytes(StandardCharsets.UTF_8));
    }

    Answer error(int status) {
        byte[] body = switch (status) {
            case 403 -> page(403, "Forbidden", "You don't have permission to access this resource.");
            case 405 -> page(405, "Method Not Allowed", "The requested method is not allowed for this URL.");
            default -> page(404, "Not Found", "The requested URL was not found on this server.");
        };
        return new Answer(status, Map.of("Content-Type", "text/html; charset=iso-8859-1"), body);
    }

    private static byte[] page(int status, String title, String text) {
        return ("<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>" + status + " " + title
                + "</title>\n</head><body>\n<h1>" + title + "</h1>\n<p>" + text + "</p>\n</body></html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
