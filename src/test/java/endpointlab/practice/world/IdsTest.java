package endpointlab.practice.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static Ids ids(long seed) {
        return new Ids(new World("123456789012", "us-east-1", seed));
    }

    @Test
    void idsHaveAwsForm() {
        assertThat(ids(1).next("vpc")).matches("vpc-[0-9a-f]{17}");
        assertThat(ids(1).next("eni-attach")).matches("eni-attach-[0-9a-f]{17}");
        assertThat(ids(1).hex16()).matches("[0-9a-f]{16}");
        assertThat(ids(1).macAddress()).matches("0e(:[0-9a-f]{2}){5}");
        assertThat(ids(1).alphanumeric(8)).matches("[0-9a-z]{8}");
    }

    @Test
    void theSameSeedMakesTheSameIdsInTheSameOrder() {
        Ids one = ids(5);
        Ids two = ids(5);
        List<String> first = IntStream.range(0, 10).mapToObj(i -> one.next("sg")).toList();

        assertThat(IntStream.range(0, 10).mapToObj(i -> two.next("sg")).toList()).isEqualTo(first);
        assertThat(ids(6).next("sg")).isNotEqualTo(first.get(0));
    }

    @Test
    void noIdComesTwice() {
        Ids ids = ids(3);
        Set<String> made = IntStream.range(0, 20_000).mapToObj(i -> ids.next("i")).collect(Collectors.toSet());

        assertThat(made).hasSize(20_000);
    }
}
