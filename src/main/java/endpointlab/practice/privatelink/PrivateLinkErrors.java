package endpointlab.practice.privatelink;

import endpointlab.practice.wire.AwsException;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * EC2's error answers around endpoints and endpoint services.
 *
 * <p>Source: EC2 API Reference, "Error codes"; texts as seen in public logs and issues (AWS-FACTS 2.3, I-3, I-7,
 * I-23). Assumed: {@code UnsupportedOperation} as the code for what AWS has and the practice cloud lacks.
 */
final class PrivateLinkErrors {

    private PrivateLinkErrors() {
    }

    static AwsException invalid(String message) {
        return new AwsException("InvalidParameter", message);
    }

    /** The Describes of PrivateLink have a code of their own for filters. Assumed: for unknown ones too. */
    static AwsException invalidFilter(String message) {
        return new AwsException("InvalidFilter", message);
    }

    /** @param what such as {@code Gateway endpoints} */
    static AwsException lacking(String what) {
        return new AwsException("UnsupportedOperation", what + " are not supported by the practice cloud.");
    }

    static AwsException noSuchService(String serviceName) {
        return new AwsException("InvalidServiceName",
                "The Vpc Endpoint Service '" + serviceName + "' does not exist");
    }

    /** What CreateVpcEndpoint says for a while after the endpoint service was made (AWS-FACTS, I-3). */
    static AwsException unavailable() {
        return new AwsException(503, "Unavailable", "The service is unavailable. Please try again shortly.");
    }

    static AwsException existingConnections() {
        return new AwsException("ExistingVpcEndpointConnections",
                "Service has existing active VPC Endpoint connections!");
    }

    /** As DeleteVpcEndpoints spells it. */
    static AwsException endpointToDeleteNotFound(String id) {
        return new AwsException("InvalidVpcEndpoint.NotFound", "The Vpc Endpoint Id '" + id + "' does not exist");
    }

    /** As DeleteVpcEndpointServiceConfigurations spells it. */
    static AwsException serviceToDeleteNotFound(String id) {
        return new AwsException("InvalidVpcEndpointService.NotFound",
                "The VpcEndpointService Id '" + id + "' does not exist");
    }

    /** Batch operations report failures in an answer with status 200. */
    static UnsuccessfulItem unsuccessful(String resourceId, AwsException error) {
        return UnsuccessfulItem.builder().resourceId(resourceId)
                .error(reason -> reason.code(error.code()).message(error.getMessage())).build();
    }
}
