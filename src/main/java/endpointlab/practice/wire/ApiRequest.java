package endpointlab.practice.wire;

import com.sun.net.httpserver.Headers;

/**
 * One HTTP request, read whole.
 *
 * @param method  {@code GET} or {@code POST}
 * @param query   the raw text after the question mark, empty if there is none
 * @param headers names in any case
 * @param body    empty if there is none
 */
record ApiRequest(String method, String query, Headers headers, byte[] body) {

    /** A header's one value, {@code null} if it is absent. */
    String header(String name) {
        return headers.getFirst(name);
    }
}
