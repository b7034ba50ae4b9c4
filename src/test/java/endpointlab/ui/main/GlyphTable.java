package endpointlab.ui.main;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The code points that a TrueType font has glyphs for, from its table {@code cmap}, formats 4 and 12 (OpenType
 * specification). Read here, because what JavaFX or AWT say depends on the fonts of the computer.
 */
final class GlyphTable {

    private static final int SEGMENTS = 4;
    private static final int GROUPS = 12;

    private final BitSet codePoints = new BitSet();
    private final ByteBuffer font;

    private GlyphTable(byte[] bytes) {
        font = ByteBuffer.wrap(bytes);
        int cmap = table("cmap");
        for (int i = 0; i < font.getShort(cmap + 2); i++) {
            read(cmap + font.getInt(cmap + 4 + 8 * i + 4));
        }
    }

    static GlyphTable of(String file) throws IOException {
        try (InputStream in = GlyphTable.class.getResourceAsStream("/endpointlab/ui/fonts/" + file)) {
            return new GlyphTable(in.readAllBytes());
        }
    }

    boolean has(int codePoint) {
        return codePoints.get(codePoint);
    }

    private int table(String name) {
        for (int i = 0; i < font.getShort(4); i++) {
            int entry = 12 + 16 * i;
            if (new String(font.array(), entry, 4, StandardCharsets.US_ASCII).equals(name)) {
                return font.getInt(entry + 8);
            }
        }
        throw new IllegalArgumentException("no table " + name);
    }

    private int unsigned(int at) {
        return font.getShort(at) & 0xffff;
    }

    private void read(int at) {
        if (unsigned(at) == SEGMENTS) {
            int count = unsigned(at + 6) / 2;
            for (int i = 0; i < count; i++) {
                segment(at + 14 + 2 * i, count);
            }
        } else if (unsigned(at) == GROUPS) {
            for (int i = 0; i < font.getInt(at + 12); i++) {
                codePoints.set(font.getInt(at + 16 + 12 * i), font.getInt(at + 20 + 12 * i) + 1);
            }
        }
    }

    /** @param end where the segment's last code stands; its first, its shift and its offset follow at equal distances */
    private void segment(int end, int count) {
        int start = end + 2 * count + 2;
        int offsetAt = start + 4 * count;
        for (int code = unsigned(start); code <= unsigned(end) && code != 0xffff; code++) {
            int offset = unsigned(offsetAt);
            int glyph = offset == 0 ? code + unsigned(start + 2 * count)
                    : unsigned(offsetAt + offset + 2 * (code - unsigned(start)));
            if ((glyph & 0xffff) != 0) {
                codePoints.set(code);
            }
        }
    }
}
