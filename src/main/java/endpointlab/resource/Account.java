package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.RetryRules;
import endpointlab.lab.Identity;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The account in use. */
public final class Account {

    private Account() {
    }

    /** Asks AWS for the account's number; this needs no permission. */
    public static String id(AwsCaller aws) {
        return aws.read(GetCallerIdentityRequest.builder().build(), aws.sts()::getCallerIdentity).account();
    }

    /** As whom calls are made; a failure is told at once. */
    public static Identity identity(AwsCaller aws) {
        GetCallerIdentityResponse answer = aws.read(GetCallerIdentityRequest.builder().build(),
                aws.sts()::getCallerIdentity, RetryRules.IMPATIENT);
        return new Identity(answer.account(), answer.arn(), aws.region());
    }

    /** ARN of the account's root, which stands for everybody in it. */
    public static String rootArn(String accountId, String region) {
        return "arn:" + PartitionMetadata.of(Region.of(region)).id() + ":iam::" + accountId + ":root";
    }
}
