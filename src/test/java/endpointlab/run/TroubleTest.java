package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import endpointlab.lab.Holder;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.practice.wire.ApiCall;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.BrokenConnection;
import endpointlab.probe.SshCurlProbe;
import endpointlab.run.RunResult.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** What goes wrong and how the engine gets over it. */
class TroubleTest extends PracticeLabTest {

    private void refuse(Predicate<ApiCall> which, int times, int status, String code) {
        AtomicInteger left = new AtomicInteger(times);
        practice.cloud.interceptor.set(call -> {
            if (which.test(call) && left.getAndDecrement() > 0) {
                throw new AwsException(status, code, "as the test wants it");
            }
        });
    }

    private static Predicate<ApiCall> action(String name) {
        return call -> call.action().equals(name);
    }

    @Test
    void afterAFailureTheRestIsFinishedAndOnlyWhatIsMissingIsMadeAgain() {
        refuse(call -> call.request() instanceof CreateSubnetRequest request
                && "10.0.1.0/24".equals(request.cidrBlock()), 1, 403, "UnauthorizedOperation");
        LabSession session = practice.open();

        RunResult failed = result(session.runAll());

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.problems()).extracting(Problem::code).containsExactly("UnauthorizedOperation");
        assertThat(session.state().resource("service-subnet").status()).isEqualTo(ResourceStatus.FAILED);
        assertThat(session.state().steps().get(3).problem().code()).isEqualTo("UnauthorizedOperation");
        assertThat(session.state().resource("customer-instance").status()).isEqualTo(ResourceStatus.READY);
        assertThat(session.state().steps().get(14).status()).isEqualTo(StepState.Status.DONE);
        assertThat(session.state().steps().get(7).status()).isEqualTo(StepState.Status.OPEN);

        done(session.runAll());

        assertThat(practice.count("CreateVpc")).isEqualTo(2);
        assertThat(practice.count("CreateSubnet")).isEqualTo(3);
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void aStepWithoutItsPrerequisitesSaysWhichStepsAreMissing() {
        RunResult result = result(practice.open().runStep(4));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems().get(0).code()).isEqualTo("StepsMissing");
        assertThat(result.problems().get(0).arguments()).containsExactly("1, 3");
    }

    @Test
    void cleansUpAfterAFailedStep() {
        refuse(action("CreateListener"), 100, 403, "AccessDenied");
        LabSession session = practice.open();
        assertThat(result(session.runAll()).outcome()).isEqualTo(Outcome.FAILED);
        practice.cloud.interceptor.set(call -> { });

        done(session.cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void aRejectedRequestIsMadeAnew() {
        LabSession session = practice.open();
        assertThat(result(session.runTo(15, false)).outcome()).isEqualTo(Outcome.WAITING_FOR_ACCEPTANCE);
        String first = session.state().resource("endpoint").awsId();

        done(session.reject());

        assertThat(session.state().resource("endpoint").status()).isEqualTo(ResourceStatus.FAILED);
        assertThat(session.state().resource("endpoint").awsState()).isEqualTo("rejected");
        assertThat(session.state().steps().get(15).problem().code()).isEqualTo("EndpointRejected");

        assertThat(result(session.runStep(15)).outcome()).isEqualTo(Outcome.WAITING_FOR_ACCEPTANCE);
        assertThat(session.state().resource("endpoint").awsId()).isNotEqualTo(first);
        done(session.accept());
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void anAcceptedConnectionCanStillBeRejected() {
        LabSession session = practice.open();
        done(session.runTo(15, true));

        done(session.reject());

        assertThat(session.state().steps().get(15).status()).isEqualTo(StepState.Status.FAILED);
        assertThat(result(session.runStep(15)).outcome()).isEqualTo(Outcome.WAITING_FOR_ACCEPTANCE);
        done(session.accept());
    }

    @Test
    void withoutAcceptanceRequiredNobodyIsAsked() {
        LabSession session = practice.open();
        session.setValue("step-8.acceptance-required", "false");

        done(session.runTo(15, false));

        assertThat(practice.count("AcceptVpcEndpointConnections")).isZero();
        assertThat(session.state().resource("endpoint-connection").status()).isEqualTo(ResourceStatus.READY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateVpc", "CreateInternetGateway", "CreateSubnet", "CreateSecurityGroup",
            "ImportKeyPair", "RunInstances", "CreateRouteTable", "CreateVpcEndpoint", "CreateLoadBalancer",
            "CreateTargetGroup", "CreateListener", "CreateVpcEndpointServiceConfiguration", "AttachInternetGateway",
            "CreateRoute", "AssociateRouteTable", "AuthorizeSecurityGroupIngress", "RegisterTargets",
            "AcceptVpcEndpointConnections"})
    void aCallCarriedOutWithoutAnAnswerMakesNothingTwice(String action) {
        AtomicInteger seen = new AtomicInteger();
        practice.cloud.interceptor.set(call -> {
            if (call.action().equals(action) && seen.getAndIncrement() == 0) {
                SameCall.send(practice.aws, call.request());
                throw new BrokenConnection();
            }
        });
        LabSession session = practice.open();

        done(session.runAll());

        assertThat(seen.get()).isGreaterThan(1);
        practice.assertMadeOnce();
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 30, 40, 50, 60, 70, 80, 90, 95, 100, 105, 110})
    void goesOnAfterAKillAtAnySave(int saves) {
        practice.killAfter(saves);
        LabSession killed = practice.open();
        result(killed.runAll());
        killed.close();
        practice.killAfter(Integer.MAX_VALUE);

        LabSession session = practice.open();
        done(session.runAll());

        practice.assertMadeOnce();
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 45, 70, 90, 105})
    void cleansUpAfterAKillAtAnySave(int saves) {
        practice.killAfter(saves);
        LabSession killed = practice.open();
        result(killed.runAll());
        killed.close();
        practice.killAfter(Integer.MAX_VALUE);

        done(practice.open().cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void whatIsNotTheRunsIsNeverTouched() {
        String foreign = practice.aws.ec2().createVpc(CreateVpcRequest.builder().cidrBlock("10.0.0.0/16")
                .tagSpecifications(tags(ResourceType.VPC, "Service_Network", "otherrun")).build()).vpc().vpcId();
        practice.aws.ec2().importKeyPair(ImportKeyPairRequest.builder().keyName("mine")
                .publicKeyMaterial(SdkBytes.fromUtf8String(
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4yT4XcTyMdGzl0cTPQ0g3p6uTBPNWTo8pXTpTGpHeP me"))
                .tagSpecifications(tags(ResourceType.KEY_PAIR, "mine", "otherrun")).build());
        LabSession session = practice.open();
        done(session.runAll());
        assertThat(session.state().resource("service-vpc").awsId()).isNotEqualTo(foreign);

        done(session.cleanUp());

        assertThat(practice.aws.ec2().describeVpcs().vpcs()).anyMatch(vpc -> vpc.vpcId().equals(foreign));
        assertThat(practice.aws.ec2().describeKeyPairs().keyPairs()).hasSize(1);
    }

    private static TagSpecification tags(ResourceType type, String name, String run) {
        return TagSpecification.builder().resourceType(type).tags(
                Tag.builder().key("Name").value(name).build(), Tag.builder().key("LabRun").value(run).build(),
                Tag.builder().key("LabResource").value("service-vpc").build()).build();
    }

    @Test
    void somebodyElsesConnectionDoesNotHoldUpCleanUp() {
        LabSession session = practice.open();
        done(session.runTo(15, true));
        String vpc = practice.aws.ec2().createVpc(request -> request.cidrBlock("10.5.0.0/16")).vpc().vpcId();
        String subnet = untilVisible(() -> practice.aws.ec2().createSubnet(request -> request.vpcId(vpc)
                .cidrBlock("10.5.1.0/24").availabilityZone("us-east-1a"))).subnet().subnetId();
        String foreign = untilVisible(() -> practice.aws.ec2().createVpcEndpoint(request -> request.vpcId(vpc)
                .vpcEndpointType("Interface").subnetIds(subnet).serviceName(session.state()
                        .resource("endpoint-service").attributes().get("service-name")))).vpcEndpoint()
                .vpcEndpointId();

        done(session.cleanUp());

        assertThat(practice.aws.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations()).isEmpty();
        assertThat(practice.aws.ec2().describeVpcEndpoints(request -> request.vpcEndpointIds(foreign))
                .vpcEndpoints().get(0).stateAsString()).isEqualTo("rejected");
    }

    /** Repeats a call until what it names is visible to it. */
    private static <T> T untilVisible(Callable<T> call) {
        return await().ignoreExceptions().until(call, answer -> answer != null);
    }

    @Test
    void aTakenNameIsAProblemAndNotAdopted() {
        practice.aws.ec2().importKeyPair(ImportKeyPairRequest.builder().keyName("endpoint-lab-" + PracticeLab.RUN)
                .publicKeyMaterial(SdkBytes.fromUtf8String(
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4yT4XcTyMdGzl0cTPQ0g3p6uTBPNWTo8pXTpTGpHeP me"))
                .build());
        LabSession session = practice.open();

        RunResult result = result(session.runTo(6, false));

        assertThat(result.problems()).extracting(Problem::cause).containsExactly("problem.name-taken.cause");
        assertThat(session.state().steps().get(6).status()).isEqualTo(StepState.Status.FAILED);
        assertThat(session.editable("step-6.key-name")).isTrue();
        session.setValue("step-6.key-name", "another");
        done(session.runStep(6));
        done(session.cleanUp());
        assertThat(practice.aws.ec2().describeKeyPairs().keyPairs()).hasSize(1);
    }

    @Test
    void fieldsAreFixedOnceTheirResourceIsMade() {
        LabSession session = practice.open();
        session.setValue("step-1.cidr", "10.7.0.0/16");
        session.setValue("step-3.cidr", "10.7.1.0/24");

        done(session.runTo(3, false));

        assertThat(session.state().resource("service-subnet").attributes()).containsEntry("cidr", "10.7.1.0/24");
        assertThat(session.editable("step-1.cidr")).isFalse();
        assertThatThrownBy(() -> session.setValue("step-1.cidr", "10.8.0.0/16"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(session.editable("step-6.name")).isTrue();
    }

    @Test
    void whatIsStillHeldIsReportedAsLeftOver() {
        LabSession session = practice.open();
        done(session.runTo(1, false));
        practice.cloud.interceptor.set(call -> {
            if (call.action().equals("DeleteVpc")) {
                throw new AwsException(403, "UnauthorizedOperation", "as the test wants it");
            }
        });

        RunResult result = result(session.cleanUp());

        assertThat(result.outcome()).isEqualTo(Outcome.LEFT_OVER);
        assertThat(result.leftovers()).extracting(Leftover::awsId)
                .containsExactly(session.state().resource("service-vpc").awsId());
        assertThat(result.problems()).extracting(Problem::code).containsExactly("UnauthorizedOperation", "LeftOver");
        practice.cloud.interceptor.set(call -> { });
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void aLearnersOwnInstanceIsNamedAsTheBlockerAndNeverTerminated() {
        LabSession session = practice.open();
        done(session.runTo(5, false));
        String subnet = session.state().resource("service-subnet").awsId();
        String mine = untilVisible(() -> practice.aws.ec2().runInstances(request -> request.minCount(1).maxCount(1)
                .imageId("resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")
                .instanceType("t3.micro").subnetId(subnet).tagSpecifications(TagSpecification.builder()
                        .resourceType(ResourceType.INSTANCE).tags(Tag.builder().key("Name").value("mine").build())
                        .build()))).instances().get(0).instanceId();

        RunResult result = result(session.cleanUp());

        assertThat(result.outcome()).isEqualTo(Outcome.LEFT_OVER);
        assertThat(practice.waits).anySatisfy(wait -> assertThat(Holder.text(wait.holders()))
                .isEqualTo(mine + " (mine)"));
        assertThat(session.state().resource("service-subnet").problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("DependencyViolation");
            assertThat(problem.cause()).isEqualTo("problem.held-by-others.cause");
            assertThat(problem.arguments()).containsExactly(subnet, mine + " (mine)");
        });
        assertThat(practice.count("TerminateInstances")).isZero();
        assertThat(result.leftovers()).filteredOn(left -> left.awsId().equals(mine)).singleElement()
                .satisfies(left -> {
                    assertThat(left.ours()).isFalse();
                    assertThat(left.removal()).contains("terminate-instances").contains(mine);
                });
        assertThat(practice.aws.ec2().describeVpcs(request -> request.filters(filter -> filter.name("tag:LabResource")
                .values("customer-vpc"))).vpcs()).isEmpty();

        practice.aws.ec2().terminateInstances(request -> request.instanceIds(mine));
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void cleansUpAfterAKillBetweenTheLoadBalancersEndAndItsListeners() {
        LabSession killed = practice.open();
        done(killed.runTo(7, false));
        practice.aws.elb().deleteLoadBalancer(request ->
                request.loadBalancerArn(killed.state().resource("load-balancer").awsId()));
        LabState saved = killed.state().withResource("load-balancer",
                was -> ResourceChanges.deleted(was, practice.cloud.clock.now()));
        killed.close();

        done(practice.open(saved).cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void aSecondOneMadeByACallWithoutAnswerIsFoundByTheProof() {
        LabSession session = practice.open();
        done(session.runTo(1, false));
        practice.aws.ec2().createVpc(CreateVpcRequest.builder().cidrBlock("10.0.0.0/16")
                .tagSpecifications(tags(ResourceType.VPC, "Service_Network", PracticeLab.RUN)).build());

        done(session.cleanUp());

        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void seesWhatChangedOutsideAndMakesItAgain() {
        LabSession session = practice.open();
        done(session.runTo(6, false));
        String group = session.state().resource("web-security-group").awsId();
        String instance = session.state().resource("web-server").awsId();
        practice.aws.ec2().revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(
                permission -> permission.ipProtocol("tcp").fromPort(80).toPort(80)
                        .ipRanges(range -> range.cidrIp("0.0.0.0/0"))));
        practice.aws.ec2().terminateInstances(request -> request.instanceIds(instance));

        done(session.reconcile());

        assertThat(session.state().resources().values()).filteredOn(one -> one.status() == ResourceStatus.DRIFTED)
                .extracting(ResourceState::specId)
                .containsExactlyInAnyOrder("web-security-group-rules", "web-server");
        done(session.runStep(6));
        assertThat(session.state().resource("web-server").awsId()).isNotEqualTo(instance);
        done(session.reconcile());
        assertThat(session.state().resources().values()).noneMatch(one -> one.status() == ResourceStatus.DRIFTED);
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void aCheckThatSeesSomethingElseFailsItsStepAndCanBeRepeated() {
        PracticeLab.SeenProbe probe = (PracticeLab.SeenProbe) practice.probes.get(0);
        probe.problem = Optional.of(new Problem("PageDiffers", "c", "r", List.of(), "", "", ""));
        LabSession session = practice.open();

        RunResult result = result(session.runAll());

        assertThat(result.problems()).extracting(Problem::code).containsExactly("PageDiffers");
        assertThat(session.state().steps().get(7).status()).isEqualTo(StepState.Status.FAILED);
        assertThat(session.state().steps().get(7).check().body()).isEqualTo("page");
        assertThat(session.state().steps().get(16).status()).isEqualTo(StepState.Status.DONE);
        probe.problem = Optional.empty();
        done(session.runStep(7));
        assertThat(probe.requests).hasSize(2);
        assertThat(probe.requests.get(1).input("host")).endsWith(".elb.us-east-1.amazonaws.com");
    }

    @Test
    void nobodyLogsInWhileTheConsoleHasNoHostKeys() {
        AtomicInteger dialled = new AtomicInteger();
        practice.probes.set(1, new SshCurlProbe((host, port, clock, cancelled) -> {
            dialled.incrementAndGet();
            throw new IllegalStateException("not asked for");
        }));
        LabSession session = practice.open();

        RunResult result = result(session.runAll());

        assertThat(result.problems()).extracting(Problem::code).containsExactly("HostKeyNotPrinted");
        assertThat(result.problems().get(0).arguments())
                .containsExactly(session.state().resource("customer-instance").awsId());
        assertThat(practice.count("GetConsoleOutput")).isGreaterThan(1);
        assertThat(dialled).hasValue(0);
    }

    @Test
    void theSshCheckGetsKeyConsoleAndAddresses() {
        LabSession session = practice.open();
        done(session.runAll());

        ProbeRequest request = ((PracticeLab.SeenProbe) practice.probes.get(1)).requests.get(0);
        ResourceState endpoint = session.state().resource("endpoint");
        assertThat(request.input("endpoint-ip")).isEqualTo(endpoint.attributes().get("private-ip"))
                .startsWith("10.1.1.");
        assertThat(request.input("host"))
                .isEqualTo(session.state().resource("customer-instance").attributes().get("public-ip"));
        assertThat(request.privateKey().get()).content().startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(request.consoleOutput().get())
                .isEqualTo("console of " + session.state().resource("customer-instance").awsId());
    }

    @Test
    void waitsSayWhatTheyWaitForAndHowLongItUsuallyTakes() {
        done(practice.open().runAll());

        assertThat(practice.waits).anySatisfy(wait -> {
            assertThat(wait.id()).isEqualTo("load-balancer");
            assertThat(wait.what()).isEqualTo("wait.load-balancer");
            assertThat(wait.usual()).hasMinutes(2);
        });
        assertThat(practice.waits).extracting(WaitInfo::what)
                .contains("wait.target", "wait.instance", "wait.endpoint-connection");
    }

    @Test
    void onlyOneCommandRunsAtATime() {
        AtomicBoolean block = new AtomicBoolean(true);
        practice.cloud.interceptor.set(call -> {
            while (block.get()) {
                Thread.onSpinWait();
            }
        });
        LabSession session = practice.open();
        RunHandle first = session.runStep(1);

        assertThat(session.busy()).isTrue();
        assertThatThrownBy(() -> session.runStep(1)).isInstanceOf(IllegalStateException.class);

        block.set(false);
        done(first);
        assertThat(session.busy()).isFalse();
    }
}
