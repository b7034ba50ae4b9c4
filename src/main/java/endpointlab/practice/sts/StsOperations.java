package endpointlab.practice.sts;

import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.world.World;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * STS GetCallerIdentity: the one user of the practice account, whose access key signs every request.
 *
 * <p>Source: STS API Reference; form of user ids from the IAM User Guide, "IAM identifiers".
 */
public final class StsOperations {

    private static final String USER = "practice";

    private StsOperations() {
    }

    /** ARN of the one user. */
    public static String userArn(World world) {
        return "arn:aws:iam::" + world.accountId + ":user/" + USER;
    }

    /** Adds the operation to STS's table. */
    public static void register(OperationTable table, World world) {
        GetCallerIdentityResponse identity = GetCallerIdentityResponse.builder()
                .account(world.accountId)
                .arn(userArn(world))
                .userId("AIDAPRACT" + world.accountId)
                .build();
        table.add("GetCallerIdentity", GetCallerIdentityRequest::builder,
                (GetCallerIdentityRequest request) -> identity);
    }
}
