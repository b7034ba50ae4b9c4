package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.RetryRules;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;

/**
 * Asks EC2 whether a call would be allowed, without making it.
 *
 * <p>Source: EC2 API Reference, common parameter {@code DryRun}: {@code DryRunOperation} if it would be,
 * {@code UnauthorizedOperation} if not.
 */
final class DryRun {

    /** EC2's answer if the call would have been carried out. */
    static final String ALLOWED = "DryRunOperation";
    private static final Set<String> DENIED = Set.of("UnauthorizedOperation", "AccessDenied", "AccessDeniedException");
    private static final Map<Class<?>, BiFunction<Ec2Client, AwsRequest, AwsResponse>> CALLS = calls();

    private DryRun() {
    }

    /** Whether EC2 knows a dry run of such a request. */
    static boolean isKnown(AwsRequest request) {
        return CALLS.containsKey(request.getClass()) && field(request).isPresent();
    }

    /** @return AWS's code: {@link #ALLOWED}, one that {@link #isDenied}, or another that tells neither */
    static String code(AwsCaller aws, AwsRequest request) {
        return answer(aws, request).map(Problem::code).orElse(ALLOWED);
    }

    /** Why a call would be refused; empty if it would be carried out. */
    static Optional<Problem> answer(AwsCaller aws, AwsRequest request) {
        AwsRequest.Builder dry = request.toBuilder();
        field(request).orElseThrow().set(dry, Boolean.TRUE);
        return answer(() -> aws.read(dry.build(), sent -> CALLS.get(request.getClass()).apply(aws.ec2(), sent),
                RetryRules.IMPATIENT));
    }

    /** Why a call fails; empty if it doesn't, or wouldn't. */
    static Optional<Problem> answer(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (ProblemException answer) {
            return Optional.of(answer.problem()).filter(problem -> !problem.code().equals(ALLOWED));
        }
    }

    static boolean isDenied(String code) {
        return DENIED.contains(code);
    }

    private static Optional<SdkField<?>> field(AwsRequest request) {
        return Optional.ofNullable(((SdkPojo) request).sdkFieldNameToField().get("DryRun"));
    }

    private static Map<Class<?>, BiFunction<Ec2Client, AwsRequest, AwsResponse>> calls() {
        Calls calls = new Calls();
        calls.put(CreateVpcRequest.class, Ec2Client::createVpc);
        calls.put(CreateInternetGatewayRequest.class, Ec2Client::createInternetGateway);
        calls.put(AttachInternetGatewayRequest.class, Ec2Client::attachInternetGateway);
        calls.put(CreateSubnetRequest.class, Ec2Client::createSubnet);
        calls.put(CreateRouteTableRequest.class, Ec2Client::createRouteTable);
        calls.put(AssociateRouteTableRequest.class, Ec2Client::associateRouteTable);
        calls.put(CreateRouteRequest.class, Ec2Client::createRoute);
        calls.put(CreateSecurityGroupRequest.class, Ec2Client::createSecurityGroup);
        calls.put(AuthorizeSecurityGroupIngressRequest.class, Ec2Client::authorizeSecurityGroupIngress);
        calls.put(ImportKeyPairRequest.class, Ec2Client::importKeyPair);
        calls.put(RunInstancesRequest.class, Ec2Client::runInstances);
        calls.put(CreateVpcEndpointServiceConfigurationRequest.class,
                Ec2Client::createVpcEndpointServiceConfiguration);
        calls.put(ModifyVpcEndpointServicePermissionsRequest.class, Ec2Client::modifyVpcEndpointServicePermissions);
        calls.put(CreateVpcEndpointRequest.class, Ec2Client::createVpcEndpoint);
        calls.put(AcceptVpcEndpointConnectionsRequest.class, Ec2Client::acceptVpcEndpointConnections);
        calls.put(RejectVpcEndpointConnectionsRequest.class, Ec2Client::rejectVpcEndpointConnections);
        calls.put(GetConsoleOutputRequest.class, Ec2Client::getConsoleOutput);
        calls.put(TerminateInstancesRequest.class, Ec2Client::terminateInstances);
        calls.put(DeleteVpcEndpointsRequest.class, Ec2Client::deleteVpcEndpoints);
        calls.put(DeleteVpcEndpointServiceConfigurationsRequest.class,
                Ec2Client::deleteVpcEndpointServiceConfigurations);
        calls.put(DeleteSecurityGroupRequest.class, Ec2Client::deleteSecurityGroup);
        calls.put(DisassociateRouteTableRequest.class, Ec2Client::disassociateRouteTable);
        calls.put(DeleteRouteTableRequest.class, Ec2Client::deleteRouteTable);
        calls.put(DetachInternetGatewayRequest.class, Ec2Client::detachInternetGateway);
        calls.put(DeleteInternetGatewayRequest.class, Ec2Client::deleteInternetGateway);
        calls.put(DeleteSubnetRequest.class, Ec2Client::deleteSubnet);
        calls.put(DeleteVpcRequest.class, Ec2Client::deleteVpc);
        calls.put(DeleteKeyPairRequest.class, Ec2Client::deleteKeyPair);
        calls.put(ModifyInstanceAttributeRequest.class, Ec2Client::modifyInstanceAttribute);
        calls.put(ModifyVpcEndpointRequest.class, Ec2Client::modifyVpcEndpoint);
        calls.put(ModifyVpcEndpointServiceConfigurationRequest.class,
                Ec2Client::modifyVpcEndpointServiceConfiguration);
        calls.put(RevokeSecurityGroupIngressRequest.class, Ec2Client::revokeSecurityGroupIngress);
        calls.put(DescribeInstanceAttributeRequest.class, Ec2Client::describeInstanceAttribute);
        calls.put(DescribeVpcEndpointServicePermissionsRequest.class,
                Ec2Client::describeVpcEndpointServicePermissions);
        return Map.copyOf(calls.byType);
    }

    private static final class Calls {

        private final Map<Class<?>, BiFunction<Ec2Client, AwsRequest, AwsResponse>> byType = new HashMap<>();

        private <Q extends AwsRequest> void put(Class<Q> type, BiFunction<Ec2Client, Q, AwsResponse> call) {
            byType.put(type, (ec2, request) -> call.apply(ec2, type.cast(request)));
        }
    }
}
