package endpointlab.aws;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** A program of its own that calls each service once; exits with 0 if all went well. */
final class OneCall {

    private OneCall() {
    }

    public static void main(String[] args) {
        URI endpoint = URI.create(args[1]);
        switch (args[0]) {
            case "given" -> call(AwsConnection.to(endpoint, "us-east-1", args[2], args[3]));
            case "chain" -> call(AwsConnection.to(endpoint, "us-east-1", Optional.empty()));
            case "account" -> call(AwsConnection.to(new AwsAccess(Optional.empty(), "us-east-1", Optional.empty()),
                    AwsMachine.here(), MfaPrompt.NOBODY));
            case "plain" -> plain(endpoint, args[2], args[3]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void call(AwsConnection connection) {
        ExecutorService workers = Executors.newCachedThreadPool();
        try (connection) {
            AwsCaller aws = new AwsCalls(connection, LabClock.startingNow(Pace.INSTANT), workers, record -> { })
                    .caller("", new Cancellation(), (what, fault, budget) -> { });
            aws.read(DescribeVpcsRequest.builder().build(), aws.ec2()::describeVpcs);
            aws.read(DescribeLoadBalancersRequest.builder().build(), aws.elb()::describeLoadBalancers);
            aws.read(GetCallerIdentityRequest.builder().build(), aws.sts()::getCallerIdentity);
        } finally {
            workers.shutdownNow();
        }
    }

    /** As one would write it without thinking of the machine's settings. */
    private static void plain(URI endpoint, String accessKeyId, String secretAccessKey) {
        try (Ec2Client ec2 = Ec2Client.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(accessKeyId, secretAccessKey))).build()) {
            ec2.describeVpcs();
        }
    }
}
