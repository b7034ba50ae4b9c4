package endpointlab.ui.wizard;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.InboundRule;
import endpointlab.lab.Lab;
import endpointlab.ui.shared.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The value of a field as a sentence says it: on and off as words, rules readable. */
public final class FieldWords {

    private final Lab lab;
    private final FieldValues values;
    private final Texts texts;

    public FieldWords(Lab lab, FieldValues values, Texts texts) {
        this.lab = lab;
        this.values = values;
        this.texts = texts;
    }

    /** @throws IllegalArgumentException if the lab has no such field */
    public String word(String key) {
        String value = values.value(key);
        FieldType type = lab.fields().stream().filter(field -> field.key().equals(key)).map(FieldSpec::type)
                .findFirst().orElseThrow();
        return switch (type) {
            case BOOLEAN -> bool(key, value);
            case SECURITY_GROUP_RULES -> rules(value);
            case USER_DATA -> value.stripTrailing();
            default -> value;
        };
    }

    private String bool(String key, String value) {
        return value.equals("true") || value.equals("false") ? texts.text("field." + key + "." + value) : value;
    }

    private String rules(String value) {
        List<InboundRule> rules;
        try {
            rules = InboundRule.parseAll(value);
        } catch (IllegalArgumentException draft) {
            return value;
        }
        if (rules.isEmpty()) {
            return texts.text("field.rules.none");
        }
        String separator = texts.text("field.rules.separator");
        List<String> sources = rules.stream().map(InboundRule::source).distinct().toList();
        if (sources.size() == 1) {
            return texts.text("field.rules.one-source", rules.stream().map(FieldWords::service)
                    .collect(Collectors.joining(separator)), source(sources.get(0)));
        }
        return rules.stream().map(rule -> texts.text("field.rules.one-source", service(rule),
                source(rule.source()))).collect(Collectors.joining(separator));
    }

    private String source(String block) {
        return block.equals("0.0.0.0/0") ? texts.text("field.rules.anywhere") : block;
    }

    private static String service(InboundRule rule) {
        String text = rule.toString();
        String ports = text.substring(text.indexOf('/') + 1, text.indexOf('/', text.indexOf('/') + 1));
        String name = switch (ports) {
            case "22" -> "SSH";
            case "80" -> "HTTP";
            case "443" -> "HTTPS";
            default -> rule.protocol().equals("-1") ? "all" : rule.protocol().toUpperCase(Locale.ROOT);
        };
        return name + " " + ports;
    }
}
