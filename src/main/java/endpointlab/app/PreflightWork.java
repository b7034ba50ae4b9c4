package endpointlab.app;

import endpointlab.aws.AwsCalls;
import endpointlab.clock.Cancellation;
import endpointlab.cost.PriceTable;
import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.preflight.AddressLookup;
import endpointlab.preflight.Preflight;
import endpointlab.preflight.PreflightListener;
import endpointlab.preflight.PreflightPlan;
import endpointlab.preflight.PreflightReport;
import endpointlab.settings.LabWishes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks at a cloud before a lab is begun in it, and begins the lab as was found to be right. */
final class PreflightWork {

    private final Cloud cloud;
    private final Lab lab;
    private final Cancellation cancellation;

    PreflightWork(Cloud cloud, Lab lab, Cancellation cancellation) {
        this.cloud = cloud;
        this.lab = lab;
        this.cancellation = cancellation;
    }

    /**
     * Blocks.
     *
     * @param state   of the lab as it would be begun
     * @param options where SSH shall be allowed from, the account's quota, and what the room may not see
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    PreflightReport look(LabState state, int students, AwsModeOptions options, PreflightListener listener) {
        Optional<AddressLookup> address = options.fromOwnAddress() ? Optional.of(cloud.ownAddress())
                : Optional.empty();
        ExecutorService workers = Executors.newCachedThreadPool(LabAtWork.daemons());
        try {
            return new Preflight(workers).look(new AwsCalls(cloud.aws(), cloud.clock(), workers, call -> { })
                            .caller("", cancellation, (what, fault, budget) -> { }),
                    new PreflightPlan(lab, state, students, options.vpcQuota(), PriceTable.load(), address),
                    line -> listener.found(options.mask() ? line.masked() : line));
        } finally {
            workers.shutdownNow();
        }
    }

    /** The lab in the zone that has all it needs, unless another was chosen, and with SSH from where it shall be. */
    static LabState fitted(Lab lab, LabState state, PreflightReport report) {
        Map<String, String> values = new HashMap<>(state.values());
        FieldValues now = FieldValues.of(lab, state);
        report.zone().ifPresent(zone -> lab.fields().stream()
                .filter(field -> field.type() == FieldType.AVAILABILITY_ZONE).map(FieldSpec::key)
                .filter(key -> !now.value(key).equals(zone.name())).forEach(key -> values.put(key, zone.name())));
        return state.withValues(report.address().map(address -> LabWishes.withSshFrom(address, lab, values))
                .orElse(values));
    }
}
