package endpointlab.practice.world;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.wire.OperationTable;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Enters operations into an {@link OperationTable} with what all of them have in common: they run with the world
 * locked, and EC2's {@code DryRun} is answered without carrying anything out.
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
        table.add(action, builder, (I request) -> {
            refuseDryRun(request);
            return handler.handle(request);
        });
    }

    /** Source: EC2 API Reference, "Common query parameters"; status 412 from memory, not confirmed. */
    private static void refuseDryRun(SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals("DryRun") && Boolean.TRUE.equals(field.getValueOrDefault(request))) {
                throw new AwsException(412, "DryRunOperation",
                        "Request would have succeeded, but DryRun flag is set.");
            }
        }
    }
}
