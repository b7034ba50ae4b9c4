package endpointlab.practice.wire;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * One HTTP request, read whole.
 *
 * @param method  {@code GET} or {@code POST}
 * @param query   the raw text after the question mark, empty if there is none
 * @param headers names in any case
 * @param body    empty if there is none
 */
record ApiRequest(String method, String query, MessageHeaders headers, byte[] body) {

    /** A header's first value, {@code null} if it is absent. */
    String header(String name) {
        Header first = headers.getFirstHeader(name);
        return first == null ? null : first.getValue();
    }
}
