package endpointlab.practice.wire;

import endpointlab.practice.wire.Scalars.NotA;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills an SDK request builder from Query parameters, the reverse of the SDK's own marshaller. EC2 counts list
 * elements right after the list's name ({@code VpcId.1}), ELBv2 and STS after {@code member}
 * ({@code Subnets.member.1}), and none of the three flattens lists or maps otherwise. Words of enumerations arrive
 * as they were sent.
 *
 * <p>Source: Smithy, "AWS query protocol" and "AWS EC2 query protocol". Assumed: EC2 refuses a parameter that it
 * doesn't know ({@code UnknownParameter} is in its list of error codes) while ELBv2 and STS ignore it; list elements
 * count by their order, gaps between their numbers don't matter, and numbers above {@value #HIGHEST_INDEX} are
 * refused.
 */
final class QueryDecoder {

    static final int HIGHEST_INDEX = 10_000;
    private static final Pattern INDEX = Pattern.compile("[1-9][0-9]{0,4}");

    private final AwsService service;
    private final WireErrors errors;
    private final RequiredParameters required;
    private final ConcurrentMap<Class<?>, FieldTable> tables = new ConcurrentHashMap<>();

    QueryDecoder(AwsService service) {
        this.service = service;
        this.errors = new WireErrors(service);
        this.required = new RequiredParameters(service);
    }

    /**
     * @param parameters without those that belong to the protocol itself
     * @param builder    an SDK request's builder
     * @throws AwsException if a parameter is missing, unknown or of the wrong form
     */
    void decode(ParameterTree parameters, SdkPojo builder) {
        fill(builder, parameters, "");
    }

    private void fill(SdkPojo builder, ParameterTree node, String prefix) {
        FieldTable table = tables.computeIfAbsent(builder.getClass(), type -> FieldTable.of(builder, required));
        Set<SdkField<?>> given = new HashSet<>();
        for (Map.Entry<String, ParameterTree> child : node.children().entrySet()) {
            String path = prefix + child.getKey();
            SdkField<?> field = table.byName().get(child.getKey());
            if (field == null) {
                refuseUnknown(path);
            } else {
                Object value = value(field, child.getValue(), path);
                if (value != null) {
                    field.set(builder, value);
                    given.add(field);
                }
            }
        }
        for (SdkField<?> field : table.required()) {
            if (!given.contains(field)) {
                throw errors.missingParameter(prefix + field.unmarshallLocationName());
            }
        }
    }

    private Object value(SdkField<?> field, ParameterTree node, String path) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case LIST -> list(field.getRequiredTrait(ListTrait.class), node, path);
            case MAP -> map(field.getRequiredTrait(MapTrait.class), node, path);
            case SDK_POJO -> structure(field, node, path);
            default -> single(type, node, path);
        };
    }

    private Object single(MarshallingKnownType type, ParameterTree node, String path) {
        node.children().keySet().forEach(part -> refuseUnknown(path + "." + part));
        if (node.value() == null) {
            return null;
        }
        try {
            return Scalars.parse(type, node.value());
        } catch (NotA wrongForm) {
            throw errors.invalidValue(path, node.value(), wrongForm.getMessage());
        }
    }

    private Object structure(SdkField<?> field, ParameterTree node, String path) {
        refuseValue(node, path);
        SdkPojo builder = field.constructor().get();
        fill(builder, node, path + ".");
        return ((Buildable) builder).build();
    }

    /** An empty value stands for an empty list: the only way a client can send one. */
    private Object list(ListTrait trait, ParameterTree node, String path) {
        if (isEmptyCollection(node)) {
            return List.of();
        }
        refuseValue(node, path);
        if (service == AwsService.EC2) {
            return elements(trait, node, path);
        }
        String wrapper = trait.memberFieldInfo().locationName();
        ParameterTree members = wrapped(wrapper, node, path);
        return members == null ? null : elements(trait, members, path + "." + wrapper);
    }

    private List<Object> elements(ListTrait trait, ParameterTree node, String path) {
        List<Object> elements = new ArrayList<>(node.children().size());
        inOrder(node, path).forEach((index, child) -> {
            Object element = value(trait.memberFieldInfo(), child, path + "." + index);
            if (element != null) {
                elements.add(element);
            }
        });
        return elements;
    }

    private Object map(MapTrait trait, ParameterTree node, String path) {
        if (isEmptyCollection(node)) {
            return Map.of();
        }
        refuseValue(node, path);
        ParameterTree entries = wrapped("entry", node, path);
        return entries == null ? null : entries(trait, entries, path + ".entry");
    }

    private Map<String, Object> entries(MapTrait trait, ParameterTree node, String path) {
        Map<String, Object> entries = new LinkedHashMap<>();
        inOrder(node, path).forEach((index, child) -> {
            String keyPath = path + "." + index + "." + trait.keyLocationName();
            String valuePath = path + "." + index + "." + trait.valueLocationName();
            ParameterTree key = needed(child, trait.keyLocationName(), keyPath);
            ParameterTree value = needed(child, trait.valueLocationName(), valuePath);
            entries.put((String) single(MarshallingKnownType.STRING, key, keyPath),
                    value(trait.valueFieldInfo(), value, valuePath));
        });
        return entries;
    }

    private ParameterTree needed(ParameterTree node, String name, String path) {
        ParameterTree child = node.children().get(name);
        if (child == null || child.value() == null) {
            throw errors.missingParameter(path);
        }
        return child;
    }

    private static boolean isEmptyCollection(ParameterTree node) {
        return node.value() != null && node.value().isEmpty() && node.children().isEmpty();
    }

    private ParameterTree wrapped(String wrapper, ParameterTree node, String path) {
        node.children().keySet().stream().filter(part -> !part.equals(wrapper))
                .forEach(part -> refuseUnknown(path + "." + part));
        return node.children().get(wrapper);
    }

    private Map<Integer, ParameterTree> inOrder(ParameterTree node, String path) {
        Map<Integer, ParameterTree> inOrder = new TreeMap<>();
        node.children().forEach((part, child) -> inOrder.put(index(part, path), child));
        return inOrder;
    }

    private int index(String part, String path) {
        int index = INDEX.matcher(part).matches() ? Integer.parseInt(part) : 0;
        if (index < 1 || index > HIGHEST_INDEX) {
            throw errors.invalidValue(path, part, "a list index from 1 to " + HIGHEST_INDEX);
        }
        return index;
    }

    private void refuseValue(ParameterTree node, String path) {
        if (node.value() != null) {
            refuseUnknown(path);
        }
    }

    private void refuseUnknown(String path) {
        if (service == AwsService.EC2) {
            throw errors.unknownParameter(path);
        }
    }
}
