package endpointlab.practice.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import endpointlab.clock.Pace;
import endpointlab.practice.world.World;
import endpointlab.practice.world.WorldStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** A practice cloud that is killed right after an answer and opened again from what was on disk at that moment. */
class KilledAndOpenedAgainTest {

    @TempDir
    Path directory;

    private static WorldStore open(Path file, Pace pace) throws IOException {
        return WorldStore.open(file, () -> new World(TestAccount.ACCOUNT, "us-east-1", 42), pace);
    }

    private static String publicAddress(TestAccount account, String instance) {
        return account.ec2.describeInstances(r -> r.instanceIds(instance)).reservations().get(0).instances().get(0)
                .publicIpAddress();
    }

    @Test
    void everyAnsweredCallIsStillTrue() throws IOException {
        Path file = directory.resolve("world.json");
        Path atTheKill = directory.resolve("at-the-kill.json");
        RunInstancesRequest launch;
        String vpc;
        String instance;
        String address;
        try (WorldStore store = open(file, new Pace("20", 20)); TestAccount account = new TestAccount(store)) {
            vpc = account.vpc("10.0.0.0/16");
            account.gateway(vpc);
            launch = TestAccount.publicInstance(account.subnet(vpc, "10.0.1.0/24"), account.group(vpc, "web"))
                    .toBuilder().clientToken("once").userData("YQ==").build();
            instance = account.ec2.runInstances(launch).instances().get(0).instanceId();
            address = publicAddress(account, instance);
            Files.copy(file, atTheKill);
        }

        try (WorldStore store = open(atTheKill, new Pace("20", 20)); TestAccount account = new TestAccount(store)) {
            assertThat(store.isNew()).isFalse();
            assertThat(account.ec2.describeVpcs().vpcs()).hasSize(2).extracting(Vpc::vpcId).contains(vpc);
            assertThat(account.ec2.runInstances(launch).instances().get(0).instanceId()).isEqualTo(instance);
            assertThat(account.machines.launched).isEmpty();
            assertThat(MachineSpecs.ofLiving(store.world())).singleElement()
                    .satisfies(spec -> assertThat(spec.instanceId()).isEqualTo(instance));
            await().until(() -> account.stateOf(instance).equals("running"));
            assertThat(publicAddress(account, instance)).isEqualTo(address).isNotNull();
            assertThat(account.vpc("10.1.0.0/16")).as("ids go on, they do not repeat").isNotEqualTo(vpc);
        }
    }
}
