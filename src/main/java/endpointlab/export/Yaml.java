package endpointlab.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes maps, lists, texts, numbers and truth values as YAML 1.1, the version that CloudFormation reads. A text is
 * quoted unless it is a plain word; scripts stand as blocks where they can.
 */
final class Yaml {

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Za-z0-9]*(::[A-Za-z0-9]+)*");
    private static final Set<String> WORDS_WITH_A_MEANING =
            Set.of("Yes", "No", "On", "Off", "True", "False", "Null", "Y", "N", "YES", "NO", "ON", "OFF", "TRUE",
                    "FALSE", "NULL");
    /** YAML allows them only as escapes. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");
    private static final Pattern NOT_IN_A_BLOCK =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}&&[^\n\t]]|^[ \t\n]| \n");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringBuilder text = new StringBuilder();

    private Yaml() {
    }

    static String of(Map<String, ?> tree) {
        Yaml yaml = new Yaml();
        yaml.map(tree, "");
        return yaml.text.toString();
    }

    private void map(Map<?, ?> map, String indent) {
        map.forEach((key, value) -> {
            text.append(indent).append(key).append(':');
            value(value, indent);
        });
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            text.append('\n');
            map(map, indent + "  ");
        } else if (value instanceof Collection<?> list) {
            text.append('\n');
            list.forEach(each -> item(each, indent + "  "));
        } else if (value instanceof String script && isBlock(script)) {
            text.append(" |\n");
            script.lines().forEach(line -> text.append(line.isEmpty() ? "" : indent + "  ").append(line).append('\n'));
        } else {
            text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void item(Object item, String indent) {
        text.append(indent).append('-');
        if (item instanceof Map<?, ?> map) {
            int start = text.length();
            map(map, indent + "  ");
            text.replace(start, start + indent.length() + 2, " ");
        } else if (item instanceof Collection<?>) {
            value(item, indent);
        } else {
            text.append(' ').append(scalar(item)).append('\n');
        }
    }

    private static boolean isBlock(String script) {
        return script.indexOf('\n') < script.length() - 1 && script.endsWith("\n") && !script.endsWith("\n\n")
                && !NOT_IN_A_BLOCK.matcher(script).find();
    }

    private static String scalar(Object value) {
        if (!(value instanceof String string)) {
            return String.valueOf(value);
        }
        if (WORD.matcher(string).matches() && !WORDS_WITH_A_MEANING.contains(string)) {
            return string;
        }
        try {
            return UNPRINTABLE.matcher(JSON.writeValueAsString(string)).replaceAll(found ->
                    escaped(found.group()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String escaped(String unprintable) {
        StringBuilder escapes = new StringBuilder();
        unprintable.chars().forEach(unit -> escapes.append(String.format("\\\\u%04x", unit)));
        return escapes.toString();
    }
}
