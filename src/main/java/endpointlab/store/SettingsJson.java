package endpointlab.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import endpointlab.i18n.Language;
import endpointlab.settings.Look;
import endpointlab.settings.Settings;
import endpointlab.settings.SshSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The settings as JSON: one key each; enums as words in lower case with hyphens. */
final class SettingsJson {

    private final ObjectNode tree;
    private final List<String> unusable = new ArrayList<>();
    private Settings settings = Settings.DEFAULT;

    private SettingsJson(ObjectNode tree) {
        this.tree = tree;
    }

    /** @param unusable keys whose value can't be understood; their default holds */
    record Reading(Settings settings, List<String> unusable) {
    }

    /** The file holds JSON, but no object. */
    static final class NotAnObject extends JsonProcessingException {

        private static final long serialVersionUID = 1L;

        NotAnObject() {
            super("not a JSON object");
        }
    }

    static Reading read(ObjectNode tree) {
        SettingsJson json = new SettingsJson(tree);
        json.take("language", JsonNode::isTextual, (was, node) -> was.withLanguage(word(Language.class, node)));
        json.take("theme", JsonNode::isTextual, (was, node) -> was.withLook(word(Look.class, node)));
        json.take("textSize", node -> node.isInt() && node.intValue() >= Settings.SMALLEST_TEXT
                && node.intValue() <= Settings.LARGEST_TEXT, (was, node) -> was.withTextSize(node.intValue()));
        json.take("lessMotion", JsonNode::isBoolean, (was, node) -> was.withLessMotion(node.booleanValue()));
        json.take("pace", JsonNode::isTextual, (was, node) -> was.withPace(node.textValue()));
        json.take("region", JsonNode::isTextual, (was, node) -> was.withRegion(node.textValue()));
        json.take("zone", JsonNode::isTextual, (was, node) -> was.withZone(node.textValue()));
        json.take("instanceType", JsonNode::isTextual, (was, node) -> was.withInstanceType(node.textValue()));
        json.take("prefix", JsonNode::isTextual, (was, node) -> was.withPrefix(node.textValue()));
        json.take("sshSource", JsonNode::isTextual, (was, node) -> was.withSshSource(word(SshSource.class, node)));
        json.take("laptopAddress", JsonNode::isTextual, (was, node) -> was.withLaptopAddress(node.textValue()));
        json.take("reminderMinutes", node -> node.isInt() && node.intValue() >= 0,
                (was, node) -> was.withReminderMinutes(node.intValue()));
        json.take("conceptsRead", JsonNode::isArray, SettingsJson::conceptsRead);
        return new Reading(json.settings, List.copyOf(json.unusable));
    }

    static void write(Settings settings, ObjectNode tree) {
        tree.put("language", word(settings.language())).put("theme", word(settings.look()))
                .put("textSize", settings.textSize()).put("lessMotion", settings.lessMotion())
                .put("pace", settings.pace()).put("region", settings.region()).put("zone", settings.zone())
                .put("instanceType", settings.instanceType()).put("prefix", settings.prefix())
                .put("sshSource", word(settings.sshSource())).put("laptopAddress", settings.laptopAddress())
                .put("reminderMinutes", settings.reminderMinutes());
        ArrayNode read = tree.putArray("conceptsRead");
        settings.conceptsRead().forEach(read::add);
    }

    private void take(String key, Predicate<JsonNode> form, BiFunction<Settings, JsonNode, Settings> change) {
        JsonNode node = tree.get(key);
        if (node == null) {
            return;
        }
        try {
            if (form.test(node)) {
                settings = change.apply(settings, node);
                return;
            }
        } catch (IllegalArgumentException noSuchWord) {
            // Told below, together with values of a wrong form.
        }
        unusable.add(key);
    }

    private static Settings conceptsRead(Settings was, JsonNode numbers) {
        Settings now = was;
        for (JsonNode number : numbers) {
            if (!number.isInt()) {
                throw new IllegalArgumentException("not a number of a page: " + number);
            }
            now = now.withConceptRead(number.intValue());
        }
        return now;
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node) {
        return Enum.valueOf(type, node.textValue().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
