package endpointlab.aws;

import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** A request or an answer as text that a person can read: one field a line, indented, empty ones left out. */
public final class ReadableFields {

    private static final int MOST_LINES = 300;
    private static final int MOST_CHARACTERS = 600;

    private final StringBuilder text = new StringBuilder();
    private int lines;

    private ReadableFields() {
    }

    public static String of(SdkPojo pojo) {
        ReadableFields readable = new ReadableFields();
        readable.fields(pojo, 0);
        return readable.text.toString().stripTrailing();
    }

    private void fields(SdkPojo pojo, int depth) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (!CliValue.isEmpty(value)) {
                entry(field.memberName() + ":", value, depth);
            }
        }
    }

    private void entry(String name, Object value, int depth) {
        if (value instanceof SdkPojo pojo) {
            line(name, depth);
            fields(pojo, depth + 1);
        } else if (value instanceof Collection<?> list) {
            line(name, depth);
            list.forEach(each -> entry("-", each, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            line(name, depth);
            map.forEach((key, each) -> entry(key + ":", each, depth + 1));
        } else if (value instanceof SdkBytes bytes) {
            line(name + " (" + bytes.asByteArrayUnsafe().length + " bytes)", depth);
        } else {
            line(name + " " + cut(String.valueOf(value)), depth);
        }
    }

    private static String cut(String value) {
        return value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS) + " …";
    }

    private void line(String content, int depth) {
        lines++;
        if (lines <= MOST_LINES) {
            text.append("  ".repeat(depth)).append(content).append('\n');
        } else if (lines == MOST_LINES + 1) {
            text.append("…\n");
        }
    }
}
