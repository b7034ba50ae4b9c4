package endpointlab.practice.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code application/x-www-form-urlencoded} text strictly: bad percent signs, bad UTF-8, names that occur
 * twice and more parameters than any real request has are refused, where {@code URLDecoder} would guess.
 *
 * <p>Source: WHATWG URL Standard, section 5. Assumed: how AWS answers what it can't read.
 */
final class FormParser {

    static final int MOST_PARAMETERS = 10_000;

    private FormParser() {
    }

    /** @throws MalformedForm if the text isn't a form */
    static Map<String, String> parse(byte[]... forms) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (byte[] form : forms) {
            int start = 0;
            while (start < form.length) {
                int end = indexOf(form, '&', start, form.length);
                if (end > start) {
                    addPair(parameters, form, start, end);
                }
                start = end + 1;
            }
        }
        return parameters;
    }

    private static void addPair(Map<String, String> parameters, byte[] form, int start, int end) {
        int equals = indexOf(form, '=', start, end);
        String name = decode(form, start, equals);
        String value = equals < end ? decode(form, equals + 1, end) : "";
        if (name.isEmpty() || parameters.size() >= MOST_PARAMETERS || parameters.put(name, value) != null) {
            throw new MalformedForm();
        }
    }

    private static int indexOf(byte[] form, char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (form[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static String decode(byte[] form, int start, int end) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            byte octet = form[i];
            if (octet == '+') {
                decoded.write(' ');
            } else if (octet == '%') {
                if (i + 2 >= end) {
                    throw new MalformedForm();
                }
                decoded.write(hex(form[i + 1]) << 4 | hex(form[i + 2]));
                i += 2;
            } else {
                decoded.write(octet);
            }
        }
        return utf8(decoded.toByteArray());
    }

    private static int hex(byte digit) {
        int value = digit < 0 ? -1 : Character.digit(digit, 16);
        if (value < 0) {
            throw new MalformedForm();
        }
        return value;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedForm();
        }
    }

    /** The text isn't a form. */
    static final class MalformedForm extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MalformedForm() {
            super("malformed form", null, false, false);
        }
    }
}
