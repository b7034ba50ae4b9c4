package endpointlab.practice.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/**
 * Single values as the Query protocols write them.
 *
 * <p>Source: Smithy, "AWS query protocol" and "AWS EC2 query protocol": ISO 8601 timestamps in UTC, base64 blobs,
 * {@code true} and {@code false}.
 */
public final class Scalars {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][-+]?[0-9]{1,3})?");
    /** AWS writes three digits of milliseconds, zeros included. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendInstant(3).toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);

    private Scalars() {
    }

    /** @throws NotA if the text isn't of the type */
    static Object parse(MarshallingKnownType type, String text) {
        try {
            return switch (type) {
                case STRING -> text;
                case INTEGER -> Integer.valueOf(matching(WHOLE, text));
                case LONG -> Long.valueOf(matching(WHOLE, text));
                case FLOAT -> finite(Float.valueOf(matching(DECIMAL, text)));
                case DOUBLE -> finite(Double.valueOf(matching(DECIMAL, text)));
                case BOOLEAN -> bool(text);
                case INSTANT -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
                case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
                default -> throw new IllegalStateException("not a single value: " + type);
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrongForm) {
            throw new NotA(nameOf(type));
        }
    }

    /** A value as it stands in an answer. */
    public static String format(Object value) {
        if (value instanceof Instant instant) {
            return TIMESTAMP.format(instant);
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        return value.toString();
    }

    /** Java's own parsers take more than a number in plain ASCII: other scripts' digits, hex, {@code NaN}. */
    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new NumberFormatException();
        }
        return text;
    }

    private static <N extends Number> N finite(N number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new ArithmeticException("too large");
        }
        return number;
    }

    private static Boolean bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    private static String nameOf(MarshallingKnownType type) {
        return switch (type) {
            case INTEGER, LONG -> "an integer";
            case FLOAT, DOUBLE -> "a number";
            case BOOLEAN -> "true or false";
            case INSTANT -> "a timestamp in ISO 8601 form";
            default -> "base64 text";
        };
    }

    /** A text that isn't of the type it should be. */
    static final class NotA extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotA(String expected) {
            super(expected, null, false, false);
        }
    }
}
