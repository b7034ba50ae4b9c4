package endpointlab.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads all pages of a list. */
final class Pages {

    private Pages() {
    }

    /** @param page reads the page of a token; {@code null} asks for the first */
    static <R> List<R> of(Function<String, R> page, Function<R, String> next) {
        List<R> pages = new ArrayList<>();
        String token = null;
        do {
            R read = page.apply(token);
            pages.add(read);
            token = next.apply(read);
        } while (token != null && !token.isEmpty());
        return pages;
    }
}
