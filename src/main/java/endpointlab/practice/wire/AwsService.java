package endpointlab.practice.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Request;
import software.amazon.awssdk.services.sts.model.StsRequest;

/**
 * The AWS services that the practice cloud speaks for. EC2 has a protocol of its own ({@code ec2}), the other two
 * share AWS's Query protocol ({@code query}); all three are told apart by the service in a signature's scope.
 *
 * <p>Source: the services' API references (version and XML namespace) and botocore's service models.
 */
public enum AwsService {

    EC2("ec2", "AmazonEC2", "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/", Ec2Request.class),
    ELB("elasticloadbalancing", "ElasticLoadBalancing", "2015-12-01",
            "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/", ElasticLoadBalancingV2Request.class),
    STS("sts", "AWSSecurityTokenService", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/",
            StsRequest.class);

    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9]{1,100}");
    private static final Pattern ACRONYM = Pattern.compile("([A-Z])([A-Z]+)(?![a-z])");

    private final String signingName;
    private final String serviceName;
    private final String version;
    private final String namespace;
    private final Class<? extends AwsRequest> requestType;

    AwsService(String signingName, String serviceName, String version, String namespace,
               Class<? extends AwsRequest> requestType) {
        this.signingName = signingName;
        this.serviceName = serviceName;
        this.version = version;
        this.namespace = namespace;
        this.requestType = requestType;
    }

    /** The name in a SigV4 credential scope, which is IAM's prefix of action names too. */
    public String signingName() {
        return signingName;
    }

    /** The API version that a request must name. */
    public String version() {
        return version;
    }

    String serviceName() {
        return serviceName;
    }

    String namespace() {
        return namespace;
    }

    /** Whether AWS itself has the action, judged by the SDK's request types. */
    public boolean knows(String action) {
        return ACTION.matcher(action).matches() && (hasRequestType(action) || hasRequestType(javaName(action)));
    }

    private boolean hasRequestType(String name) {
        try {
            Class<?> type = Class.forName(requestType.getPackageName() + "." + name + "Request", false,
                    requestType.getClassLoader());
            return requestType.isAssignableFrom(type) && type != requestType;
        } catch (ClassNotFoundException | NoClassDefFoundError noSuchRequest) {
            return false;
        }
    }

    /** The SDK writes {@code EnableVolumeIO} as {@code EnableVolumeIo}, {@code SSLPolicies} as {@code SslPolicies}. */
    private static String javaName(String action) {
        return ACRONYM.matcher(action).replaceAll(match -> match.group(1) + match.group(2).toLowerCase(Locale.ROOT));
    }

    static Optional<AwsService> signedFor(String signingName) {
        return Arrays.stream(values()).filter(service -> service.signingName.equals(signingName)).findFirst();
    }

    static Optional<AwsService> ofVersion(String version) {
        return Arrays.stream(values()).filter(service -> service.version.equals(version)).findFirst();
    }
}
