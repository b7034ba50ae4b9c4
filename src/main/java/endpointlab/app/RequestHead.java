package endpointlab.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The first lines of an HTTP/1.1 request, up to the empty line (RFC 9112, section 2.1), as the bytes that came.
 *
 * @param bytes the head with its empty line
 */
record RequestHead(byte[] bytes) {

    private static final int MOST_BYTES = 64 * 1024;
    private static final String HOST = "host:";

    /** @throws IOException if the request ends before its head does, or the head is longer than 64 KiB */
    static RequestHead read(InputStream from) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineLength = 0;
        for (int next = from.read(); next >= 0; next = from.read()) {
            head.write(next);
            if (next == '\n' && lineLength == 0) {
                return new RequestHead(head.toByteArray());
            }
            if (next == '\n') {
                lineLength = 0;
            } else if (next != '\r') {
                lineLength++;
            }
            if (head.size() == MOST_BYTES) {
                throw new IOException("the head of a request is longer than " + MOST_BYTES + " bytes");
            }
        }
        throw new IOException("a request ended within its head");
    }

    /** @return whether it names exactly one host, and that is {@code authority} (RFC 9112, section 3.2) */
    boolean isFor(String authority) {
        List<String> hosts = new String(bytes, StandardCharsets.ISO_8859_1).lines().skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(HOST))
                .map(line -> line.substring(HOST.length()).strip()).toList();
        return hosts.equals(List.of(authority));
    }
}
