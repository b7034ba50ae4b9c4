package endpointlab.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Values as the AWS CLI takes them in a POSIX shell: plain words, shorthand, or JSON where shorthand can't. */
final class CliValue {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+-]+");
    private static final Pattern SHORTHAND = Pattern.compile("[\\p{L}\\p{N}_./:@+\\uE000\\uE001-]+");
    /** Private-use characters around a variable's name: a dollar sign may stand in what the learner wrote, too. */
    private static final Pattern VARIABLE = Pattern.compile("\\uE000([A-Z][A-Z0-9_]*)\\uE001(?=([A-Za-z0-9_])?)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CliValue() {
    }

    static boolean isEmpty(Object value) {
        return value == null || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value.getClass().getSimpleName().startsWith("DefaultSdkAuto");
    }

    static String of(Object value) {
        if (value instanceof Collection<?> list) {
            boolean structures = list.stream().anyMatch(SdkPojo.class::isInstance);
            if (structures && !list.stream().allMatch(CliValue::isShorthand)) {
                return quoted(json(list));
            }
            return list.stream().map(CliValue::of).collect(Collectors.joining(" "));
        }
        if (value instanceof SdkPojo structure) {
            return quoted(isShorthand(structure) ? shorthand(structure) : json(structure));
        }
        return quoted(String.valueOf(value));
    }

    private static boolean isShorthand(Object value) {
        if (value instanceof SdkPojo structure) {
            return structure.sdkFields().stream().map(field -> field.getValueOrDefault(structure))
                    .allMatch(inner -> isEmpty(inner) || isShorthand(inner));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().allMatch(CliValue::isShorthand);
        }
        return SHORTHAND.matcher(String.valueOf(value)).matches();
    }

    private static String shorthand(Object value) {
        if (value instanceof SdkPojo structure) {
            return structure.sdkFields().stream().filter(field -> !isEmpty(field.getValueOrDefault(structure)))
                    .map(field -> field.memberName() + "=" + inner(field.getValueOrDefault(structure)))
                    .collect(Collectors.joining(","));
        }
        return String.valueOf(value);
    }

    private static String inner(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(CliValue::inner).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof SdkPojo ? "{" + shorthand(value) + "}" : String.valueOf(value);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(tree(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object tree(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(CliValue::tree).toList();
        }
        if (value instanceof SdkPojo structure) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (SdkField<?> field : structure.sdkFields()) {
                Object inner = field.getValueOrDefault(structure);
                if (!isEmpty(inner)) {
                    fields.put(field.memberName(), tree(inner));
                }
            }
            return fields;
        }
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    static String variable(String name) {
        return '\uE000' + name + '\uE001';
    }

    /** Single quotes, unless a variable of ours must be filled in by the shell; nothing else is filled in then. */
    private static String quoted(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        if (VARIABLE.matcher(text).find()) {
            String plain = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("`", "\\`").replace("$", "\\$");
            return "\"" + VARIABLE.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(
                    found.group(2) == null ? "$" + found.group(1) : "${" + found.group(1) + "}")) + "\"";
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
