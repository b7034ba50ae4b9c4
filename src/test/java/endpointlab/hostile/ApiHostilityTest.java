package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.WholeLab;
import endpointlab.practice.ec2.Ec2Operations;
import endpointlab.practice.elb.ElbOperations;
import endpointlab.practice.privatelink.PrivateLinkOperations;
import endpointlab.practice.sts.StsOperations;
import endpointlab.practice.testcloud.FakeMachines;
import endpointlab.practice.wire.AwsService;
import endpointlab.practice.wire.OperationTable;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Timing;
import endpointlab.practice.world.Visibility;
import endpointlab.practice.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The practice cloud's API under requests that no client sends, and well-formed ones that make no sense. */
@Timeout(3600)
class ApiHostilityTest {

    private static final int MOST_INPUTS_PER_CLOUD = 5_000;
    private static final AwsService EC2 = AwsService.EC2;

    @TempDir
    Path directory;

    /** Each cloud gets a few thousand inputs, is closed, comes back with all that it kept, and leaves nothing. */
    @Test
    void signedRequestsOfEveryOperation() throws Exception {
        Campaign campaign = new Campaign("signed request", 3_000);
        Footprint before = Footprint.now();
        List<Long> heaps = new ArrayList<>();
        int perCloud = Math.min(MOST_INPUTS_PER_CLOUD, (campaign.count() + 1) / 2);
        for (int from = 0; from < campaign.count(); from += perCloud) {
            Path home = directory.resolve("cloud-" + from);
            int to = Math.min(campaign.count(), from + perCloud);
            try (WholeLab lab = new WholeLab(home, Pace.INSTANT, Map.of());
                    HttpWire wire = new HttpWire(lab.cloud.endpoint().getPort())) {
                lab.done(lab.session.runAll());
                Sender sender = new Sender(lab.cloud, wire);
                describeAll(lab.cloud, wire, sender.seen);
                campaign.run(from, to, sender::draw, sender::send);
            }
            try (PracticeCloud again = PracticeCloud.start(
                    PracticeOptions.of("us-east-1", Pace.INSTANT, 11, home.resolve("practice")));
                    HttpWire wire = new HttpWire(again.endpoint().getPort())) {
                describeAll(again, wire, new Seen());
            }
            before.awaitNoMoreThreadsOrSockets();
            heaps.add(Footprint.heap());
        }
        Footprint.assertFlat(heaps);
    }

    /** Bytes that are hardly HTTP; a refusal costs neither memory nor a thread. */
    @Test
    void brokenRequests() throws Exception {
        Campaign campaign = new Campaign("broken request", 1_500);
        Footprint before = Footprint.now();
        try (PracticeCloud cloud = PracticeCloud.start(
                PracticeOptions.of("us-east-1", Pace.INSTANT, 4, directory.resolve("broken")))) {
            int port = cloud.endpoint().getPort();
            BrokenRequests requests = new BrokenRequests(
                    new SignedForms(cloud.endpoint(), cloud.region(), cloud.credentials()));
            campaign.run(0, campaign.count() / 2, requests::draw, bytes -> BrokenRequests.send(port, bytes));
            List<Long> heaps = new ArrayList<>(List.of(Footprint.heap()));
            campaign.run(campaign.count() / 2, campaign.count(), requests::draw,
                    bytes -> BrokenRequests.send(port, bytes));
            heaps.add(Footprint.heap());
            Footprint.assertFlat(heaps);
            try (HttpWire wire = new HttpWire(port)) {
                describeAll(cloud, wire, new Seen());
            }
        }
        before.awaitNoMoreThreadsOrSockets();
    }

    /** Draws requests, sends them and remembers what the answers held. */
    private static final class Sender {

        private final HttpWire wire;
        private final SignedForms signed;
        private final Seen seen = new Seen();
        private final Forms forms = new Forms(operations(), seen);

        Sender(PracticeCloud cloud, HttpWire wire) {
            this.wire = wire;
            this.signed = new SignedForms(cloud.endpoint(), cloud.region(), cloud.credentials());
        }

        Forms.Form draw(Chance chance) {
            return chance.once(3) ? forms.drawBroken(chance) : forms.draw(chance);
        }

        void send(Forms.Form form) throws Exception {
            HttpWire.Answer answer = wire.exchange(
                    signed.request(form.service(), form.form().getBytes(StandardCharsets.UTF_8)));
            AwsAnswers.check(answer);
            seen.learn(answer.body());
        }
    }

    private static void describeAll(PracticeCloud cloud, HttpWire wire, Seen seen) throws Exception {
        SignedForms signed = new SignedForms(cloud.endpoint(), cloud.region(), cloud.credentials());
        for (Map.Entry<AwsService, OperationTable> table : operations().entrySet()) {
            for (String action : table.getValue().actions()) {
                if (action.startsWith("Describe")) {
                    byte[] form = ("Action=" + action + "&Version=" + table.getKey().version())
                            .getBytes(StandardCharsets.UTF_8);
                    HttpWire.Answer answer = wire.exchange(signed.request(table.getKey(), form));
                    AwsAnswers.check(answer);
                    seen.learn(answer.body());
                }
            }
        }
    }

    private static Map<AwsService, OperationTable> operations() {
        LabClock clock = LabClock.startingNow(Pace.AWS);
        Cloud cloud = new Cloud(new World("123456789012", "us-east-1", 7), clock, new Timing(7),
                new Visibility(true, 7, clock));
        OperationTable ec2 = new OperationTable();
        Ec2Operations.register(ec2, cloud, new FakeMachines());
        PrivateLinkOperations.register(ec2, cloud);
        OperationTable elb = new OperationTable();
        ElbOperations.register(elb, cloud);
        OperationTable sts = new OperationTable();
        StsOperations.register(sts, cloud.world);
        return Map.of(AwsService.EC2, ec2, AwsService.ELB, elb, AwsService.STS, sts);
    }
}
