package endpointlab.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is suggested can be a file's name here, whatever the locale. */
class FileNamesTest {

    @Test
    void theJapaneseNameWhereTheSystemHasAFormForIt() {
        boolean japanese = Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("構成図");
        String name = FileNames.possible("構成図.png", "diagram.png");
        assertThat(name).isEqualTo(japanese ? "構成図.png" : "diagram.png");
        assertThat(Path.of(name).getFileName()).hasToString(name);
    }

    @Test
    void thePlainNameWhereTheOtherIsNone() {
        assertThat(FileNames.possible("a\0b.png", "diagram.png")).isEqualTo("diagram.png");
    }
}
