package endpointlab.aws;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns AWS's answers into problems that a learner can understand. Goes by error codes alone: messages are for
 * people and change.
 */
public final class Problems {

    /** Families of error codes; the first that fits counts. Texts: {@code problem.<family>.cause}, {@code .remedy}. */
    private static final Map<String, Pattern> FAMILIES = families();

    private static final Pattern NOT_PERMITTED = Pattern.compile("OperationNotPermitted(Exception)?");
    private static final Pattern UNMAKES = Pattern.compile("Delete|Terminate|Detach");

    private Problems() {
    }

    private static Map<String, Pattern> families() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("no-answer", AwsFault.NO_ANSWER);
        codes.put("no-address", AwsFault.NO_ADDRESS);
        codes.put("not-trusted", AwsFault.NOT_TRUSTED);
        codes.put("proxy", AwsFault.PROXY);
        codes.put("not-sent", AwsFault.NOT_SENT);
        codes.put("expired", "RequestExpired|ExpiredToken(Exception)?|InvalidSecurity\\.RequestHasExpired"
                + "|RequestTimeTooSkewed");
        codes.put("credentials", "AuthFailure|InvalidClientTokenId|UnrecognizedClientException"
                + "|SignatureDoesNotMatch|MissingAuthenticationToken|IncompleteSignature");
        codes.put("permission", "UnauthorizedOperation|AccessDenied(Exception)?");
        codes.put("protected", "CannotDelete");
        codes.put("account", "OptInRequired|PendingVerification|Blocked|OperationNotPermitted(Exception)?");
        codes.put("quota", ".*LimitExceeded|.*AssociationLimit|TooMany.*");
        codes.put("capacity", "Insufficient.*Capacity|InsufficientFreeAddressesInSubnet|InvalidSubnet");
        codes.put("zone", "Unsupported|DuplicateSubnetsInSameZone|AvailabilityZoneNotSupported.*|InvalidAvailabilityZone");
        codes.put("instance-type", "InvalidParameterCombination");
        codes.put("ami", "InvalidAMIID\\..*");
        codes.put("name-taken", "InvalidGroup\\.Duplicate|InvalidKeyPair\\.Duplicate|Duplicate.*Name(Exception)?"
                + "|DuplicateListener(Exception)?");
        codes.put("cidr", "InvalidSubnet\\.(Range|Conflict)|InvalidVpc\\.?Range|CidrConflict");
        codes.put("token", "IdempotentParameterMismatch|IdempotentInstanceTerminated|InvalidClientToken");
        codes.put("service-name", "InvalidServiceName");
        codes.put("not-usable-yet", "Unavailable|InvalidTarget(Exception)?");
        codes.put("in-use", "DependencyViolation|ResourceInUse(Exception)?|ExistingVpcEndpointConnections"
                + "|InvalidGroup\\.InUse|Resource\\.AlreadyAssociated");
        codes.put("not-found", ".*NotFound(Exception)?|Gateway\\.NotAttached");
        codes.put("server", "InternalError|InternalFailure|ServiceUnavailable|HealthUnavailable(Exception)?|HTTP 5..");
        codes.put("invalid", "Invalid.*|ValidationError|RouteAlreadyExists|(Incompatible|Unsupported)Protocol.*"
                + "|MissingParameter|UnknownParameter|Malformed.*");
        Map<String, Pattern> families = new LinkedHashMap<>();
        codes.forEach((family, pattern) -> families.put(family, Pattern.compile(pattern)));
        return families;
    }

    /** @param action AWS's action name */
    public static ProblemException of(String action, AwsFault fault, Throwable cause) {
        return new ProblemException(problem(action, fault, cause), cause);
    }

    /** As {@link #of}, for an item of a batch answer. */
    public static ProblemException of(String action, String code, String message, String requestId) {
        return of(action, new AwsFault(code, 200, message, requestId), null);
    }

    static Problem problem(String action, AwsFault fault, Throwable cause) {
        return ClockSkew.of(fault, cause).map(skew -> skew.problem(action, fault))
                .orElseGet(() -> problem(action, fault));
    }

    static Problem problem(String action, AwsFault fault) {
        String family = family(action, fault);
        return new Problem(fault.code(), "problem." + family + ".cause", "problem." + family + ".remedy",
                List.of(action), action, fault.message() == null ? "" : fault.message(), fault.requestId());
    }

    private static String family(String action, AwsFault fault) {
        // Tested first, because RequestLimitExceeded looks like an exceeded quota.
        if (fault.throttled()) {
            return "throttled";
        }
        // One code for two things: an account that may not make something yet, and something that is protected.
        if (NOT_PERMITTED.matcher(fault.code()).matches() && UNMAKES.matcher(action).lookingAt()) {
            return "protected";
        }
        for (Map.Entry<String, Pattern> family : FAMILIES.entrySet()) {
            if (family.getValue().matcher(fault.code()).matches()) {
                return family.getKey();
            }
        }
        return fault.status() >= 500 ? "server" : "other";
    }
}
