package endpointlab.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The SDK clients of one account and Region.
 *
 * <p>With an endpoint of our own (a practice cloud) they are hermetic: proxies, FIPS, dualstack, retry mode,
 * endpoints and profile files of the machine have no effect on them.
 *
 * <p>The clients make one attempt per call. {@link AwsCalls} repeats what may be repeated: only there is it known
 * whether a call that got no answer may be sent twice, the waits run on the lab's clock and end on cancel.
 */
public final class AwsConnection implements AutoCloseable {

    /** Longer than the slowest answer seen; a call that changes something must not be given up early. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final String region;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Optional<String> proxy;
    private final Ec2Client ec2;
    private final ElasticLoadBalancingV2Client elb;
    private final StsClient sts;

    private AwsConnection(Optional<URI> endpoint, String region, AwsCredentialsProvider credentials) {
        this.region = region;
        this.http = httpClient();
        this.credentials = credentials;
        this.proxy = Optional.empty();
        this.ec2 = client(Ec2Client.builder(), endpoint, credentials);
        this.elb = client(ElasticLoadBalancingV2Client.builder(), endpoint, credentials);
        this.sts = client(StsClient.builder(), endpoint, credentials);
    }

    private AwsConnection(AwsAccess access, AwsMachine machine, MfaPrompt prompt) {
        Optional<URI> endpoint = access.endpoint();
        this.region = access.region();
        this.proxy = machine.proxy(endpoint.map(URI::getHost).orElse(""));
        this.http = endpoint.map(URI::getScheme).filter("http"::equals).isPresent()
                ? httpClient() : httpClient(machine.variable("AWS_CA_BUNDLE").map(Path::of));
        try {
            this.credentials = new AccountCredentials(machine, prompt,
                    source -> client(StsClient.builder(), endpoint, source)).of(access.profile());
            this.ec2 = client(Ec2Client.builder(), endpoint, credentials);
            this.elb = client(ElasticLoadBalancingV2Client.builder(), endpoint, credentials);
            this.sts = client(StsClient.builder(), endpoint, credentials);
        } catch (RuntimeException unusable) {
            http.close();
            throw unusable;
        }
    }

    private AwsConnection(String region, Ec2Client ec2, ElasticLoadBalancingV2Client elb, StsClient sts) {
        this.region = region;
        this.http = httpClient();
        this.credentials = AnonymousCredentialsProvider.create();
        this.proxy = Optional.empty();
        this.ec2 = ec2;
        this.elb = elb;
        this.sts = sts;
    }

    /** Of clients that were built elsewhere and make one attempt per call; closing it closes them. */
    public static AwsConnection of(String region, Ec2Client ec2, ElasticLoadBalancingV2Client elb, StsClient sts) {
        return new AwsConnection(region, ec2, elb, sts);
    }

    /** To a cloud at {@code endpoint}, with these credentials. */
    public static AwsConnection to(URI endpoint, String region, String accessKeyId, String secretAccessKey) {
        return new AwsConnection(Optional.of(endpoint), region,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)));
    }

    /** To a cloud at {@code endpoint}, with credentials from the SDK's usual chain. */
    public static AwsConnection to(URI endpoint, String region, Optional<String> profile) {
        return new AwsConnection(Optional.of(endpoint), region, usualChain(profile));
    }

    /**
     * To the user's own account. To AWS's own addresses the machine's settings for proxies, FIPS and dualstack count.
     * Nothing is sent yet.
     *
     * @throws endpointlab.lab.ProblemException if the profile can't be used
     */
    public static AwsConnection to(AwsAccess access, AwsMachine machine, MfaPrompt prompt) {
        return new AwsConnection(access, machine, prompt);
    }

    /**
     * Loads what the SDK needs for its first call, which takes most of a second, so that it can be done beside other
     * things. Sends nothing.
     */
    public static void preload() {
        to(NOWHERE, Region.US_EAST_1.id(), "preload", "preload").close();
    }

    public String region() {
        return region;
    }

    public Ec2Client ec2() {
        return ec2;
    }

    public ElasticLoadBalancingV2Client elb() {
        return elb;
    }

    public StsClient sts() {
        return sts;
    }

    @Override
    public void close() {
        ec2.close();
        elb.close();
        sts.close();
        if (credentials instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        http.close();
    }

    /** Why a call failed, as far as it can be told here. */
    AwsFault fault(SdkException failure) {
        AwsFault fault = AwsFault.of(failure);
        return proxy.isPresent() && fault.code().equals(AwsFault.NO_ANSWER) && isConnecting(failure)
                ? fault.ofProxy() : fault;
    }

    private static boolean isConnecting(Throwable failure) {
        return failure != null && (failure instanceof ConnectException || isConnecting(failure.getCause()));
    }

    private static AwsCredentialsProvider usualChain(Optional<String> profile) {
        DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
        profile.ifPresent(chain::profileName);
        return chain.build();
    }

    private static SdkHttpClient httpClient() {
        // The SDK's own proxy settings can't keep the JDK from asking the system's proxy selector.
        return UrlConnectionHttpClient.create(AwsConnection::withoutProxy);
    }

    /** As the machine is set up: with its proxies, and the certificate authorities that are trusted besides. */
    private static SdkHttpClient httpClient(Optional<Path> caBundle) {
        UrlConnectionHttpClient.Builder builder = UrlConnectionHttpClient.builder().socketTimeout(ANSWER_TIMEOUT)
                .connectionTimeout(CONNECT_TIMEOUT)
                // Without it the SDK reads HTTP_PROXY and http.proxyHost, although its calls go to https addresses.
                .proxyConfiguration(ProxyConfiguration.builder().scheme("https").build());
        caBundle.map(CaBundle::trusting).ifPresent(trusted -> builder.tlsTrustManagersProvider(() -> trusted));
        return builder.build();
    }

    private static HttpURLConnection withoutProxy(URI uri) {
        try {
            return (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
        ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry()).addExecutionInterceptor(new TokenEraser());
        if (endpoint.isPresent()) {
            ProfileFile nothing = ProfileFile.aggregator().build();
            override.defaultProfileFileSupplier(() -> nothing).defaultProfileName("default");
            builder.endpointOverride(endpoint.get()).fipsEnabled(false).dualstackEnabled(false)
                    .defaultsMode(DefaultsMode.LEGACY);
        }
        builder.httpClient(http).region(Region.of(region)).credentialsProvider(credentials)
                .overrideConfiguration(override.build());
        return endpoint.isPresent() ? NoProfileFiles.during(builder::build) : builder.build();
    }
}
