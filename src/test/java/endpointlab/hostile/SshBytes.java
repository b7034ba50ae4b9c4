package endpointlab.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Draws what is sent to an SSH server before any key is agreed upon (RFC 4253, sections 4, 6 and 7). */
final class SshBytes {

    private static final List<String> VERSIONS = List.of("SSH-2.0-x\r\n", "SSH-2.0-x\n", "SSH-1.99-x\r\n",
            "SSH-1.5-x\r\n", "SSH-2.0-\r\n", "SSH-\r\n", "SSH-2.0-" + "x".repeat(300) + "\r\n", "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "a\r\n".repeat(2_000), "x".repeat(70_000), "\0\0\0\0", "",
            "SSH-2.0-OpenSSH_9.2 comment\r\n", "SSH-2.0-\u0001\u0002\r\n");
    private static final List<String> LISTS = List.of("curve25519-sha256,ecdh-sha2-nistp256",
            "ssh-ed25519,ecdsa-sha2-nistp256", "aes256-ctr", "aes256-ctr", "hmac-sha2-256", "hmac-sha2-256", "none",
            "none", "", "");

    private SshBytes() {
    }

    static byte[] draw(Chance chance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((chance.once(3) ? chance.from(VERSIONS) : "SSH-2.0-x\r\n").getBytes(
                StandardCharsets.ISO_8859_1));
        for (int left = chance.below(4); left > 0; left--) {
            bytes.writeBytes(chance.once(4) ? chance.bytes(2_000) : packet(chance, payload(chance)));
        }
        return chance.once(3) ? chance.spoiled(bytes.toByteArray()) : bytes.toByteArray();
    }

    private static byte[] payload(Chance chance) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        if (chance.once(3)) {
            payload.write(chance.below(256));
            payload.writeBytes(chance.bytes(100));
            return payload.toByteArray();
        }
        payload.write(20);
        payload.writeBytes(new byte[16]);
        for (String list : LISTS) {
            byte[] names = (chance.once(12) ? chance.text() : list).getBytes(StandardCharsets.UTF_8);
            payload.writeBytes(number(chance.once(30) ? Integer.MAX_VALUE : names.length));
            payload.writeBytes(names);
        }
        payload.writeBytes(new byte[5]);
        return payload.toByteArray();
    }

    private static byte[] packet(Chance chance, byte[] payload) {
        int padding = 4 + (8 - (payload.length + 9) % 8) % 8;
        int length = chance.once(12) ? chance.from(List.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 300_000))
                : payload.length + padding + 1;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(number(length));
        packet.write(chance.once(20) ? chance.below(256) : padding);
        packet.writeBytes(payload);
        packet.writeBytes(new byte[padding]);
        return packet.toByteArray();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
