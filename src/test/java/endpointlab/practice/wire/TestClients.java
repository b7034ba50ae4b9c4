package endpointlab.practice.wire;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.StringInputStream;

/**
 * Real SDK clients for tests, deaf to proxies, profiles and every other setting of the machine; one attempt each, and
 * what came over the wire is kept.
 */
public final class TestClients implements AutoCloseable {

    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .proxyConfiguration(ProxyConfiguration.builder()
                    .useSystemPropertyValues(false).useEnvironmentVariablesValues(false).build())
            .build();
    private final URI endpoint;
    private final Region region;
    private final AwsCredentials credentials;
    private final AnswerRecorder answers = new AnswerRecorder();

    public TestClients(URI endpoint, String region, PracticeCredentials credentials) {
        this(endpoint, region,
                AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey()));
    }

    public TestClients(URI endpoint, String region, AwsCredentials credentials) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
        this.credentials = credentials;
    }

    public Ec2Client ec2() {
        return configured(Ec2Client.builder().httpClient(http)).build();
    }

    public ElasticLoadBalancingV2Client elb() {
        return configured(ElasticLoadBalancingV2Client.builder().httpClient(http)).build();
    }

    public StsClient sts() {
        return configured(StsClient.builder().httpClient(http)).build();
    }

    /** The latest answer, as it came over the wire. */
    public AnswerRecorder answers() {
        return answers;
    }

    /** A client that repeats calls by these rules. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C retrying(B builder,
                                                                                        RetryStrategy rules) {
        return configured(builder.httpClient(http), rules).build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder) {
        return configured(builder, DefaultRetryStrategy.doNotRetry());
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, RetryStrategy rules) {
        ProfileFile empty = ProfileFile.builder()
                .content(new StringInputStream("")).type(ProfileFile.Type.CONFIGURATION).build();
        return builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(empty)
                        .defaultProfileName("none")
                        .addExecutionInterceptor(answers)
                        .retryStrategy(rules)
                        .build());
    }

    @Override
    public void close() {
        http.close();
    }
}
