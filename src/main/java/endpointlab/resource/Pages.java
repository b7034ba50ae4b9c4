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
        return all(request, next, page -> aws.read(page, sdk));
    }

    /** As {@link #of}, while waiting for something; recorded apart from other reads. */
    static <Q extends AwsRequest, R extends AwsResponse> List<R> polled(
            AwsCaller aws, Function<String, Q> request, Function<Q, R> sdk, Function<R, String> next) {
        return all(request, next, page -> aws.poll(page, sdk));
    }

    private static <Q, R> List<R> all(Function<String, Q> request, Function<R, String> next, Function<Q, R> call) {
        List<R> pages = new ArrayList<>();
        String token = null;
        do {
            R page = call.apply(request.apply(token));
            pages.add(page);
            token = next.apply(page);
        } while (token != null && !token.isEmpty());
        return pages;
    }
}
