package endpointlab.practice.document;

import com.fasterxml.jackson.databind.JsonNode;
import endpointlab.practice.document.DocumentException.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value in a document, which knows where it stands. Every method that finds something else than it wants throws
 * {@link DocumentException}.
 */
public final class Part {

    private static final int LONGEST_ECHO = 80;

    private final String file;
    private final String path;
    private final JsonNode json;

    Part(String file, String path, JsonNode json) {
        this.file = file;
        this.path = path;
        this.json = json;
    }

    /** This value, which must be an object with no other fields than these. */
    public Part object(String... fields) {
        if (!json.isObject()) {
            throw bad("{ " + String.join(", ", fields) + " }");
        }
        List<String> known = Arrays.asList(fields);
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw fault(Fault.UNKNOWN_FIELD, shortened(name), String.join(", ", known));
            }
        });
        return this;
    }

    /** The fields of this value, which must be an object, by name. */
    public List<Map.Entry<String, Part>> fields() {
        if (!json.isObject()) {
            throw bad("{ }");
        }
        List<Map.Entry<String, Part>> fields = new ArrayList<>();
        json.fields().forEachRemaining(each -> fields.add(Map.entry(each.getKey(), at(each.getKey(), each.getValue()))));
        return fields;
    }

    public Optional<Part> field(String name) {
        return Optional.ofNullable(json.get(name)).map(value -> at(name, value));
    }

    public Part required(String name) {
        return field(name).orElseThrow(() -> new DocumentException(Fault.MISSING_FIELD, List.of(file, path, name), null));
    }

    /** The elements of this value, or itself if it is no array. */
    public List<Part> oneOrMore() {
        return json.isArray() ? items() : List.of(this);
    }

    /** The elements of this value, which must be an array. */
    public List<Part> items() {
        if (!json.isArray()) {
            throw bad("[ ]");
        }
        List<Part> items = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            items.add(new Part(file, path + "[" + i + "]", json.get(i)));
        }
        return items;
    }

    /** @param allowed said if it is no text */
    public String text(String allowed) {
        if (!json.isTextual()) {
            throw bad(allowed);
        }
        return json.textValue();
    }

    /** A text, or a number or truth value as the text it is written with. */
    public String scalar(String allowed) {
        if (!json.isTextual() && !json.isNumber() && !json.isBoolean()) {
            throw bad(allowed);
        }
        return json.asText();
    }

    /** One of these words. */
    public String word(String... words) {
        String allowed = String.join(", ", words);
        String text = text(allowed);
        if (!Arrays.asList(words).contains(text)) {
            throw bad(allowed);
        }
        return text;
    }

    /** A whole number between two, both included. */
    public long whole(long least, long most) {
        if (!json.isIntegralNumber() || !json.canConvertToLong() || json.longValue() < least
                || json.longValue() > most) {
            throw bad(least + " - " + most);
        }
        return json.longValue();
    }

    /** A number between two, both included. */
    public double number(double least, double most) {
        if (!json.isNumber() || !(json.doubleValue() >= least && json.doubleValue() <= most)) {
            throw bad(least + " - " + most);
        }
        return json.doubleValue();
    }

    /** To be thrown where this value can't be used. */
    public DocumentException bad(String allowed) {
        return fault(Fault.BAD_VALUE, echo(), allowed);
    }

    /** To be thrown where this value means something that the practice cloud lacks. */
    public DocumentException unsupported(String what, String supported) {
        return fault(Fault.UNSUPPORTED, shortened(what), supported);
    }

    private DocumentException fault(Fault fault, String what, String allowed) {
        return new DocumentException(fault, List.of(file, path, what, allowed), null);
    }

    private Part at(String name, JsonNode value) {
        String shown = shortened(name);
        return new Part(file, path.equals(Document.TOP) ? shown : path + "." + shown, value);
    }

    private String echo() {
        return shortened(json.toString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "...";
    }
}
