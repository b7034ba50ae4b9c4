package endpointlab.practice.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.clock.Pace;
import endpointlab.practice.world.Entities.ClientToken;
import endpointlab.practice.world.Entities.EndpointService;
import endpointlab.practice.world.Entities.HealthCheck;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.InternetGateway;
import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Entities.Listener;
import endpointlab.practice.world.Entities.SecurityGroup;
import endpointlab.practice.world.Entities.SecurityGroupRule;
import endpointlab.practice.world.Entities.Target;
import endpointlab.practice.world.Entities.TargetGroup;
import endpointlab.practice.world.Entities.Vpc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldStoreTest {

    private static final Instant T = Instant.parse("2026-11-25T00:00:00.123456789Z");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("new/world.json");
    }

    private WorldStore open(Pace pace) throws IOException {
        return WorldStore.open(file(), () -> new World("123456789012", "us-east-1", 42), pace);
    }

    private static void fill(World world) {
        world.locked(() -> {
            world.vpcs.put(new Vpc("vpc-1", "10.0.0.0/16", false, "dopt-1", true, false, T, T.plusSeconds(1)));
            world.internetGateways.put(new InternetGateway("igw-1", null, T));
            world.securityGroups.put(new SecurityGroup("sg-1", "vpc-1", "web", "d", false, List.of(
                    new SecurityGroupRule("sgr-1", true, "-1", null, null, null, "::/0", null, null)), T));
            world.keyPairs.put(new KeyPair("key-1", "k", "rsa", "ssh-rsa AAAA", "ab:cd", T));
            world.instances.put(new Instance("i-1", "r-1", "ami-1", "t3.micro", "k", "ssh-rsa AAAA", "vpc-1",
                    "subnet-1", "eni-1", List.of("sg-1"), "YQ==", "token", "vol-1", T, T, T, null, null, true));
            world.listeners.put(new Listener("arn:listener", "arn:lb", "TCP", 80, "arn:tg"));
            world.targetGroups.put(new TargetGroup("arn:tg", "tg", "TCP", 80, "vpc-1", "instance",
                    new HealthCheck("HTTP", "traffic-port", "/", "200-399", 10, 6, 5, 2), Map.of("a", "b"),
                    List.of(new Target("i-1", 80, T).draining(T, T)), T));
            world.endpointServices.put(new EndpointService("vpce-svc-1", "name", List.of("arn:lb"), true,
                    List.of("us-east-1a"), List.of(), "t", T, T, null, null));
            world.clientTokens.put(new ClientToken("CreateRouteTable t", "00", "rtb-1"));
            new Tags(world).put("vpc-1", Map.of("Name", "練習"));
        });
    }

    private static List<Object> contents(World world) {
        return world.locked(() -> List.<Object>of(world.accountId, world.region, world.seed, world.serial(),
                world.vpcs.all(), world.internetGateways.all(), world.securityGroups.all(), world.keyPairs.all(),
                world.instances.all(), world.listeners.all(), world.targetGroups.all(),
                world.endpointServices.all(), world.clientTokens.all(), world.tags.all()));
    }

    @Test
    void aWorldComesBackAsItWas() throws IOException {
        List<Object> before;
        String lastId;
        Duration drawn;
        try (WorldStore store = open(Pace.INSTANT)) {
            fill(store.world());
            lastId = store.world().locked(() -> new Ids(store.world()).next("vpc"));
            drawn = store.timing().draw(Transition.VPC_AVAILABLE, "a", "vpc-1");
            before = contents(store.world());
        }

        try (WorldStore store = open(Pace.INSTANT)) {
            assertThat(contents(store.world())).isEqualTo(before);
            assertThat(store.isNew()).isFalse();
            assertThat(store.timing().drawn()).extracting(Timing.Drawn::duration).containsExactly(drawn);
            assertThat(store.world().<String>locked(() -> new Ids(store.world()).next("vpc"))).isNotEqualTo(lastId);
        }
    }

    @Test
    void whenTheCallReturnsTheChangeIsOnDisk() throws IOException {
        try (WorldStore store = open(Pace.AWS)) {
            for (int i = 0; i < 20; i++) {
                String id = "igw-" + i;
                store.world().locked(() -> store.world().internetGateways.put(new InternetGateway(id, null, T)));

                assertThat(saved().internetGateways()).extracting(InternetGateway::id).contains(id);
            }
        }
    }

    @Test
    void aNestedChangeIsSavedByTheOutermostSection() throws IOException {
        try (WorldStore store = open(Pace.AWS)) {
            store.world().locked(() -> store.world().locked(() ->
                    store.world().internetGateways.put(new InternetGateway("igw-1", null, T))));

            assertThat(saved().internetGateways()).hasSize(1);
        }
    }

    @Test
    void manyCallsAtOnceAreAllOnDiskWhenTheyReturn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (WorldStore store = open(Pace.AWS)) {
            List<Future<?>> calls = new ArrayList<>();
            IntStream.range(0, 80).forEach(i -> calls.add(threads.submit(() -> {
                String id = "igw-" + i;
                store.world().locked(() -> store.world().internetGateways.put(new InternetGateway(id, null, T)));
                assertThat(saved().internetGateways()).extracting(InternetGateway::id).contains(id);
                return null;
            })));
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void readingWritesNothing() throws IOException {
        try (WorldStore store = open(Pace.AWS)) {
            Files.delete(file());
            store.world().locked(() -> store.world().vpcs.all());

            assertThat(file()).doesNotExist();
            store.flush();
            assertThat(file()).doesNotExist();
        }
        assertThat(file()).exists();
    }

    @Test
    void itAgesWhileItIsClosedAtThePaceItHad() throws IOException {
        open(new Pace("60", 60)).close();
        WorldFile saved = saved();
        backdate(saved.wallTime(), Duration.ofHours(1));

        try (WorldStore store = open(Pace.AWS)) {
            assertThat(Duration.between(saved.labTime(), store.clock().now()))
                    .isBetween(Duration.ofHours(60), Duration.ofHours(60).plusMinutes(10));
            assertThat(store.clock().pace()).isEqualTo(Pace.AWS);
        }
    }

    @Test
    void itDoesNotGrowYoungerWhenTheSystemsClockIsSetBack() throws IOException {
        open(Pace.AWS).close();
        WorldFile saved = saved();
        backdate(saved.wallTime(), Duration.ofDays(-1));

        try (WorldStore store = open(Pace.AWS)) {
            assertThat(Duration.between(saved.labTime(), store.clock().now()))
                    .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        }
    }

    private void backdate(Instant wallTime, Duration by) throws IOException {
        String text = Files.readString(file(), StandardCharsets.UTF_8);
        String changed = text.replace("\"wallTime\" : \"" + wallTime + "\"",
                "\"wallTime\" : \"" + wallTime.minus(by) + "\"");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file(), changed, StandardCharsets.UTF_8);
    }

    @Test
    void anAccountIsNewUntilSomethingWasMadeInIt() throws IOException {
        try (WorldStore store = open(Pace.AWS)) {
            assertThat(store.isNew()).isTrue();
        }
        try (WorldStore store = open(Pace.AWS)) {
            assertThat(store.isNew()).isTrue();
            store.world().locked(() -> store.world().internetGateways.put(
                    new InternetGateway(new Ids(store.world()).next("igw"), null, T)));
        }
        try (WorldStore store = open(Pace.AWS)) {
            assertThat(store.isNew()).isFalse();
        }
    }

    @Test
    void whatIsNoWorldIsRefusedAndLeftAsItIs() throws IOException {
        Files.createDirectories(file().getParent());
        for (String content : List.of("", "{}", "null", "[]", "{\"format\":2}", "{\"format\":1}", "{\"format\":1,")) {
            Files.writeString(file(), content, StandardCharsets.UTF_8);

            assertThatThrownBy(() -> open(Pace.AWS)).isInstanceOf(IOException.class);
            assertThat(file()).hasContent(content);
        }
    }

    @Test
    void aDiskThatRefusesDoesNotStopThePractice() throws IOException {
        try (WorldStore store = open(Pace.AWS)) {
            Files.delete(file());
            Files.createDirectories(file().resolve("in the way"));
            store.world().locked(() -> store.world().internetGateways.put(new InternetGateway("igw-1", null, T)));

            Files.delete(file().resolve("in the way"));
            Files.delete(file());
            store.world().locked(() -> store.world().internetGateways.put(new InternetGateway("igw-2", null, T)));
            assertThat(saved().internetGateways()).hasSize(2);
        }
    }

    @Test
    void theWriterEndsWithTheStore() throws IOException {
        WorldStore store = open(Pace.AWS);
        store.close();
        store.close();

        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .doesNotContain("practice-world-writer");
        store.world().locked(() -> store.world().internetGateways.put(new InternetGateway("igw-1", null, T)));
    }

    private WorldFile saved() throws IOException {
        return WorldFile.fromBytes(Files.readAllBytes(file()));
    }
}
