package endpointlab.run;

import static endpointlab.run.PracticeLab.done;
import static endpointlab.run.PracticeLab.result;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** What somebody changed outside the lab: it is told what differs, and the step that makes it sets it back. */
class DriftTest {

    @TempDir
    Path directory;

    private PracticeLab practice;
    private LabSession session;

    @BeforeEach
    void start() throws IOException {
        practice = new PracticeLab(directory);
        session = practice.open();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    private String id(String specId) {
        return session.state().resource(specId).awsId();
    }

    private void drifted(String specId, String difference) {
        done(session.reconcile());
        assertThat(session.state().resources().values()).filteredOn(one -> one.status() == ResourceStatus.DRIFTED)
                .extracting(ResourceState::specId).containsExactly(specId);
        Problem problem = session.state().resource(specId).problem();
        assertThat(problem.code()).isEqualTo("Drift");
        assertThat(problem.cause()).isEqualTo("problem.drift-differs.cause");
        assertThat(problem.arguments()).containsExactly(id(specId), difference);
    }

    private void repaired(int step) {
        done(session.runStep(step));
        done(session.reconcile());
        assertThat(session.state().resources().values()).noneMatch(one -> one.status() == ResourceStatus.DRIFTED);
    }

    private void revoke(int... ports) {
        for (int port : ports) {
            practice.aws.ec2().revokeSecurityGroupIngress(request -> request.groupId(id("web-security-group"))
                    .ipPermissions(permission -> permission.ipProtocol("tcp").fromPort(port).toPort(port)
                            .ipRanges(range -> range.cidrIp("0.0.0.0/0"))));
        }
    }

    @Test
    void whatUsedAReplacedOneIsMadeToFitByALaterRun() {
        done(session.runTo(7, false));
        String old = id("web-server");
        practice.aws.ec2().terminateInstances(request -> request.instanceIds(old));
        LabState killedInCleanUp = session.state().withResource("web-server",
                was -> ResourceChanges.deleted(was, practice.cloud.clock.now()));
        session.close();
        session = practice.open(killedInCleanUp);
        done(session.runStep(6));

        assertThat(session.state().resource("target")).satisfies(target -> {
            assertThat(target.status()).isEqualTo(ResourceStatus.DRIFTED);
            assertThat(target.problem().cause()).isEqualTo("problem.drift-replaced.cause");
            assertThat(target.problem().arguments()).containsExactly(target.awsId(), old);
        });
        session.close();
        session = practice.open();
        repaired(7);
        assertThat(practice.aws.elb().describeTargetHealth(request -> request.targetGroupArn(id("target-group")))
                .targetHealthDescriptions()).filteredOn(one -> one.targetHealth().stateAsString().equals("healthy"))
                .extracting(one -> one.target().id()).containsExactly(id("web-server")).doesNotContain(old);
    }

    @Test
    void comparesTheRestAfterAKillBeforeAReplacementWasMade() {
        done(session.runTo(7, false));
        String old = id("web-server");
        practice.aws.ec2().terminateInstances(request -> request.instanceIds(old));
        LabState killedBeforeTheCall = session.state().withResource("web-server",
                was -> ResourceChanges.intended(was, "token-0", Map.of(), practice.cloud.clock.now()));
        session.close();
        session = practice.open(killedBeforeTheCall);

        done(session.reconcile());
        done(session.runTo(7, false));

        done(session.reconcile());
        assertThat(session.state().resources().values()).noneMatch(one -> one.status() == ResourceStatus.DRIFTED);
        assertThat(id("web-server")).isNotEqualTo(old);
        assertThat(id("target")).isEqualTo(id("web-server"));
    }

    @Test
    void aMissingRuleIsNamedAndAuthorizedAgain() {
        done(session.runTo(6, false));
        revoke(80);

        drifted("web-security-group-rules", "IpPermissions: tcp/80/0.0.0.0/0 → –");

        repaired(6);
        SecurityGroup group = practice.aws.ec2().describeSecurityGroups(request ->
                request.groupIds(id("web-security-group"))).securityGroups().get(0);
        assertThat(group.ipPermissions()).extracting(rule -> rule.fromPort()).containsExactlyInAnyOrder(22, 80, 443);
    }

    @Test
    void anInstanceInAnotherGroupGetsItsOwnBack() {
        done(session.runTo(6, false));
        String fallback = practice.aws.ec2().describeSecurityGroups(request -> request.filters(
                filter -> filter.name("vpc-id").values(id("service-vpc")),
                filter -> filter.name("group-name").values("default"))).securityGroups().get(0).groupId();
        practice.aws.ec2().modifyInstanceAttribute(request -> request.instanceId(id("web-server"))
                .groups(fallback));
        String before = id("web-server");

        drifted("web-server", "SecurityGroups: " + id("web-security-group") + " → " + fallback);

        repaired(6);
        assertThat(id("web-server")).isEqualTo(before);
    }

    @Test
    void anEndpointServiceThatAcceptsEverybodyAsksAgain() {
        done(session.runTo(8, false));
        practice.aws.ec2().modifyVpcEndpointServiceConfiguration(request ->
                request.serviceId(id("endpoint-service")).acceptanceRequired(false));

        drifted("endpoint-service", "AcceptanceRequired: true → false");

        repaired(8);
        assertThat(practice.aws.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations().get(0)
                .acceptanceRequired()).isTrue();
    }

    @Test
    void instancesThatKeepTheKeyOfALostFileAreNamedAndMadeAnew() throws IOException {
        done(session.runTo(14, false));
        String server = id("web-server");
        String customer = id("customer-instance");
        try (Stream<Path> files = Files.list(directory)) {
            Files.delete(files.findFirst().orElseThrow());
        }

        ((PracticeLab.SeenProbe) practice.probes.get(1)).before = request -> request.privateKey().get();
        assertThat(result(session.runAll()).problems()).extracting(Problem::code).containsExactly("KeyFileMissing");
        done(session.reconcile());
        assertThat(practice.status("key-pair")).isEqualTo(ResourceStatus.DRIFTED);
        done(session.runStep(6));

        assertThat(id("web-server")).as("made anew in the same step").isNotEqualTo(server);
        ResourceState kept = session.state().resource("customer-instance");
        assertThat(kept.status()).isEqualTo(ResourceStatus.DRIFTED);
        assertThat(kept.problem().code()).isEqualTo("MadeWithAnother");
        assertThat(kept.problem().arguments()).containsExactly(customer, "14");
        done(session.runTo(14, false));
        assertThat(id("customer-instance")).isNotEqualTo(customer);
        done(session.reconcile());
        done(session.runAll());
        assertThat(session.state().resources().values()).allMatch(one -> one.status() == ResourceStatus.READY);
        assertThat(practice.aws.ec2().describeInstances().reservations()).flatMap(one -> one.instances())
                .filteredOn(one -> one.state().nameAsString().equals("running"))
                .extracting(one -> one.instanceId())
                .containsExactlyInAnyOrder(id("web-server"), id("customer-instance"));
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }

    @Test
    void anEndpointInAnotherGroupGetsItsOwnBack() {
        done(session.runTo(15, true));
        String fallback = practice.aws.ec2().describeSecurityGroups(request -> request.filters(
                filter -> filter.name("vpc-id").values(id("customer-vpc")),
                filter -> filter.name("group-name").values("default"))).securityGroups().get(0).groupId();
        practice.aws.ec2().modifyVpcEndpoint(request -> request.vpcEndpointId(id("endpoint"))
                .addSecurityGroupIds(fallback).removeSecurityGroupIds(id("customer-security-group")));

        drifted("endpoint", "Groups: " + id("customer-security-group") + " → " + fallback);

        repaired(15);
        done(session.cleanUp());
        practice.assertOnlyTheAccountsOwnIsLeft();
    }
}
