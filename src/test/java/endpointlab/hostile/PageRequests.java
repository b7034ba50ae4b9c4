package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Draws requests for a page, whole ones and broken ones, and judges the answers. */
public final class PageRequests {

    private static final List<String> TARGETS = List.of("/", "/index.html", "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/shadow", "//etc/passwd", "/index.html/", "/.", "/..", "/%00", "/%", "/%zz", "*", "http://evil.example/", "evil.example:443",
            "/" + "a/".repeat(3_000), "/?" + "q".repeat(9_000), "/<script>", "/\"", "/|", "/日本", "/a b", "", "/#x", "/?x={}",
            "/[", "/\\", "/:80", "///", "?", "/;x", "/var/www/html/index.html");

    private PageRequests() {
    }

    public static byte[] draw(Chance chance) {
        return draw(chance, "x");
    }

    /** @param host what most requests name as their host */
    public static byte[] draw(Chance chance, String host) {
        String method = chance.once(3) ? chance.from(List.of("HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS",
                "CONNECT", "get", "", "G E T", "X".repeat(5_000))) : "GET";
        String target = chance.once(6) ? chance.text() : chance.from(TARGETS);
        StringBuilder request = new StringBuilder(method + " " + target + " "
                + chance.from(List.of("HTTP/1.1", "HTTP/1.0", "HTTP/1.1", "HTTP/2", "")) + "\r\n");
        if (!chance.once(5)) {
            request.append("Host: ").append(host).append("\r\n");
        }
        for (int left = chance.below(4); left > 0; left--) {
            request.append(chance.from(List.of("Host: x", "Host: ", "User-Agent: \"\\", "Referer: \u0001",
                    "If-None-Match: *", "Content-Length: 5", "Content-Length: -5", "Content-Length: 99999999999",
                    "Transfer-Encoding: chunked", "Range: bytes=0-", "Expect: 100-continue", "Connection: close",
                    "X: " + "y".repeat(20_000), "no colon", ": no name", " folded", "X:\ty", "Upgrade: h2c")))
                    .append("\r\n");
        }
        request.append("\r\n").append(chance.from(List.of("", "hello", "5\r\nhello\r\n0\r\n\r\n", "zz\r\n")));
        byte[] bytes = request.toString().getBytes(StandardCharsets.UTF_8);
        return chance.once(4) ? chance.spoiled(bytes) : bytes;
    }

    /** Something that a browser can show. */
    public static void check(HttpWire.Answer answer) {
        assertThat(answer.status()).isIn(100, 200, 301, 304, 400, 403, 404, 405, 413, 414, 421, 501, 504);
        assertThat(answer.body()).doesNotContain("Exception:", "\tat ", "java.");
        assertThat(answer.body()).as("a file outside of the site").doesNotContain("root:");
        assertThat(answer.head().getBytes(StandardCharsets.ISO_8859_1).length).isLessThan(20_000);
    }
}
