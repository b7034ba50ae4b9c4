package endpointlab.practice.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills SDK requests and responses with values drawn from a seed. Leaves fields out now and then, but neither
 * required ones nor those that the SDK would fill by itself; structures always have something in them, since the
 * Query protocols can't say that one is there but empty.
 */
final class RandomPojos {

    private static final int DEEPEST = 6;
    private static final List<String> WORDS = List.of("vpc-0123456789abcdef0", "10.0.0.0/16", "a b+c%20d&e=f;g",
            "<tag attr=\"x\">'&amp;'</tag>", "日本語の名前", "emoji \uD83D\uDE00", "line\nbreak\ttab\rreturn", "*~._-/",
            " spaces around ", "true", "0", "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0", "]]>");

    private final Random random;

    private final RequiredParameters required;
    private final boolean emptyLists;

    /** @param emptyLists whether lists may be there and empty: EC2 requests can't say it */
    RandomPojos(AwsService service, long seed, boolean emptyLists) {
        this.random = new Random(seed);
        this.required = new RequiredParameters(service);
        this.emptyLists = emptyLists;
    }

    /** Fills and builds. */
    SdkPojo build(SdkPojo builder) {
        fill(builder, 0);
        return (SdkPojo) ((Buildable) builder).build();
    }

    private void fill(SdkPojo builder, int depth) {
        List<SdkField<?>> fields = builder.sdkFields();
        List<String> requiredNames = required.of(builder.getClass().getEnclosingClass().getSimpleName());
        int always = fields.isEmpty() ? -1 : firstSingle(fields);
        for (int i = 0; i < fields.size(); i++) {
            SdkField<?> field = fields.get(i);
            boolean needed = i == always || requiredNames.contains(field.locationName())
                    || field.containsTrait(DefaultValueTrait.class) || depth == 0 && isList(field)
                    || field.unmarshallLocationName().equals("return");
            boolean tooDeep = depth >= DEEPEST && !needed;
            if (!tooDeep && (needed || random.nextInt(10) < 8 - depth)) {
                field.set(builder, value(field, depth));
            }
        }
    }

    private static int firstSingle(List<SdkField<?>> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!isList(fields.get(i)) && !isDryRun(fields.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isList(SdkField<?> field) {
        return field.containsTrait(ListTrait.class);
    }

    private static boolean isDryRun(SdkField<?> field) {
        return field.memberName().equals("DryRun");
    }

    private Object value(SdkField<?> field, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> string();
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> random.nextFloat() * 1e6f;
            case DOUBLE -> random.nextGaussian() * 1e9;
            case BOOLEAN -> !isDryRun(field) && random.nextBoolean();
            case INSTANT -> Instant.ofEpochMilli(1_500_000_000_000L + random.nextInt(Integer.MAX_VALUE) * 500L);
            case SDK_BYTES -> bytes();
            case LIST -> list(field, depth);
            case MAP -> map(field, depth);
            case SDK_POJO -> structure(field, depth);
            default -> throw new AssertionError("a type that the codec doesn't know: " + field.memberName() + " " + field.marshallingType());
        };
    }

    private String string() {
        return WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(100);
    }

    private SdkBytes bytes() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return SdkBytes.fromByteArray(bytes);
    }

    private Object structure(SdkField<?> field, int depth) {
        SdkPojo builder = field.constructor().get();
        fill(builder, depth + 1);
        return ((Buildable) builder).build();
    }

    private List<Object> list(SdkField<?> field, int depth) {
        int size = (emptyLists ? 0 : 1) + random.nextInt(depth == 0 ? 12 : 3);
        SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(member, depth + 1));
        }
        return list;
    }

    private Map<String, Object> map(SdkField<?> field, int depth) {
        SdkField<?> member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            map.put(i + string(), value(member, depth + 1));
        }
        return map;
    }
}
