package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.lab.Difference;
import endpointlab.lab.HandMade;
import endpointlab.lab.HandMade.How;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import endpointlab.run.WorkFound.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Steps done by hand in the cloud, which the lab looks at, compares and takes over. */
@Timeout(120)
class ByHandTest {

    @TempDir
    Path directory;
    private PracticeLab practice;
    private HandWork hand;

    @BeforeEach
    void begin() throws IOException {
        practice = new PracticeLab(directory);
        hand = new HandWork(practice, practice.open());
    }

    @AfterEach
    void end() {
        practice.close();
    }

    @Test
    void aWholeLabByHandIsTakenOverStepByStepAndCleanedUp() {
        hand.network(1, "service");
        done(hand.session.runSubstep("6.1"));
        hand.instance("service", "step-6", hand.group("service", "step-6"), hand.value("step-6.user-data"));
        done(hand.adopting(6));
        hand.balancer();
        done(hand.adopting(7));
        done(hand.session.runStep(7));
        hand.service(true);
        done(hand.adopting(8));
        hand.network(9, "customer");
        hand.instance("customer", "step-14", hand.group("customer", "step-14"), "");
        done(hand.adopting(14));
        String endpoint = hand.endpoint();
        await().until(() -> state(endpoint).equalsIgnoreCase("pendingAcceptance"));
        assertThat(hand.check(15).get("endpoint-connection").verdict()).isEqualTo(Verdict.MISSING);
        hand.ec2.acceptVpcEndpointConnections(request -> request.serviceId(hand.id("endpoint-service"))
                .vpcEndpointIds(endpoint));
        await().until(() -> state(endpoint).equalsIgnoreCase("available"));
        done(hand.adopting(15));

        assertThat(hand.session.state().steps()).extractingFromEntries(Map.Entry::getValue)
                .filteredOn(step -> ((StepState) step).status() == StepState.Status.DONE).hasSize(15);
        assertThat(practice.lastSaved().resources().values()).allMatch(one -> one.status() == ResourceStatus.READY);
        long made = creations();
        done(hand.session.reconcile());
        done(hand.session.runAll());
        assertThat(creations()).as("nothing is made twice").isEqualTo(made);
        practice.assertMadeOnce();
        done(hand.session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void nothingIsChangedBeforeItIsConfirmed() {
        String vpc = hand.vpc(hand.value("step-1.cidr"), "mine");

        WorkFound found = hand.check(1).get("service-vpc");

        assertThat(found.fits()).isTrue();
        assertThat(found.candidates()).containsExactly(new HandMade(vpc, How.VALUE,
                java.util.List.of(new Difference("Name", hand.value("step-1.name"), "mine"))));
        assertThat(practice.status("service-vpc")).isEqualTo(ResourceStatus.NOT_MADE);
        assertThat(tags(vpc)).containsOnlyKeys("Name");
        RunResult unconfirmed = result(hand.session.adoptWork(1, Map.of()));
        assertThat(unconfirmed.problems()).extracting(problem -> problem.cause())
                .containsExactly("problem.hand-made-unconfirmed.cause");
        assertThat(tags(vpc)).containsOnlyKeys("Name");

        done(hand.adopting(1));
        assertThat(tags(vpc)).containsOnly(Map.entry("Name", "mine"), Map.entry("LabRun", PracticeLab.RUN),
                Map.entry("LabResource", "service-vpc"));
        assertThat(hand.check(1).get("service-vpc").verdict()).isEqualTo(Verdict.KNOWN);
    }

    @Test
    void missingSeveralAndWrongOnesAreToldAndNotTakenOver() {
        assertThat(hand.check(1).get("service-vpc").verdict()).as("the default VPC is none").isEqualTo(Verdict.MISSING);
        assertThat(hand.check(3).get("service-subnet").verdict()).isEqualTo(Verdict.BASE_MISSING);
        String first = hand.vpc(hand.value("step-1.cidr"), "");
        String second = hand.vpc(hand.value("step-1.cidr"), "");
        WorkFound several = hand.check(1).get("service-vpc");
        assertThat(several.verdict()).isEqualTo(Verdict.SEVERAL);
        assertThat(several.candidates()).extracting(HandMade::awsId).containsExactlyInAnyOrder(first, second);
        assertThat(hand.adopt(1).outcome()).isEqualTo(RunResult.Outcome.FAILED);

        hand.name(second, hand.value("step-1.name"));
        assertThat(hand.check(1).get("service-vpc").candidates()).extracting(HandMade::awsId, HandMade::how)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(second, How.NAME));
        done(hand.adopting(1));

        hand.ec2.createSubnet(request -> request.vpcId(second).cidrBlock("10.0.77.0/24")
                .availabilityZone(hand.value("step-3.az")));
        WorkFound wrong = hand.check(3).get("service-subnet");
        assertThat(wrong.candidates().get(0).how()).isEqualTo(How.CONNECTION);
        assertThat(wrong.candidates().get(0).mattering()).containsExactly(
                new Difference("CidrBlock", hand.value("step-3.cidr"), "10.0.77.0/24"));
        RunResult refused = hand.adopt(3);
        assertThat(refused.problems()).extracting(problem -> problem.cause())
                .containsExactly("problem.hand-made-differs.cause");
        assertThat(practice.status("service-subnet")).isEqualTo(ResourceStatus.NOT_MADE);
        assertThat(hand.ec2.describeSubnets().subnets()).filteredOn(subnet -> subnet.vpcId().equals(second))
                .allMatch(subnet -> subnet.tags().isEmpty());
    }

    @Test
    void ofAnInstanceAllThatMattersIsCompared() throws IOException {
        done(hand.session.runTo(5, false));
        hand.ec2.createKeyPair(request -> request.keyName(hand.value("step-6.key-name")));
        String group = hand.group("service", "step-6");
        hand.ec2.revokeSecurityGroupIngress(request -> request.groupId(group).ipProtocol("tcp").fromPort(80).toPort(80)
                .cidrIp("0.0.0.0/0"));
        hand.ec2.authorizeSecurityGroupIngress(request -> request.groupId(group).ipProtocol("tcp").fromPort(8080)
                .toPort(8080).cidrIp("0.0.0.0/0"));
        hand.instance("service", "step-6", group, hand.value("step-6.user-data").replace("systemctl", "service"));

        Map<String, WorkFound> found = hand.check(6);

        assertThat(found.get("key-pair").problem()).hasValueSatisfying(problem ->
                assertThat(problem.arguments()).contains(PracticeLab.RUN + "-key-pair.pem"));
        assertThat(found.get("web-security-group").fits()).isTrue();
        HandMade rules = found.get("web-security-group-rules").candidates().get(0);
        assertThat(rules.mattering()).containsExactly(new Difference("IpPermissions", "tcp/80/0.0.0.0/0", ""));
        assertThat(rules.differences()).contains(new Difference("IpPermissions", "", "tcp/8080/0.0.0.0/0"));
        assertThat(found.get("web-server").candidates().get(0).mattering()).extracting(Difference::setting)
                .containsExactly("UserData");
        assertThat(hand.adopt(6).problems()).hasSize(3);
        assertThat(practice.status("web-security-group")).isEqualTo(ResourceStatus.READY);

        Files.writeString(directory.resolve(PracticeLab.RUN + "-key-pair"), "the learner's", StandardCharsets.UTF_8);
        assertThat(hand.check(6).get("key-pair").fits()).as("its private key is there").isTrue();
    }

    @Test
    void whatOtherLabsMadeIsNeverMeant() {
        hand.ec2.createVpc(request -> request.cidrBlock(hand.value("step-1.cidr")).tagSpecifications(tags -> tags
                .resourceType("vpc").tags(tag -> tag.key("LabRun").value("another1"),
                        tag -> tag.key("Name").value(hand.value("step-1.name")))));
        assertThat(hand.check(1).get("service-vpc").verdict()).isEqualTo(Verdict.MISSING);
        done(hand.session.runTo(1, false));
        assertThat(hand.check(9).get("customer-vpc").verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void whatWasTaggedBeforeAKillIsFoundAgain() {
        String vpc = hand.vpc(hand.value("step-1.cidr"), "");
        done(hand.session.checkWork(1, found -> { }));
        practice.killAfter(1);
        result(hand.session.adoptWork(1, Map.of("service-vpc", vpc)));
        hand.session.close();
        practice.killAfter(Integer.MAX_VALUE);

        HandWork again = new HandWork(practice, practice.open());
        assertThat(again.check(1).get("service-vpc").candidates().get(0).how()).isEqualTo(How.TAGS);
        done(again.adopting(1));
        assertThat(again.id("service-vpc")).isEqualTo(vpc);
        done(again.session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    private String state(String endpoint) {
        return hand.ec2.describeVpcEndpoints(request -> request.vpcEndpointIds(endpoint)).vpcEndpoints().get(0)
                .stateAsString();
    }

    private Map<String, String> tags(String vpc) {
        return hand.ec2.describeVpcs(request -> request.vpcIds(vpc)).vpcs().get(0).tags().stream()
                .collect(java.util.stream.Collectors.toMap(tag -> tag.key(), tag -> tag.value()));
    }

    private long creations() {
        return practice.cloud.calls().entrySet().stream().filter(call -> call.getKey()
                .matches(".*:(Create|Run|Register|Attach|Associate).*")).mapToLong(Map.Entry::getValue).sum();
    }
}
