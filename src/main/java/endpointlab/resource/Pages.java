package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** Reads all pages of a list; AWS may send an empty page with more behind it. */
final class Pages {

    private Pages() {
    }

    /**
     * @param request makes the request for the page of a token; {@code null} asks for the first page
     * @param next    token of the next page; {@code null} or empty after the last
     */
    static <Q extends AwsRequest, R extends AwsResponse> List<R> of(
            AwsCaller aws, Function<String, Q> request, Function<Q, R> sdk, Function<R, String> next) {
        List<R> pages = new ArrayList<>();
        String token = null;
        do {
            R page = aws.read(request.apply(token), sdk);
            pages.add(page);
            token = next.apply(page);
        } while (token != null && !token.isEmpty());
        return pages;
    }
}
