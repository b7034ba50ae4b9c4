package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** The account in use. */
public final class Account {

    private Account() {
    }

    /** Asks AWS for the account's number; this needs no permission. */
    public static String id(AwsCaller aws) {
        return aws.read(GetCallerIdentityRequest.builder().build(), aws.sts()::getCallerIdentity).account();
    }

    /** ARN of the account's root, which stands for everybody in it. */
    public static String rootArn(String accountId, String region) {
        return "arn:" + PartitionMetadata.of(Region.of(region)).id() + ":iam::" + accountId + ":root";
    }
}
