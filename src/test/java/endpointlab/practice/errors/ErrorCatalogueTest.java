package endpointlab.practice.errors;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.aws.AwsFault;
import endpointlab.aws.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue itself: every code of AWS-FACTS 2.3 to 2.6 is met by a row, or {@link #NOT_MET} says why not. The
 * codes are copied from there, table by table, in its order.
 */
class ErrorCatalogueTest {

    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("2.3", """
                InvalidVpcID.NotFound InvalidSubnetID.NotFound InvalidSubnetId.NotFound InvalidRouteTableID.NotFound
                InvalidRouteTableId.NotFound InvalidInternetGatewayID.NotFound InvalidGroup.NotFound
                InvalidSecurityGroupID.NotFound InvalidInstanceID.NotFound InvalidNetworkInterfaceID.NotFound
                InvalidKeyPair.NotFound InvalidAssociationID.NotFound InvalidVpcEndpointId.NotFound
                InvalidVpcEndpoint.NotFound InvalidVpcEndpointServiceId.NotFound InvalidVpcEndpointService.NotFound
                InvalidServiceName InvalidNetworkLoadBalancerArn.NotFound InvalidNetworkLoadBalancerArn.Malformed
                InvalidParameter DuplicateSubnetsInSameZone VpcEndpointLimitExceeded Unavailable InvalidGroup.Duplicate
                InvalidPermission.Duplicate InvalidKeyPair.Duplicate InvalidSubnet.Conflict InvalidSubnet.Range
                InvalidVpc.Range InvalidVpcRange RouteAlreadyExists InvalidRoute.NotFound RouteLimitExceeded
                Resource.AlreadyAssociated Gateway.NotAttached InvalidParameterValue InvalidAMIID.NotFound
                InvalidAMIID.Malformed InvalidAMIID.Unavailable Unsupported InvalidParameterCombination
                InsufficientInstanceCapacity InsufficientFreeAddressesInSubnet VcpuLimitExceeded InstanceLimitExceeded
                VpcLimitExceeded InternetGatewayLimitExceeded SubnetLimitExceeded RouteTableLimitExceeded
                SecurityGroupLimitExceeded RulesPerSecurityGroupLimitExceeded NetworkInterfaceLimitExceeded
                KeyPairLimitExceeded AddressLimitExceeded TagLimitExceeded DependencyViolation
                ExistingVpcEndpointConnections IdempotentParameterMismatch IdempotentInstanceTerminated
                InvalidClientToken InvalidPaginationToken InvalidNextToken InvalidMaxResults InvalidFilter
                FilterLimitExceeded OperationNotPermitted DryRunOperation RequestLimitExceeded InternalError
                InternalFailure ServiceUnavailable""");
        SECTIONS.put("2.4", "DependencyViolation InvalidGroup.InUse CannotDelete");
        SECTIONS.put("2.5", """
                DuplicateLoadBalancerName DuplicateTargetGroupName DuplicateListener TooManyLoadBalancers
                TooManyTargetGroups TooManyListeners TooManyTargets TooManyTags
                TooManyUniqueTargetGroupsPerLoadBalancer TargetGroupAssociationLimit InvalidSubnet SubnetNotFound
                InvalidSecurityGroup InvalidScheme AvailabilityZoneNotSupported AllocationIdNotFound
                InvalidConfigurationRequest IncompatibleProtocols UnsupportedProtocol InvalidTarget ResourceInUse
                OperationNotPermitted LoadBalancerNotFound TargetGroupNotFound ListenerNotFound HealthUnavailable
                ValidationError Throttling AccessDenied""");
        SECTIONS.put("2.6", """
                AuthFailure InvalidClientTokenId SignatureDoesNotMatch UnauthorizedOperation AccessDenied RequestExpired
                ExpiredToken InvalidSecurity.RequestHasExpired MissingAuthenticationToken OptInRequired
                PendingVerification Blocked""");
    }

    /** What can't be met in the practice cloud, and why. */
    private static final Map<String, String> NOT_MET = Map.of(
            "InvalidRouteTableId.NotFound", "spelling of calls on gateway endpoints, which this cloud lacks",
            "InvalidVpcRange", "AWS's own error page spells InvalidVpc.Range so; no answer was seen with it",
            "InstanceLimitExceeded", "the count that vCPU quotas replaced",
            "AddressLimitExceeded", "a quota of Elastic IP addresses, which this cloud lacks",
            "InvalidPaginationToken", "no call is known to answer with it where InvalidNextToken isn't used",
            "InvalidGroup.InUse", "an older word for DependencyViolation",
            "TooManyUniqueTargetGroupsPerLoadBalancer", "with one group for each listener, TooManyListeners comes first",
            "IncompatibleProtocols", "needs target groups of protocols other than TCP, which this cloud lacks",
            "UnsupportedProtocol", "a listener's wrong protocol is a ValidationError in all answers that were seen",
            "InvalidSecurity.RequestHasExpired", "an older word for RequestExpired");

    private static Set<String> codes(String section) {
        return Set.of(SECTIONS.get(section).strip().split("\\s+"));
    }

    private static Set<String> all() {
        return SECTIONS.keySet().stream().flatMap(section -> codes(section).stream()).collect(Collectors.toSet());
    }

    @Test
    void everyCodeIsMetOrSaidToBeOutOfReach() {
        Set<String> met = Stream.concat(ErrorRowsTest.all().stream().map(Row::code),
                CredentialErrorsTest.CODES.stream()).collect(Collectors.toSet());
        Set<String> left = new TreeSet<>(all());
        left.removeAll(met);

        assertThat(left).isEqualTo(new TreeSet<>(NOT_MET.keySet()));
        assertThat(all()).containsAll(met);
    }

    @Test
    void noTwoRowsAreTheSame() {
        List<String> names = ErrorRowsTest.all().stream().map(row -> row.service() + row.code() + row.when()).toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    /** What the engine makes of them: a problem in words of its own. A dry run that succeeds is none. */
    @Test
    void everyCodeIsToldInWordsOfItsOwn() {
        assertThat(all()).filteredOn(code -> !code.equals("DryRunOperation")).allSatisfy(code ->
                assertThat(Problems.of("AnyCall", new AwsFault(code, 400, "", ""), null).problem().cause())
                        .isNotEqualTo("problem.other.cause"));
    }
}
