package endpointlab.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

class ScalarsTest {

    @ParameterizedTest
    @CsvSource({"INTEGER, -2147483648", "LONG, 9223372036854775807", "DOUBLE, -1.5", "DOUBLE, 1.0E10", "FLOAT, 0.25",
        "BOOLEAN, true", "SDK_BYTES, AAECAw==", "INSTANT, 2026-11-25T01:02:03.000Z", "STRING, NaN"})
    void readsWhatItWrites(MarshallingKnownType type, String text) {
        assertThat(Scalars.format(Scalars.parse(type, text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, 2147483648", "INTEGER, 0x10", "LONG, 9223372036854775808", "DOUBLE, NaN", "DOUBLE, Infinity",
        "DOUBLE, 1e400", "DOUBLE, 1d", "DOUBLE, 0x1p3", "FLOAT, 1e39", "BOOLEAN, yes", "SDK_BYTES, a$b=",
        "INSTANT, yesterday", "INSTANT, 2026-11-25"})
    void refusesWhatIsNotOfTheType(MarshallingKnownType type, String text) {
        assertThatThrownBy(() -> Scalars.parse(type, text)).isInstanceOf(Scalars.NotA.class);
    }

    @Test
    void readsTimestampsOfOtherZones() {
        assertThat(Scalars.parse(MarshallingKnownType.INSTANT, "2026-11-25T10:00:00+09:00"))
                .isEqualTo(Instant.parse("2026-11-25T01:00:00Z"));
    }
}
