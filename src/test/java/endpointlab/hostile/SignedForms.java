package endpointlab.hostile;

import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.PracticeCredentials;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** HTTP requests with a form, signed by the SDK's own signer whatever the form is. */
public final class SignedForms {

    private final URI endpoint;
    private final String region;
    private final AwsBasicCredentials credentials;

    public SignedForms(URI endpoint, String region, PracticeCredentials credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey());
    }

    Map<String, String> headers(AwsService service, byte[] form) {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder().method(SdkHttpMethod.POST).uri(endpoint)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8").build();
        Map<String, String> headers = new LinkedHashMap<>();
        AwsV4HttpSigner.create().sign(signing -> signing.identity(credentials).request(request)
                        .payload(ContentStreamProvider.fromByteArray(form))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request().headers().forEach((name, values) -> headers.put(name, values.get(0)));
        headers.put("Content-Length", String.valueOf(form.length));
        return headers;
    }

    /** A whole POST. */
    public byte[] request(AwsService service, byte[] form) {
        return request("POST / HTTP/1.1", headers(service, form), form);
    }

    static byte[] request(String line, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(line).append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
