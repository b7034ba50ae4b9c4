package endpointlab.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6CidrTest {

    @ParameterizedTest
    @CsvSource({"::/0,::/0", "2001:DB8::/32,2001:db8::/32", "2001:0db8:0:0:0:0:0:0/32,2001:db8::/32",
            "2001:db8::1/32,2001:db8::/32", "2001:db8::1/128,2001:db8::1/128", "::1/128,::1/128",
            "fe80:0:0:1:0:0:0:1/128,fe80:0:0:1::1/128", "1:0:2:0:3:0:4:0/128,1:0:2:0:3:0:4:0/128",
            "1:0:0:2:3:0:0:4/128,1::2:3:0:0:4/128", "1:2:3:4:5:6:7::/128,1:2:3:4:5:6:7:0/128",
            "ffff:ffff::/20,ffff:f000::/20"})
    void blocksAreWrittenInTheirShortForm(String text, String canonical) {
        assertThat(Ipv6Cidr.canonical(text)).isEqualTo(canonical);
        assertThat(Ipv6Cidr.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "::", "::/129", "::/", "::/00", "0.0.0.0/0", "10.0.0.0/8", "::ffff:10.0.0.1/128", ":/0",
            "1::2::3/64", "1:2:3:4:5:6:7/64", "1:2:3:4:5:6:7:8:9/64", "1:2:3:4:5:6:7:8::/64", "12345::/64", "g::/64",
            ":1::/64", "1:::2/64", "::/0/0"})
    void othersAreRefused(String text) {
        assertThat(Ipv6Cidr.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Ipv6Cidr.canonical(text))
                .withMessageContaining(text);
    }
}
