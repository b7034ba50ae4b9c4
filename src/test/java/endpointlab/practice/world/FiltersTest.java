package endpointlab.practice.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.practice.wire.AwsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;

class FiltersTest {

    private record Row(String id, String state, List<Integer> ports, Map<String, String> tags) {
    }

    private static final Row WEB = new Row("i-1", "running", List.of(22, 80), Map.of("Name", "web", "run", "7"));
    private static final Row DB = new Row("i-2", null, List.of(22), Map.of("Name", "a*b?c", "stage", "prod"));

    private final Filters<Row> filters = new Filters<>(Row::tags)
            .with("id", Row::id).with("state", Row::state).withAll("port", Row::ports);

    private List<Row> left(Filter... chosen) {
        return filters.apply(List.of(WEB, DB), List.of(chosen));
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    @Test
    void valuesAreAlternativesAndFiltersAddUp() {
        assertThat(left()).containsExactly(WEB, DB);
        assertThat(left(filter("id", "i-2", "i-1"))).containsExactly(WEB, DB);
        assertThat(left(filter("port", "22"), filter("id", "i-2"))).containsExactly(DB);
        assertThat(left(filter("port", "80", "443"))).containsExactly(WEB);
        assertThat(left(filter("id", "i-1"), filter("id", "i-2"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"w*,web", "*eb,web", "w?b,web", "???,web", "*,web|a*b?c", "W*,''", "we,''", "a\\*b\\?c,a*b?c",
        "a*c,a*b?c", "a.b?c,''", "'',''"})
    void starAndQuestionMarkStandForCharacters(String pattern, String names) {
        assertThat(left(filter("tag:Name", pattern))).extracting(row -> row.tags().get("Name"))
                .containsExactly(names.isEmpty() ? new String[0] : names.split("\\|"));
    }

    @Test
    void tagsAreFoundByKeyByValueAndByBoth() {
        assertThat(left(filter("tag:run", "7"))).containsExactly(WEB);
        assertThat(left(filter("tag-key", "st*"))).containsExactly(DB);
        assertThat(left(filter("tag", "run=7"))).containsExactly(WEB);
        assertThat(left(filter("tag:r*n", "7"))).as("keys are taken literally").isEmpty();
    }

    @Test
    void whatHasNoValueNeverMatches() {
        assertThat(left(filter("state", "*"))).containsExactly(WEB);
    }

    @Test
    void unknownFiltersAndTooManyValuesAreRefused() {
        assertThatThrownBy(() -> left(filter("colour", "red"))).isInstanceOf(AwsException.class)
                .hasMessage("The filter 'colour' is invalid").extracting("code").isEqualTo("InvalidParameterValue");
        assertThatThrownBy(() -> left(filter("tag:", "red"))).hasMessage("The filter 'tag:' is invalid");
        assertThatThrownBy(() -> left(filter("id"))).hasMessage("The filter 'id' must have at least one value");
        String[] many = IntStream.range(0, 201).mapToObj(String::valueOf).toArray(String[]::new);
        assertThatThrownBy(() -> left(filter("id", many))).extracting("code").isEqualTo("FilterLimitExceeded");
    }

    @Test
    void valuesAreFoundInTheAnswerItself() {
        Filters<Instance> inAnswer = new Filters<Instance>(one -> Map.of()).inAnswer(one -> one, """
                group-name SecurityGroups.GroupName
                affinity Placement.Affinity
                launch-time LaunchTime
                platform
                """);
        Instance web = Instance.builder().securityGroups(GroupIdentifier.builder().groupName("web").build(),
                GroupIdentifier.builder().groupName("ssh").build())
                .launchTime(Instant.parse("2026-11-25T00:00:00Z")).build();
        Instance other = Instance.builder().build();

        assertThat(inAnswer.apply(List.of(web, other), List.of(filter("group-name", "ssh")))).containsExactly(web);
        assertThat(inAnswer.apply(List.of(web, other), List.of(filter("launch-time", "2026-11-25T00:00:00.000Z"))))
                .containsExactly(web);
        assertThat(inAnswer.apply(List.of(web, other), List.of(filter("affinity", "*")))).isEmpty();
        assertThat(inAnswer.apply(List.of(web, other), List.of(filter("platform", "*")))).isEmpty();
        assertThatThrownBy(() -> inAnswer.apply(List.of(web), List.of(filter("colour", "blue"))))
                .isInstanceOf(AwsException.class).hasMessage("The filter 'colour' is invalid");
    }
}
