package endpointlab.practice.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The operations that one service of the practice cloud answers, by action name. Requests and responses are the
 * SDK's own types, so that an operation reads like the AWS documentation. Filled once at start, then only read.
 */
public final class OperationTable {

    private final Map<String, Operation<?, ?, ?>> operations = new LinkedHashMap<>();

    /**
     * @param action  AWS's action name, such as {@code CreateVpc}
     * @param builder the builder of the SDK's request type, such as {@code CreateVpcRequest::builder}
     * @param handler carries it out; throws {@link AwsException} for every error answer
     */
    public <B extends SdkPojo & SdkBuilder<B, I>, I, O extends SdkPojo> void add(
            String action, Supplier<B> builder, Handler<I, O> handler) {
        add(action, builder, request -> { }, handler);
    }

    /** @param check what a dry run goes through besides permissions; throws {@link AwsException} if it finds a fault */
    public <B extends SdkPojo & SdkBuilder<B, I>, I, O extends SdkPojo> void add(
            String action, Supplier<B> builder, Consumer<I> check, Handler<I, O> handler) {
        if (operations.put(action, new Operation<>(action, builder, check, handler)) != null) {
            throw new IllegalStateException("two handlers for " + action);
        }
    }

    public Optional<Operation<?, ?, ?>> find(String action) {
        return Optional.ofNullable(operations.get(action));
    }

    public Set<String> actions() {
        return operations.keySet();
    }

    /** Carries out one operation. */
    @FunctionalInterface
    public interface Handler<I, O extends SdkPojo> {
        O handle(I request);
    }

    /** One entry of the table. */
    public record Operation<B extends SdkPojo & SdkBuilder<B, I>, I, O extends SdkPojo>(
            String action, Supplier<B> builder, Consumer<I> check, Handler<I, O> handler) {
    }
}
