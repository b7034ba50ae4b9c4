package endpointlab.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws hostile bytes and texts from a seed, and spoils good ones. The same seed draws the same. */
public final class Chance {

    /** Texts that programs have stumbled over. */
    private static final List<String> TRAPS = List.of("", " ", "0", "-1", "1", "2147483648", "-2147483649",
            "9223372036854775808", "1e400", "NaN", "0x10", "٣", "true", "TRUE", "null", "undefined", "\0", "\u0001",
            "\r\n", "\n", "\t", "%", "%00", "%s%n%d", "${x}", "{0}", "'", "\"", "`", "\\", "../../etc/passwd", "/",
            "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;", "</Message>", "&#0;",
            "\uFFFE", "\uFFFF", "\uD83D\uDE00", "e\u0301", "\u202E", "\uFEFF", "日本語", "ﾊﾝｶｸ", "ß", "İ", "*", "?",
            "[a-z]*(", "(((((", "10.0.0.0/33", "10.0.0.0/-1", "256.1.1.1", "1.2.3", "::1", "::/0", "0.0.0.0/0",
            "255.255.255.255", "10.1.0.0/16", "65536", "99999999999999999999", ";", "&", "|", "$(", "1/0", "-0",
            ".", "..", "a.b.c", "a=b", "a,b", "a;b", "tag:", "tag:*", "arn:aws:", "arn:::::", "vpc-", "vpc-00000000");

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Whether it is the one case in {@code of}. */
    public boolean once(int of) {
        return random.nextInt(of) == 0;
    }

    public <T> T from(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public long seed() {
        return random.nextLong();
    }

    public byte[] bytes(int longest) {
        byte[] bytes = new byte[random.nextInt(longest + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A trap, a number, noise or, now and then, something long. */
    public String text() {
        return switch (random.nextInt(10)) {
            case 0 -> String.valueOf(random.nextLong());
            case 1 -> String.valueOf(random.nextInt(2_000) - 1_000);
            case 2 -> noise(1 + random.nextInt(24));
            case 3 -> from(TRAPS) + from(TRAPS);
            case 4 -> once(8) ? from(TRAPS).repeat(1 + random.nextInt(4_000)) : from(TRAPS);
            default -> from(TRAPS);
        };
    }

    private String noise(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(once(3) ? codePoint() : 32 + random.nextInt(95));
        }
        return text.toString();
    }

    private int codePoint() {
        int point = random.nextInt(once(4) ? 0x110000 : 0x3000);
        return point >= 0xD800 && point < 0xE000 ? 0xFFFD : point;
    }

    /** The text with something added, taken away, repeated or changed, up to four times. */
    public String spoiled(String good) {
        return new String(spoiled(good.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    public byte[] spoiled(byte[] good) {
        byte[] bytes = good;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            bytes = spoiledOnce(bytes);
        }
        return bytes;
    }

    private byte[] spoiledOnce(byte[] good) {
        int from = random.nextInt(good.length + 1);
        int to = Math.min(good.length, from + random.nextInt(once(4) ? good.length + 1 : 9));
        return switch (random.nextInt(7)) {
            case 0 -> joined(good, from, new byte[0], to);
            case 1 -> joined(good, from, text().getBytes(StandardCharsets.UTF_8), from);
            case 2 -> joined(good, from, text().getBytes(StandardCharsets.UTF_8), to);
            case 3 -> joined(good, from, bytes(8), to);
            case 4 -> joined(good, to, Arrays.copyOfRange(good, from, to), to);
            case 5 -> Arrays.copyOf(good, from);
            default -> flipped(good);
        };
    }

    private byte[] flipped(byte[] good) {
        byte[] bytes = good.clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] joined(byte[] good, int head, byte[] middle, int tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, head);
        out.writeBytes(middle);
        out.write(good, tail, good.length - tail);
        return out.toByteArray();
    }
}
