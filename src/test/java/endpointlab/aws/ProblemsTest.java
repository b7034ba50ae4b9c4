package endpointlab.aws;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private final Messages japanese = Messages.in(Language.JA);

    @ParameterizedTest
    @CsvSource({"TerminateInstances, protected", "DeleteLoadBalancer, protected", "CreateLoadBalancer, account",
        "RunInstances, account"})
    void whatIsNotPermittedDependsOnTheCall(String action, String family) {
        Problem problem = Problems.problem(action, new AwsFault("OperationNotPermitted", 400, "AWS says so", "id"));

        assertThat(problem.cause()).isEqualTo("problem." + family + ".cause");
        assertThat(japanese.text(problem.cause(), problem.arguments())).contains(action);
    }

    @ParameterizedTest
    @CsvSource({
        "NoAnswer, 0, no-answer", "NotSent, 0, not-sent",
        "AuthFailure, 401, credentials", "InvalidClientTokenId, 403, credentials",
        "RequestExpired, 400, expired", "ExpiredToken, 403, expired",
        "UnauthorizedOperation, 403, permission", "AccessDenied, 403, permission",
        "OperationNotPermitted, 400, account", "OptInRequired, 401, account",
        "VpcLimitExceeded, 400, quota", "TooManyLoadBalancers, 400, quota",
        "InsufficientInstanceCapacity, 500, capacity", "InsufficientFreeAddressesInSubnet, 400, capacity",
        "Unsupported, 400, zone", "InvalidParameterCombination, 400, instance-type",
        "InvalidAMIID.NotFound, 400, ami", "InvalidGroup.Duplicate, 400, name-taken",
        "DuplicateLoadBalancerName, 400, name-taken", "InvalidSubnet.Conflict, 400, cidr",
        "InvalidVpc.Range, 400, cidr", "InvalidVpcRange, 400, cidr",
        "IdempotentParameterMismatch, 400, token", "InvalidServiceName, 400, service-name",
        "Unavailable, 503, not-usable-yet", "InvalidTarget, 400, not-usable-yet",
        "DependencyViolation, 400, in-use", "ResourceInUse, 400, in-use",
        "ExistingVpcEndpointConnections, 200, in-use", "InvalidVpcID.NotFound, 400, not-found",
        "LoadBalancerNotFound, 400, not-found", "RequestLimitExceeded, 503, throttled",
        "Throttling, 400, throttled", "InternalError, 500, server", "HTTP 502, 502, server",
        "InvalidParameterValue, 400, invalid", "ValidationError, 400, invalid", "SomethingNew, 400, other"})
    void everyCodeHasItsFamilyAndTheFamilyItsTexts(String code, int status, String family) {
        Problem problem = Problems.problem("CreateVpc", new AwsFault(code, status, "AWS says so", "id"));

        assertThat(problem.cause()).isEqualTo("problem." + family + ".cause");
        assertThat(japanese.text(problem.cause(), problem.arguments())).isNotBlank();
        assertThat(japanese.text(problem.remedy(), problem.arguments())).isNotBlank();
        assertThat(problem.detail()).isEqualTo("AWS says so");
        assertThat(problem.operation()).isEqualTo("CreateVpc");
    }
}
