package endpointlab.resource;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/**
 * Batch calls on endpoints and endpoint services report failures in the list {@code unsuccessful} of an answer with
 * status 200. Here such an item becomes the exception that any other call would have thrown.
 */
final class Unsuccessful {

    private Unsuccessful() {
    }

    /** @throws Ec2Exception if one of the items failed */
    static <R> R orElse(R answer, List<UnsuccessfulItem> items, String requestId) {
        for (UnsuccessfulItem item : items) {
            if (item.error() != null) {
                throw Ec2Exception.builder().statusCode(200).requestId(requestId)
                        .message(item.error().message())
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode(item.error().code())
                                .errorMessage(item.error().message()).serviceName("Ec2").build()).build();
            }
        }
        return answer;
    }
}
