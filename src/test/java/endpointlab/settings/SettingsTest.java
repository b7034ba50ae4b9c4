package endpointlab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void anotherRegionTakesItsOwnZone() {
        Settings tokyo = Settings.DEFAULT.withZone("us-east-1c").withRegion("ap-northeast-1");
        assertThat(tokyo.zone()).isEmpty();
        assertThat(Settings.DEFAULT.withZone("us-east-1c").withRegion("us-east-1").zone()).isEqualTo("us-east-1c");
    }

    @Test
    void textSizeStaysInItsRange() {
        assertThat(Settings.DEFAULT.withTextSize(10).textSize()).isEqualTo(80);
        assertThat(Settings.DEFAULT.withTextSize(900).textSize()).isEqualTo(200);
        assertThatThrownBy(() -> new Settings(Settings.DEFAULT.language(), Look.DARK, 79, false, "brisk", "us-east-1",
                "", "t3.micro", "", SshSource.ANYWHERE, "203.0.113.10", 90, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesReadAreKeptInOrderAndOnce() {
        assertThat(Settings.DEFAULT.withConceptRead(4).withConceptRead(2).withConceptRead(4).conceptsRead())
                .containsExactly(2, 4);
    }
}
