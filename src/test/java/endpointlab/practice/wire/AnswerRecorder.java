package endpointlab.practice.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Keeps the latest answer that an SDK client got, before the SDK makes something else of it. */
public final class AnswerRecorder implements ExecutionInterceptor {

    private volatile SdkHttpResponse head;
    private volatile String body = "";

    @Override
    public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
                                                           ExecutionAttributes attributes) {
        head = context.httpResponse();
        byte[] content = read(context.responseBody());
        body = new String(content, StandardCharsets.UTF_8);
        return context.responseBody().map(any -> new ByteArrayInputStream(content));
    }

    private static byte[] read(Optional<InputStream> content) {
        try {
            return content.isEmpty() ? new byte[0] : content.get().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public int status() {
        return head.statusCode();
    }

    /** Empty if the answer had no such header. */
    public Optional<String> header(String name) {
        return head.firstMatchingHeader(name);
    }

    public String body() {
        return body;
    }
}
