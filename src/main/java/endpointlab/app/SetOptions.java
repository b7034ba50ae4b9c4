package endpointlab.app;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.Lab;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --set step.field=value}; user data may be {@code @file}. */
final class SetOptions {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SetOptions() {
    }

    /** @throws BadInput if one of them is no assignment, or names a file that can't be read */
    static Map<String, String> parse(Lab lab, List<String> assignments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw BadInput.of("set", assignment);
            }
            String key = assignment.substring(0, equals).strip();
            String value = assignment.substring(equals + 1);
            values.put(key, value.startsWith("@") && isUserData(lab, key) ? read(key, value.substring(1)) : value);
        }
        return values;
    }

    private static boolean isUserData(Lab lab, String key) {
        return lab.fields().stream().filter(field -> field.key().equals(key)).map(FieldSpec::type)
                .anyMatch(FieldType.USER_DATA::equals);
    }

    /** Some editors put a byte order mark first, which would keep the script from running. */
    private static String read(String key, String file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(Path.of(file)))).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw (BadInput) BadInput.of("set-file-encoding", key, file).initCause(otherEncoding);
        } catch (IOException | InvalidPathException unreadable) {
            throw (BadInput) BadInput.of("set-file", key, file).initCause(unreadable);
        }
    }
}
