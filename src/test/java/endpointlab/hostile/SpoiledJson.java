package endpointlab.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Draws files that were good JSON once: other values, values gone, texts cut, bytes changed. */
public final class SpoiledJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final byte[] good;
    private final JsonNode tree;

    public SpoiledJson(byte[] good) {
        this.good = good;
        this.tree = parse(good);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Most are JSON still, so that what is read gets far. */
    public byte[] draw(Chance chance) {
        if (chance.once(5)) {
            return chance.spoiled(good);
        }
        if (chance.once(60)) {
            return ("[".repeat(100_000) + "]").getBytes(StandardCharsets.UTF_8);
        }
        JsonNode spoiled = tree.deepCopy();
        for (int times = 1 + chance.below(3); times > 0; times--) {
            spoiled = spoiledOnce(spoiled, chance);
        }
        return spoiled.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode spoiledOnce(JsonNode top, Chance chance) {
        List<JsonNode> containers = new ArrayList<>();
        collect(top, containers);
        if (containers.isEmpty() || chance.once(80)) {
            return other(chance, top);
        }
        JsonNode where = chance.from(containers);
        if (where instanceof ObjectNode object) {
            spoil(object, chance);
        } else if (where instanceof ArrayNode array) {
            spoil(array, chance);
        }
        return top;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void spoil(ObjectNode object, Chance chance) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = chance.from(names);
        switch (chance.below(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(chance.once(2) ? chance.text() : name + "2", object.get(name));
            case 2 -> object.set(name, object.get(chance.from(names)).deepCopy());
            default -> object.set(name, other(chance, object.get(name)));
        }
    }

    private static void spoil(ArrayNode array, Chance chance) {
        int at = chance.below(array.size());
        switch (chance.below(4)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(array.get(at).deepCopy());
            case 2 -> array.insertNull(at);
            default -> array.set(at, other(chance, array.get(at)));
        }
    }

    private static JsonNode other(Chance chance, JsonNode was) {
        return switch (chance.below(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance.once(2));
            case 2 -> NODES.numberNode(chance.from(List.of(0, 1, -1, 99, Integer.MAX_VALUE, Integer.MIN_VALUE)));
            case 3 -> NODES.numberNode(chance.once(2) ? BigInteger.ONE.shiftLeft(200)
                    : BigInteger.valueOf(chance.seed()));
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.objectNode();
            case 6 -> NODES.arrayNode().add(was.deepCopy());
            case 7 -> NODES.textNode(was.isTextual() ? chance.spoiled(was.textValue()) : was.toString());
            default -> NODES.textNode(chance.text());
        };
    }
}
