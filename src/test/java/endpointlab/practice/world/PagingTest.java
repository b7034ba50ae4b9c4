package endpointlab.practice.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {

    private final Paging paging = new Paging(7);
    private final List<String> rows = IntStream.range(0, 23).mapToObj(i -> "row-" + i).toList();

    private Page<String> page(List<String> of, Integer size, String token) {
        return paging.page(of, Function.identity(), size, token);
    }

    @Test
    void allPagesTogetherAreAllRowsOnce() {
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            Page<String> page = page(rows, 5, token);
            assertThat(page.rows()).hasSizeBetween(1, 5);
            seen.addAll(page.rows());
            token = page.nextToken();
        } while (token != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void rowsThatComeAndGoBetweenPagesDisturbNobody() {
        Page<String> first = page(rows, 10, null);
        List<String> changed = new ArrayList<>(rows);
        changed.removeAll(first.rows().subList(0, 3));
        changed.remove(first.rows().get(9));
        changed.add("row-new");

        List<String> rest = page(changed, 1000, first.nextToken()).rows();

        Set<String> expected = new HashSet<>(rows);
        expected.removeAll(first.rows());
        assertThat(rest).containsAll(expected).doesNotContainAnyElementsOf(first.rows());
    }

    @Test
    void withoutASizeThereIsOnePage() {
        assertThat(page(rows, null, null)).satisfies(page -> {
            assertThat(page.rows()).hasSize(23);
            assertThat(page.nextToken()).isNull();
        });
        assertThat(page(rows.subList(0, 5), 5, null).nextToken()).isNull();
    }

    @Test
    void theOrderDiffersFromCallToCallAndRepeatsWithTheSeed() {
        List<String> first = page(rows, null, null).rows();

        assertThat(page(rows, null, null).rows()).isNotEqualTo(first);
        assertThat(new Paging(7).page(rows, Function.identity(), null, null).rows()).isEqualTo(first);
    }

    @Test
    void sizesOutOfLimitsAreRefusedOrClamped() {
        assertThatThrownBy(() -> page(rows, 4, null))
                .hasMessage("Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.")
                .extracting("code").isEqualTo("InvalidParameterValue");
        assertThatThrownBy(() -> page(rows, 1001, null)).extracting("code").isEqualTo("InvalidParameterValue");
        assertThat(paging.page(rows, Function.identity(), 5000, null, Page.Limits.ENDPOINTS).rows()).hasSize(23);
    }

    @Test
    void tokensThatAreNotOursAreRefused() {
        String token = page(rows, 5, null).nextToken();
        String forged = (token.charAt(0) == 'x' ? 'y' : 'x') + token.substring(1);

        for (String bad : List.of("1", "not base64!", "AAAA", forged)) {
            assertThatThrownBy(() -> page(rows, 5, bad)).extracting("code").isEqualTo("InvalidNextToken");
        }
    }

    @Test
    void idsAndSizesDoNotGoTogether() {
        assertThatThrownBy(() -> paging.refuseWithIds(5, List.of("i-1"), "instancesSet"))
                .hasMessage("The parameter instancesSet cannot be used with the parameter maxResults")
                .extracting("code").isEqualTo("InvalidParameterCombination");
        paging.refuseWithIds(null, List.of("i-1"), "instancesSet");
        paging.refuseWithIds(5, List.of(), "instancesSet");
    }
}
