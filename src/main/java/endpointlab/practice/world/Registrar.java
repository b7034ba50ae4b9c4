package endpointlab.practice.world;

import endpointlab.practice.wire.OperationTable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Enters operations into an {@link OperationTable} with what all of them have in common: they run with the world
 * locked.
 */
public final class Registrar {

    private final OperationTable table;
    private final World world;

    public Registrar(OperationTable table, World world) {
        this.table = table;
        this.world = world;
    }

    /** @param handler runs inside {@link World#locked} */
    public <B extends SdkPojo & SdkBuilder<B, I>, I extends SdkPojo, O extends SdkPojo> void add(
            String action, Supplier<B> builder, OperationTable.Handler<I, O> handler) {
        addUnlocked(action, builder, request -> world.locked(() -> handler.handle(request)));
    }

    /** For operations that also talk to machines, which must not wait for the world. */
    public <B extends SdkPojo & SdkBuilder<B, I>, I extends SdkPojo, O extends SdkPojo> void addUnlocked(
            String action, Supplier<B> builder, OperationTable.Handler<I, O> handler) {
        table.add(action, builder, handler);
    }

    /**
     * As {@link #addUnlocked}.
     *
     * @param check what a dry run goes through besides permissions; runs inside {@link World#locked}
     */
    public <B extends SdkPojo & SdkBuilder<B, I>, I extends SdkPojo, O extends SdkPojo> void addUnlocked(
            String action, Supplier<B> builder, Consumer<I> check, OperationTable.Handler<I, O> handler) {
        table.add(action, builder, request -> world.locked(() -> check.accept(request)), handler);
    }
}
