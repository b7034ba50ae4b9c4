package endpointlab.practice.wire;

import software.amazon.awssdk.core.SdkPojo;

/**
 * One authenticated call, decoded and about to be carried out.
 *
 * @param service   which service was asked
 * @param action    AWS's action name, such as {@code CreateVpc}
 * @param request   the SDK's request type with the decoded parameters
 * @param principal who signed it
 */
public record ApiCall(AwsService service, String action, SdkPojo request, Principal principal) {

    /** The action as IAM names it, such as {@code ec2:CreateVpc}. */
    public String iamAction() {
        return service.signingName() + ":" + action;
    }
}
