package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.ClientToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The client tokens that EC2 remembers, so that a repeated create makes nothing twice. Use inside
 * {@link World#locked}.
 *
 * <p>Source: EC2 Developer Guide, "Ensuring idempotency". Assumed: a token is remembered for good, per action.
 */
public final class ClientTokens {

    private static final int LONGEST_TOKEN = 64;
    /** They say nothing about what is to be made. */
    private static final Set<String> IGNORED = Set.of("ClientToken", "DryRun");

    private final World world;

    ClientTokens(World world) {
        this.world = world;
    }

    /**
     * @param token {@code null} or empty if the caller gave none
     * @return id of what the first call with this token made; empty if this is the first call
     * @throws AwsException {@code IdempotentParameterMismatch} if the first call had other parameters,
     *                      {@code InvalidClientToken}
     */
    public Optional<String> madeBefore(String action, String token, SdkPojo request) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        if (token.length() > LONGEST_TOKEN || !token.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new AwsException("InvalidClientToken",
                    "The client token must be no more than " + LONGEST_TOKEN + " ASCII characters");
        }
        Optional<ClientToken> known = world.clientTokens.find(action + " " + token);
        if (known.isPresent() && !known.get().fingerprint().equals(fingerprint(request))) {
            throw new AwsException("IdempotentParameterMismatch",
                    "Arguments on this idempotent request are inconsistent with arguments used in previous "
                            + "request(s).");
        }
        return known.map(ClientToken::resourceId);
    }

    /** Remembers what the first call with this token made; nothing happens without a token. */
    public void remember(String action, String token, SdkPojo request, String resourceId) {
        if (token != null && !token.isEmpty()) {
            world.clientTokens.put(new ClientToken(action + " " + token, fingerprint(request), resourceId));
        }
    }

    private static String fingerprint(SdkPojo request) {
        StringBuilder text = new StringBuilder();
        append(text, request);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof SdkPojo pojo) {
            text.append('{');
            for (SdkField<?> field : pojo.sdkFields()) {
                Object content = field.getValueOrDefault(pojo);
                if (content != null && !IGNORED.contains(field.memberName())) {
                    text.append(field.memberName()).append('=');
                    append(text, content);
                }
            }
            text.append('}');
        } else if (value instanceof Collection<?> list) {
            text.append('[');
            list.forEach(item -> append(text, item));
            text.append(']');
        } else if (value instanceof Map<?, ?> map) {
            append(text, new TreeMap<>(map).toString());
        } else {
            String written = String.valueOf(value);
            text.append(written.length()).append(':').append(written);
        }
    }
}
