package endpointlab.practice.ec2;

import static endpointlab.practice.ec2.TestAccount.filter;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** A moment after a create, as long as one likes: hardly any lab time passes here. */
class EventualConsistencyTest {

    private final TestAccount account = new TestAccount(new Pace("0.001", 0.001), false);

    @AfterEach
    void close() {
        account.close();
    }

    private static Set<String> outcomesOfManyCalls(Supplier<String> call) {
        Set<String> outcomes = new HashSet<>();
        IntStream.range(0, 80).forEach(i -> {
            try {
                outcomes.add(call.get());
            } catch (Ec2Exception error) {
                outcomes.add(error.awsErrorDetails().errorCode());
            }
        });
        return outcomes;
    }

    @Test
    void someCallsMissAFreshResourceAndOthersSeeItWhole() {
        String vpc = account.vpc("10.0.0.0/16");

        assertThat(outcomesOfManyCalls(() -> account.ec2.describeVpcs(r -> r.vpcIds(vpc)).vpcs().get(0).cidrBlock()))
                .containsExactlyInAnyOrder("10.0.0.0/16", "InvalidVpcID.NotFound");
        assertThat(outcomesOfManyCalls(() -> String.valueOf(account.ec2.describeVpcs(r -> r.filters(
                filter("vpc-id", vpc))).vpcs().size()))).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void callsThatDependOnItMissItToo() {
        String vpc = account.vpc("10.0.0.0/16");

        assertThat(outcomesOfManyCalls(() -> account.ec2.createTags(r -> r.resources(vpc)
                .tags(tag -> tag.key("a").value("b"))) == null ? "" : "tagged"))
                .containsExactlyInAnyOrder("tagged", "InvalidVpcID.NotFound");
    }

    @Test
    void aDeleteAlwaysSeesWhatItDeletes() {
        for (int i = 0; i < 40; i++) {
            String vpc = account.vpc("10.0.0.0/16");
            account.ec2.deleteVpc(r -> r.vpcId(vpc));
        }
        assertThat(account.cloud.world.<Integer>locked(() -> account.cloud.world.vpcs.all().size())).isEqualTo(1);
    }

    @Test
    void whatIsOldIsAlwaysSeen() {
        assertThat(outcomesOfManyCalls(account::defaultVpcId)).hasSize(1);
    }
}
