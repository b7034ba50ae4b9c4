package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.VpcEndpoint;
import endpointlab.practice.world.VpcEndpointStates;
import endpointlab.run.RunResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;

/**
 * What the engine makes of AWS's traps (AWS-FACTS, sections 0 and 8), which {@code TrapsTest} shows the practice cloud
 * to lay. Shown elsewhere:
 *
 * <pre>
 * I-4   own pollers with budget and cancel   AwsCallerTest, StepByStepTest
 * I-7   connections of others are rejected   TroubleTest, somebodyElsesConnectionDoesNotHoldUpCleanUp
 * I-20  logs in to today's Amazon Linux      SshCurlProbeTest
 * I-22  zones of endpoint and service        LabValidatorTest
 * I-23  never asked for without an ARN       the lab's graph: the service needs its load balancer
 * 0.7   nothing is made twice                TroubleTest, aCallCarriedOutWithoutAnAnswerMakesNothingTwice
 * </pre>
 */
class TrapReactionsTest extends PracticeLabTest {

    private ResourceState resource(String specId) {
        return practice.lastSaved().resource(specId);
    }

    private void refuse(String action, int status, String code) {
        practice.cloud.interceptor.set(call -> {
            if (call.action().equals(action)) {
                throw new AwsException(status, code, "as the test wants it");
            }
        });
    }

    private void refuseNothing() {
        practice.cloud.interceptor.set(call -> { });
    }

    @Test
    void i1AndI2StatesAreReadAsTheWordsOnTheWire() {
        LabSession session = practice.open();
        assertThat(result(session.runTo(15, false)).outcome()).isEqualTo(Outcome.WAITING_FOR_ACCEPTANCE);
        assertThat(resource("endpoint").awsState()).isEqualTo("pendingAcceptance");
        done(session.accept());

        assertThat(resource("endpoint").awsState()).isEqualTo("available");
        Set<String> words = new HashSet<>();
        practice.saved.forEach(state -> state.resources().values().forEach(one -> words.add(one.awsState())));
        assertThat(words).contains("pending", "available").doesNotContain("null", "UNKNOWN_TO_SDK_VERSION");
    }

    @Test
    void i3The503OfAFreshServiceIsWaitedOutWithOneTokenThatWasSavedBefore() {
        Set<String> tokens = Collections.synchronizedSet(new HashSet<>());
        Set<String> saved = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger unavailable = new AtomicInteger(5);
        practice.cloud.interceptor.set(call -> {
            if (call.request() instanceof CreateVpcEndpointRequest request) {
                tokens.add(request.clientToken());
                saved.add(resource("endpoint").clientToken());
                if (unavailable.getAndDecrement() > 0) {
                    throw new AwsException(503, "Unavailable", "The service is unavailable. Please try again shortly.");
                }
            }
            if (call.request() instanceof CreateVpcEndpointServiceConfigurationRequest request) {
                assertThat(request.clientToken()).isEqualTo(resource("endpoint-service").clientToken()).isNotBlank();
            }
        });

        done(practice.open().runTo(15, true));

        assertThat(practice.count("CreateVpcEndpoint")).isGreaterThanOrEqualTo(6);
        assertThat(tokens).hasSize(1).doesNotContainNull().isEqualTo(saved);
        assertThat(practice.aws.ec2().describeVpcEndpoints().vpcEndpoints()).hasSize(1);
        assertThat(practice.waits).extracting(WaitInfo::what).contains("wait.service-usable");
    }

    @Test
    void i5AndI6ALoadBalancerThatIsStillInUseIsDeletedLater() {
        LabSession session = practice.open();
        done(session.runTo(8, false));
        AtomicInteger left = new AtomicInteger(5);
        practice.cloud.interceptor.set(call -> {
            if (call.action().equals("DeleteLoadBalancer") && left.getAndDecrement() > 0) {
                throw new AwsException("ResourceInUse", "Load balancer 'x' cannot be deleted because it is currently "
                        + "associated with another service");
            }
        });

        done(session.cleanUp());

        assertThat(left.get()).isNegative();
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    /** Accept, reject and both deletes answer with 200. */
    @Test
    void i8AFailureInABatchIsNotTakenForSuccess() {
        LabSession session = practice.open();
        assertThat(result(session.runTo(15, false)).outcome()).isEqualTo(Outcome.WAITING_FOR_ACCEPTANCE);
        practice.aws.ec2().deleteVpcEndpoints(request -> request.vpcEndpointIds(resource("endpoint").awsId()));

        RunResult accepted = result(session.accept());

        assertThat(accepted.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(accepted.problems()).isNotEmpty();
        assertThat(resource("endpoint-connection").status()).isNotEqualTo(ResourceStatus.READY);
        assertThat(result(session.reject()).outcome()).isEqualTo(Outcome.FAILED);
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void i9AConnectionThatIsGoneOrRejectedDoesNotHoldUpCleanUp() {
        LabSession session = practice.open();
        done(session.runTo(15, true));
        practice.aws.ec2().rejectVpcEndpointConnections(request -> request
                .serviceId(resource("endpoint-service").awsId()).vpcEndpointIds(resource("endpoint").awsId()));

        done(session.cleanUp());

        assertThat(practice.count("RejectVpcEndpointConnections")).as("ours alone").isEqualTo(1);
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    /** I-10 to I-13 and I-24: interfaces outlive their owners and hold on to subnets, groups and gateways. */
    @Test
    void i10ToI13CleanUpWaitsForInterfacesAndNeverDeletesOneItself() {
        LabSession session = practice.open();
        done(session.runTo(15, true));
        Set<String> tooEarly = ConcurrentHashMap.newKeySet();
        practice.cloud.interceptor.set(call -> {
            if (call.request() instanceof DeleteSubnetRequest request && hasInterfaces(request.subnetId())) {
                tooEarly.add(request.subnetId());
            }
        });

        done(session.cleanUp());

        assertThat(practice.count("DeleteNetworkInterface")).isZero();
        assertThat(practice.count("DetachNetworkInterface")).isZero();
        assertThat(tooEarly).as("subnets with an interface in them").isEmpty();
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    private boolean hasInterfaces(String subnetId) {
        Instant now = practice.cloud.clock.now();
        return practice.cloud.world.locked(() -> !practice.cloud.world.networkInterfaces.where(one ->
                one.subnetId().equals(subnetId) && (one.releasedAt() == null || now.isBefore(one.releasedAt())))
                .isEmpty());
    }

    @Test
    void i14AddressesThatAreNotReleasedInTimeAreReportedAndCleanedUpLater() {
        LabSession session = practice.open();
        done(session.runTo(2, false));
        refuse("DetachInternetGateway", 400, "DependencyViolation");

        RunResult stuck = result(session.cleanUp());

        assertThat(stuck.outcome()).isEqualTo(Outcome.LEFT_OVER);
        assertThat(stuck.problems()).extracting(Problem::cause).contains("problem.in-use.cause");
        assertThat(practice.waits).extracting(WaitInfo::what).contains("wait.dependency");
        refuseNothing();
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void i15AndI16ATargetIsWaitedForAsLongAsItTakesAndItsStateIsTold() {
        practice.cloud.listening.set(() -> {
            synchronized (practice.waits) {
                return practice.waits.stream().anyMatch(wait -> wait.awsState().equals("unhealthy")
                        && wait.since().isBefore(practice.cloud.clock.now().minus(Duration.ofMinutes(10))));
            }
        });

        done(practice.open().runTo(7, false));

        assertThat(practice.waits).filteredOn(wait -> wait.id().equals("target")).extracting(WaitInfo::awsState)
                .contains("initial", "unhealthy");
        assertThat(resource("target").awsState()).isEqualTo("healthy");
    }

    /** Every first calls about something fresh, one action after another, meet replicas that lag. */
    @Test
    void i17AndI18ReplicasThatDoNotKnowAFreshResourceYetAreAskedAgain() {
        Map<String, String> unseen = Map.ofEntries(
                Map.entry("AttachInternetGateway", "InvalidInternetGatewayID.NotFound"),
                Map.entry("CreateSubnet", "InvalidVpcID.NotFound"),
                Map.entry("CreateRouteTable", "InvalidVpcID.NotFound"),
                Map.entry("AssociateRouteTable", "InvalidSubnetID.NotFound"),
                Map.entry("CreateRoute", "InvalidGatewayID.NotFound"),
                Map.entry("AuthorizeSecurityGroupIngress", "InvalidGroup.NotFound"),
                Map.entry("RunInstances", "InvalidSecurityGroupID.NotFound"),
                Map.entry("CreateLoadBalancer", "SubnetNotFound"),
                Map.entry("CreateListener", "TargetGroupNotFound"),
                Map.entry("RegisterTargets", "InvalidTarget"),
                Map.entry("ModifyVpcEndpointServicePermissions", "InvalidVpcEndpointServiceId.NotFound"),
                Map.entry("DescribeVpcEndpointServices", "InvalidServiceName"),
                Map.entry("CreateVpcEndpoint", "InvalidSubnetId.NotFound"),
                Map.entry("DescribeVpcs", "InvalidVpcID.NotFound"),
                Map.entry("DescribeInstances", "InvalidInstanceID.NotFound"),
                Map.entry("DescribeVpcEndpoints", "InvalidVpcEndpointId.NotFound"));
        Map<String, AtomicInteger> met = new ConcurrentHashMap<>();
        practice.cloud.interceptor.set(call -> {
            String code = unseen.get(call.action());
            if (code != null && met.computeIfAbsent(call.action(), action -> new AtomicInteger())
                    .getAndIncrement() < 3) {
                throw new AwsException(code, "as the test wants it");
            }
        });
        LabSession session = practice.open();

        done(session.runTo(15, true));

        assertThat(met).containsOnlyKeys(unseen.keySet());
        refuseNothing();
        practice.assertMadeOnce();
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    /** Section 0, 9. */
    @Test
    void i19WhatANewAccountMayNotMakeIsToldAndCanBeMadeLater() {
        LabSession session = practice.open();
        refuse("CreateLoadBalancer", 400, "OperationNotPermitted");
        assertThat(result(session.runTo(7, false)).problems()).extracting(Problem::cause)
                .containsExactly("problem.account.cause");
        refuse("RunInstances", 400, "InvalidParameterCombination");
        assertThat(result(session.runTo(14, false)).problems()).extracting(Problem::cause)
                .contains("problem.instance-type.cause");

        refuseNothing();
        done(session.runTo(15, true));
        practice.assertMadeOnce();
    }

    @Test
    void i21ATargetThatWasTakenAwayIsNoticedAndRegisteredAgain() {
        LabSession session = practice.open();
        done(session.runTo(7, false));
        practice.aws.elb().deregisterTargets(request -> request.targetGroupArn(resource("target-group").awsId())
                .targets(target -> target.id(resource("web-server").awsId())));

        done(session.reconcile());

        assertThat(resource("target").status()).isEqualTo(ResourceStatus.DRIFTED);
        done(session.runStep(7));
        assertThat(resource("target").awsState()).isEqualTo("healthy");
    }

    @Test
    void i25ADismissedPrincipalIsNoticedAndTheConnectionLeftAlone() {
        LabSession session = practice.open();
        done(session.runTo(15, true));
        String principal = practice.aws.ec2().describeVpcEndpointServicePermissions(request -> request.serviceId(
                resource("endpoint-service").awsId())).allowedPrincipals().get(0).principal();
        practice.aws.ec2().modifyVpcEndpointServicePermissions(request -> request
                .serviceId(resource("endpoint-service").awsId()).removeAllowedPrincipals(principal));

        done(session.reconcile());

        assertThat(resource("endpoint-service-permission").status()).isEqualTo(ResourceStatus.DRIFTED);
        assertThat(resource("endpoint").status()).isEqualTo(ResourceStatus.READY);
        assertThat(resource("endpoint-connection").status()).isEqualTo(ResourceStatus.READY);
    }

    @Test
    void i26ConnectionsOnLaterPagesAreRejectedToo() {
        LabSession session = practice.open();
        done(session.runTo(8, false));
        Set<String> tokens = ConcurrentHashMap.newKeySet();
        practice.cloud.interceptor.set(call -> {
            if (call.request() instanceof DescribeVpcEndpointConnectionsRequest request
                    && request.nextToken() != null) {
                tokens.add(request.nextToken());
            }
        });
        connections("rejected", 2_000, practice.cloud.clock.now());
        connections("available", 20, null);

        done(session.cleanUp());

        assertThat(tokens).isNotEmpty();
        assertThat(practice.cloud.world.vpcEndpoints.all()).allMatch(endpoint ->
                VpcEndpointStates.at(endpoint, practice.cloud.clock.now()).equals("rejected"));
    }

    private void connections(String name, int count, Instant rejectedAt) {
        String service = resource("endpoint-service").attributes().get("service-name");
        Instant now = practice.cloud.clock.now();
        practice.cloud.world.locked(() -> IntStream.range(0, count).forEach(i ->
                practice.cloud.world.vpcEndpoints.put(new VpcEndpoint("vpce-" + name + i, service, "vpc-elsewhere",
                        List.of(), List.of(), List.of(), List.of("name"), null, now, now, now, now, rejectedAt, null,
                        null))));
    }

    @Test
    void whatIsProtectedIsToldAndDeletedOnceItIsNot() {
        LabSession session = practice.open();
        done(session.runTo(7, false));
        String instance = resource("web-server").awsId();
        protect(instance, true);

        RunResult refused = result(session.cleanUp());

        assertThat(refused.outcome()).isEqualTo(Outcome.LEFT_OVER);
        assertThat(refused.problems()).extracting(Problem::cause).contains("problem.protected.cause");
        protect(instance, false);
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    private void protect(String instance, boolean on) {
        practice.aws.ec2().modifyInstanceAttribute(request -> request.instanceId(instance)
                .disableApiTermination(flag -> flag.value(on)));
        practice.aws.elb().modifyLoadBalancerAttributes(request -> request
                .loadBalancerArn(resource("load-balancer").awsId()).attributes(attribute ->
                        attribute.key("deletion_protection.enabled").value(String.valueOf(on))));
    }
}
