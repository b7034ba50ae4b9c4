package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.LabIds;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Draws what is sent to a SOCKS5 proxy (RFC 1928), and judges what comes back. */
final class SocksBytes {

    private static final List<String> HOSTS = List.of(LabIds.WEB_PUBLIC_IP, LabIds.CUSTOMER_PUBLIC_IP, "10.0.1.10",
            "127.0.0.1", "localhost", "0.0.0.0", "255.255.255.255", "169.254.169.254", "::1", "example.com", "",
            "a".repeat(255), "..", "999.1.1.1", "1.1", "016.1.1.1", "0x7f.1", "xn--", "-", "日本", "a b", "a\0b",
            "127.0.0.1:80", "user@127.0.0.1");

    private SocksBytes() {
    }

    static byte[] draw(Chance chance) {
        if (chance.once(8)) {
            return chance.bytes(chance.once(4) ? 5_000 : 40);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(chance.once(15) ? chance.below(256) : 5);
        int methods = chance.once(10) ? chance.below(256) : 1;
        bytes.write(methods);
        for (int i = 0; i < (chance.once(15) ? chance.below(20) : methods); i++) {
            bytes.write(chance.once(10) ? chance.below(256) : 0);
        }
        request(chance, bytes);
        bytes.writeBytes(chance.once(3) ? chance.bytes(200) : "GET / HTTP/1.0\r\n\r\n".getBytes(
                StandardCharsets.US_ASCII));
        return chance.once(4) ? chance.spoiled(bytes.toByteArray()) : bytes.toByteArray();
    }

    private static void request(Chance chance, ByteArrayOutputStream bytes) {
        bytes.write(chance.once(15) ? chance.below(256) : 5);
        bytes.write(chance.once(8) ? chance.below(256) : 1);
        bytes.write(chance.once(10) ? chance.below(256) : 0);
        switch (chance.below(5)) {
            case 0 -> {
                bytes.write(1);
                bytes.writeBytes(chance.once(2) ? new byte[] {127, 0, 0, 1} : chance.bytes(4));
            }
            case 1 -> {
                bytes.write(chance.once(2) ? 4 : chance.below(256));
                bytes.writeBytes(chance.bytes(16));
            }
            default -> {
                byte[] name = chance.from(HOSTS).getBytes(StandardCharsets.UTF_8);
                bytes.write(3);
                bytes.write(chance.once(8) ? chance.below(256) : name.length);
                bytes.writeBytes(name);
            }
        }
        int port = chance.from(List.of(80, 22, 0, 65_535, 443, 8080));
        bytes.write(port >> 8);
        bytes.write(port);
    }

    /** Nothing, or a method, or a method and a reply. */
    static void assertAnswer(byte[] answer) {
        if (answer.length > 0) {
            assertThat(answer).hasSizeGreaterThanOrEqualTo(2);
            assertThat(answer[0]).isEqualTo((byte) 5);
            assertThat(answer[1]).isIn((byte) 0, (byte) 0xFF);
        }
        if (answer.length > 2) {
            assertThat(answer).hasSizeGreaterThanOrEqualTo(12);
            assertThat(answer[2]).isEqualTo((byte) 5);
            assertThat(answer[3]).isBetween((byte) 0, (byte) 8);
            assertThat(answer[5]).isEqualTo((byte) 1);
        }
    }
}
