package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Pace;
import endpointlab.practice.machine.MachineSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;

class InstanceOperationsTest {

    /** An instance takes 0.6 to 1.2 s to run and 1 to 1.75 s to end. */
    private final TestAccount account = new TestAccount(new Pace("20", 20));
    private final String vpc = account.vpc("10.0.0.0/16");
    private final String subnet = account.subnet(vpc, "10.0.1.0/24");
    private final String group = account.group(vpc, "web");

    @AfterEach
    void close() {
        account.close();
    }

    private Instance described(String id) {
        return account.ec2.describeInstances(r -> r.instanceIds(id)).reservations().get(0).instances().get(0);
    }

    @Test
    void itGoesFromPendingToRunning() {
        Instance launched = account.ec2.runInstances(TestAccount.publicInstance(subnet, group)).instances().get(0);
        String id = launched.instanceId();

        assertThat(launched.state().nameAsString()).isEqualTo("pending");
        assertThat(launched.state().code()).isZero();
        assertThat(account.ec2.describeInstanceStatus(r -> r.instanceIds(id)).instanceStatuses()).isEmpty();
        assertThat(account.ec2.describeInstanceStatus(r -> r.instanceIds(id).includeAllInstances(true))
                .instanceStatuses().get(0).instanceStatus().statusAsString()).isEqualTo("not-applicable");
        await().until(() -> account.stateOf(id).equals("running"));
        assertThat(status(id).instanceStatus().statusAsString()).isEqualTo("initializing");
        assertThat(status(id).systemStatus().statusAsString()).isEqualTo("initializing");
    }

    private InstanceStatus status(String id) {
        return account.ec2.describeInstanceStatus(r -> r.instanceIds(id)).instanceStatuses().get(0);
    }

    @Test
    void itsStatusChecksPassMinutesLater() {
        try (TestAccount fast = new TestAccount(Pace.INSTANT)) {
            fast.instance(fast.subnet(fast.vpc("10.0.0.0/16"), "10.0.1.0/24"));

            await().until(() -> fast.ec2.describeInstanceStatus(r -> r.filters(
                    filter("instance-status.status", "ok"))).instanceStatuses().size() == 1);
            assertThat(fast.ec2.describeInstanceStatus().instanceStatuses().get(0).systemStatus().details().get(0)
                    .statusAsString()).isEqualTo("passed");
        }
    }

    @Test
    void itHasItsAddressesItsGroupItsTagsAndItsVolume() {
        RunInstancesResponse answer = account.ec2.runInstances(TestAccount.publicInstance(subnet, group).toBuilder()
                .tagSpecifications(t -> t.resourceType("instance").tags(tag -> tag.key("Name").value("Webserver1")),
                        t -> t.resourceType("volume").tags(tag -> tag.key("run").value("7")),
                        t -> t.resourceType("network-interface").tags(tag -> tag.key("run").value("8"))).build());
        Instance one = described(answer.instances().get(0).instanceId());

        assertThat(answer.reservationId()).matches("r-[0-9a-f]{17}");
        assertThat(one.instanceId()).matches("i-[0-9a-f]{17}");
        assertThat(one.publicIpAddress()).isNotEmpty();
        assertThat(one.privateDnsName())
                .isEqualTo("ip-" + one.privateIpAddress().replace('.', '-') + ".ec2.internal");
        assertThat(one.publicDnsName()).as("DNS host names are off in a new VPC").isEmpty();
        assertThat(one.placement().availabilityZone()).isEqualTo("us-east-1a");
        assertThat(one.imageId()).matches("ami-[0-9a-f]{17}");
        assertThat(one.tags()).singleElement().satisfies(tag -> assertThat(tag.value()).isEqualTo("Webserver1"));
        assertThat(one.securityGroups()).singleElement()
                .satisfies(worn -> assertThat(worn.groupName()).isEqualTo("web"));
        NetworkInterface network = account.ec2.describeNetworkInterfaces(r -> r.filters(
                filter("attachment.instance-id", one.instanceId()), filter("tag:run", "8"))).networkInterfaces().get(0);
        assertThat(network.association().publicIp()).isEqualTo(one.publicIpAddress());
        assertThat(network.privateIpAddress()).isEqualTo(one.privateIpAddress());
        assertThat(network.attachment().instanceOwnerId()).isEqualTo(TestAccount.ACCOUNT);
        assertThat(network.interfaceTypeAsString()).isEqualTo("interface");
        assertThat(account.ec2.describeVolumes(r -> r.filters(filter("tag:run", "7"))).volumes())
                .extracting(Volume::volumeId)
                .containsExactly(one.blockDeviceMappings().get(0).ebs().volumeId());
    }

    @Test
    void withoutAskingItsSubnetDecidesAboutThePublicAddressAndItsVpcAboutTheGroup() {
        String plain = account.ec2.runInstances(r -> r.imageId(TestAccount.AMI).instanceType("t3.micro").minCount(1)
                .maxCount(1).subnetId(subnet)).instances().get(0).instanceId();
        assertThat(described(plain).publicIpAddress()).isNull();
        assertThat(described(plain).securityGroups().get(0).groupName()).isEqualTo("default");

        account.ec2.modifySubnetAttribute(r -> r.subnetId(subnet).mapPublicIpOnLaunch(v -> v.value(true)));
        String mapped = account.ec2.runInstances(r -> r.imageId(TestAccount.AMI).instanceType("t3.micro").minCount(1)
                .maxCount(1).subnetId(subnet).securityGroupIds(group)).instances().get(0).instanceId();
        assertThat(described(mapped).publicIpAddress()).isNotEmpty();
        assertThat(described(mapped).securityGroups().get(0).groupName()).isEqualTo("web");
    }

    @Test
    void withoutASubnetItGoesToTheDefaultVpcAndGetsAName() {
        Instance one = account.ec2.runInstances(r -> r.imageId(TestAccount.AMI).instanceType("t3.micro").minCount(1)
                .maxCount(1)).instances().get(0);

        assertThat(one.vpcId()).isEqualTo(account.defaultVpcId());
        assertThat(described(one.instanceId()).publicDnsName())
                .matches("ec2-[0-9]+-[0-9]+-[0-9]+-[0-9]+\\.compute-1\\.amazonaws\\.com");
    }

    @Test
    void itsMachineIsLaunchedWithUserDataAndKey() {
        account.ec2.importKeyPair(r -> r.keyName("k").publicKeyMaterial(TestKeys.ED25519));
        String script = "#!/bin/bash\necho 日本 > /var/www/html/index.html\n";
        String id = account.ec2.runInstances(TestAccount.publicInstance(subnet, group).toBuilder().keyName("k")
                .userData(Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8))).build())
                .instances().get(0).instanceId();

        MachineSpec spec = account.machines.launched.get(0);
        assertThat(spec.instanceId()).isEqualTo(id);
        assertThat(spec.userData()).isEqualTo(script);
        assertThat(spec.publicKey()).startsWith("ssh-ed25519 ");
        assertThat(spec.privateIp()).isEqualTo(described(id).privateIpAddress());

        account.ec2.deleteKeyPair(r -> r.keyName("k"));
        assertThat(MachineSpecs.ofLiving(account.cloud.world)).containsExactly(spec);
    }

    @Test
    void severalInstancesShareAReservation() {
        RunInstancesResponse answer = account.ec2.runInstances(TestAccount.publicInstance(subnet, group).toBuilder()
                .minCount(2).maxCount(3).build());

        assertThat(answer.instances()).hasSize(3).extracting(Instance::amiLaunchIndex).containsExactly(0, 1, 2);
        assertThat(answer.instances()).extracting(Instance::privateIpAddress).doesNotHaveDuplicates();
        List<Reservation> reservations = account.ec2.describeInstances().reservations();
        assertThat(reservations).singleElement()
                .satisfies(reservation -> assertThat(reservation.instances()).hasSize(3));
    }

    @Test
    void terminatingFreesItsAddressesAtTheEndAndIsNoErrorTwice() {
        String id = account.instance(subnet, group);
        InstanceStateChange change = account.ec2.terminateInstances(r -> r.instanceIds(id))
                .terminatingInstances().get(0);

        assertThat(change.previousState().nameAsString()).isIn("pending", "running");
        assertThat(change.currentState().nameAsString()).isEqualTo("shutting-down");
        assertThat(account.machines.terminated).containsExactly(id);
        assertThat(account.ec2.describeNetworkInterfaces(r -> r.filters(filter("vpc-id", vpc))).networkInterfaces())
                .hasSize(1);
        account.ec2.terminateInstances(r -> r.instanceIds(id));
        await().until(() -> account.stateOf(id).equals("terminated"));

        assertThat(account.ec2.describeNetworkInterfaces(r -> r.filters(filter("vpc-id", vpc))).networkInterfaces())
                .isEmpty();
        assertThat(account.ec2.describeVolumes().volumes()).isEmpty();
        assertThat(described(id).publicIpAddress()).isNull();
        assertThat(described(id).vpcId()).isNull();
        assertThat(account.ec2.terminateInstances(r -> r.instanceIds(id)).terminatingInstances().get(0)
                .currentState().code()).isEqualTo(48);
        account.ec2.deleteSubnet(r -> r.subnetId(subnet));
        account.ec2.deleteSecurityGroup(r -> r.groupId(group));
        assertThat(account.stateOf(id)).isEqualTo("terminated");
    }

    @Test
    void oneUnknownIdFailsTheWholeBatch() {
        String id = account.instance(subnet, group);

        account.refused("InvalidInstanceID.NotFound", "The instance ID 'i-0123456789abcdef0' does not exist",
                ec2 -> ec2.terminateInstances(r -> r.instanceIds(id, "i-0123456789abcdef0")));
        account.refused("InvalidInstanceID.NotFound",
                "The instance IDs 'i-0123456789abcdef0, i-0123456789abcdef1' do not exist",
                ec2 -> ec2.describeInstances(r -> r.instanceIds("i-0123456789abcdef0", "i-0123456789abcdef1")));
        account.refused("InvalidInstanceID.Malformed", "Invalid id: \"webserver\" (expecting \"i-...\")",
                ec2 -> ec2.describeInstances(r -> r.instanceIds("webserver")));
        assertThat(account.stateOf(id)).isIn("pending", "running");
        assertThat(account.machines.terminated).isEmpty();
    }

    @Test
    void aTerminatedInstanceIsForgottenAfterAnHour() {
        try (TestAccount fast = new TestAccount(new Pace("3600", 3_600))) {
            String id = fast.instance(fast.subnet(fast.vpc("10.0.0.0/16"), "10.0.1.0/24"));
            fast.ec2.terminateInstances(r -> r.instanceIds(id));

            await().untilAsserted(() -> fast.refused("InvalidInstanceID.NotFound",
                    "The instance ID '" + id + "' does not exist",
                    ec2 -> ec2.describeInstances(r -> r.instanceIds(id))));
            assertThat(fast.ec2.describeInstances().reservations()).isEmpty();
        }
    }

    @Test
    void aRepeatedTokenLaunchesOnce() {
        var request = TestAccount.publicInstance(subnet, group).toBuilder().clientToken("once").userData("YQ==")
                .build();
        String id = account.ec2.runInstances(request).instances().get(0).instanceId();

        assertThat(account.ec2.runInstances(request).instances().get(0).instanceId()).isEqualTo(id);
        assertThat(account.machines.launched).hasSize(1);
        account.refused("IdempotentParameterMismatch", "Arguments on this idempotent request are inconsistent with "
                        + "arguments used in previous request(s).",
                ec2 -> ec2.runInstances(request.toBuilder().userData("Yg==").build()));
        account.ec2.terminateInstances(r -> r.instanceIds(id));
        await().until(() -> account.stateOf(id).equals("terminated"));
        account.refused("IdempotentInstanceTerminated",
                "The instance launched with this client token has been terminated.",
                ec2 -> ec2.runInstances(request));
    }

    @Test
    void theConsoleIsEmptyBeforeItIsPostedAndBase64After() {
        String id = account.instance(subnet, group);
        assertThat(account.ec2.getConsoleOutput(r -> r.instanceId(id)).output()).isEmpty();

        account.machines.consoles.put(id, "-----BEGIN SSH HOST KEY FINGERPRINTS-----\n");
        String output = account.ec2.getConsoleOutput(r -> r.instanceId(id).latest(true)).output();
        assertThat(new String(Base64.getDecoder().decode(output), StandardCharsets.UTF_8))
                .isEqualTo("-----BEGIN SSH HOST KEY FINGERPRINTS-----\n");
        account.refused("InvalidInstanceID.NotFound", "The instance ID 'i-0123456789abcdef0' does not exist",
                ec2 -> ec2.getConsoleOutput(r -> r.instanceId("i-0123456789abcdef0")));
    }

    @Test
    void attributesAreTold() {
        String id = account.ec2.runInstances(TestAccount.publicInstance(subnet, group).toBuilder().userData("YQ==")
                .build()).instances().get(0).instanceId();

        assertThat(account.ec2.describeInstanceAttribute(r -> r.instanceId(id).attribute("userData"))
                .userData().value()).isEqualTo("YQ==");
        assertThat(account.ec2.describeInstanceAttribute(r -> r.instanceId(id).attribute("instanceType"))
                .instanceType().value()).isEqualTo("t3.micro");
        assertThat(account.ec2.describeInstanceAttribute(r -> r.instanceId(id).attribute("groupSet")).groups())
                .hasSize(1);
    }

    @Test
    void aProtectedInstanceIsTerminatedOnceItIsNoLongerProtected() {
        String id = account.instance(subnet, group);
        String other = account.instance(subnet, group);
        account.ec2.modifyInstanceAttribute(r -> r.instanceId(id).disableApiTermination(flag -> flag.value(true)));

        assertThat(account.ec2.describeInstanceAttribute(r -> r.instanceId(id).attribute("disableApiTermination"))
                .disableApiTermination().value()).isTrue();
        account.refused("OperationNotPermitted", "The instance '" + id + "' may not be terminated. Modify its "
                + "'disableApiTermination' instance attribute and try again.",
                ec2 -> ec2.terminateInstances(r -> r.instanceIds(other, id)));
        assertThat(account.stateOf(other)).as("all or nothing").isIn("pending", "running");

        account.ec2.modifyInstanceAttribute(r -> r.instanceId(id).attribute("disableApiTermination").value("false"));
        account.ec2.terminateInstances(r -> r.instanceIds(id));
        assertThat(account.stateOf(id)).isIn("shutting-down", "terminated");
    }

    @Test
    void otherAttributesCanNotBeChangedHere() {
        String id = account.instance(subnet, group);

        account.refused("UnsupportedOperation", "Changes of instance attributes other than disableApiTermination "
                + "and groups are not supported by the practice cloud.",
                ec2 -> ec2.modifyInstanceAttribute(r -> r.instanceId(id).ebsOptimized(value -> value.value(true))));
        account.refused("InvalidParameterCombination", "No attributes specified.",
                ec2 -> ec2.modifyInstanceAttribute(r -> r.instanceId(id)));
    }

    @Test
    void itsSecurityGroupsCanBeChangedWithinItsVpc() {
        String id = account.instance(subnet, group);
        String vpc = account.ec2.describeInstances(r -> r.instanceIds(id)).reservations().get(0).instances().get(0)
                .vpcId();
        String other = account.ec2.describeSecurityGroups(r -> r.filters(f -> f.name("group-name").values("default")))
                .securityGroups().stream().filter(one -> !one.vpcId().equals(vpc)).findFirst().orElseThrow()
                .groupId();

        account.refused("InvalidGroup.NotFound", "The security group '" + other + "' does not exist in VPC '" + vpc
                + "'", ec2 -> ec2.modifyInstanceAttribute(r -> r.instanceId(id).groups(other)));
        account.ec2.modifyInstanceAttribute(r -> r.instanceId(id).groups(group));

        assertThat(account.ec2.describeInstances(r -> r.instanceIds(id)).reservations().get(0).instances().get(0)
                .securityGroups()).extracting(one -> one.groupId()).containsExactly(group);
    }

    @Test
    void publicAddressesAreUnique() {
        List<Instance> launched = account.ec2.runInstances(TestAccount.publicInstance(subnet, group).toBuilder()
                .minCount(16).maxCount(16).build()).instances();
        assertThat(launched).extracting(Instance::publicIpAddress).as("not told yet").containsOnlyNulls();

        Set<String> addresses = account.ec2.describeInstances().reservations().stream()
                .flatMap(one -> one.instances().stream()).map(Instance::publicIpAddress).collect(Collectors.toSet());

        assertThat(addresses).hasSize(16).doesNotContainNull();
    }
}
