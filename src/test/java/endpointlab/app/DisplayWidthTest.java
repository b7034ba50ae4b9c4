package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({"abcdef, 4, abcd", "abc, 4, abc", "ルート表, 4, ルー", "ルート表, 5, ルー", "a（b）c, 4, a（b", "𠮷野家, 4, 𠮷野"})
    void cutsAtColumns(String text, int columns, String cut) {
        assertThat(DisplayWidth.cut(text, columns)).isEqualTo(cut);
    }
}
