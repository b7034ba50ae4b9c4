package endpointlab.practice.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import endpointlab.practice.policy.Policy.Decision;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.AwsService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/**
 * What the services answer to a call without permission.
 *
 * <p>Source: AWS-FACTS 2.6; EC2 API Reference, {@code UnauthorizedOperation}; IAM User Guide, "Access denied error
 * messages". EC2 adds an encoded message where a resource is concerned; ours is the question as deflated JSON, which
 * is as opaque as AWS's. Assumed: ELBv2's words are those of IAM's other services.
 */
public final class Denial {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String principal;

    /** @param principal ARN of the caller */
    public Denial(String principal) {
        this.principal = principal;
    }

    /** As if no policy allowed the action. */
    public AwsException withoutPermission(AwsService service, String iamAction) {
        return answer(service, new Authorization(iamAction, Authorization.ANY, Map.of()), Decision.NOT_ALLOWED);
    }

    /** As if no policy allowed ELB's role in the account to be made. */
    public AwsException withoutServiceLinkedRole(String accountId) {
        return answer(AwsService.ELB, new Authorization(Authorizations.CREATE_ROLE,
                Authorizations.serviceLinkedRole(accountId), Map.of()), Decision.NOT_ALLOWED);
    }

    AwsException answer(AwsService service, Authorization asked, Decision decision) {
        boolean onResource = !asked.resource().equals(Authorization.ANY);
        String sentence = "User: " + principal + " is not authorized to perform: " + asked.action()
                + (onResource ? " on resource: " + asked.resource() : "")
                + (decision == Decision.DENIED ? " with an explicit deny in an identity-based policy"
                : " because no identity-based policy allows the " + asked.action() + " action");
        if (service != AwsService.EC2) {
            return new AwsException(403, "AccessDenied", sentence);
        }
        return new AwsException(403, "UnauthorizedOperation", "You are not authorized to perform this operation. "
                + sentence + (onResource ? ". Encoded authorization failure message: " + encoded(asked, decision) : ""));
    }

    private String encoded(Authorization asked, Decision decision) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("allowed", false);
        message.put("explicitDeny", decision == Decision.DENIED);
        message.put("principal", principal);
        message.put("action", asked.action());
        message.put("resource", asked.resource());
        message.put("conditions", asked.context());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(json(message).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private static String json(Map<String, Object> message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
