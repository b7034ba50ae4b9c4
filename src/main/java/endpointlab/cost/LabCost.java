package endpointlab.cost;

import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Leftover;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceState;
import endpointlab.lab.ResourceStatus;
import endpointlab.lab.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a lab costs per hour and in all, in US dollars; empty where the Region's prices are not in the table. */
public final class LabCost {

    private static final String INSTANCE = "instance";
    private static final String INSTANCE_TYPE = "instance-type";
    private static final String ANY = "00000000";

    private final Lab lab;
    private final PriceTable table;

    public LabCost(Lab lab, PriceTable table) {
        this.lab = lab;
        this.table = table;
    }

    /** What stands now costs so much per hour, or would in AWS mode. */
    public OptionalDouble perHour(LabState state) {
        return table.in(state.region()).map(prices -> OptionalDouble.of(
                new CostMeter(prices).perHour(state, instanceTypes(state)))).orElse(OptionalDouble.empty());
    }

    /** What is left costs so much per hour. */
    public OptionalDouble perHour(String region, List<Leftover> leftovers) {
        return table.in(region).map(prices -> OptionalDouble.of(leftovers.stream()
                .mapToDouble(new CostMeter(prices)::perHour).sum())).orElse(OptionalDouble.empty());
    }

    /**
     * What the whole lab costs per hour while everything is there.
     *
     * @param values edited fields by key
     */
    public OptionalDouble perHourComplete(String region, Map<String, String> values) {
        return perHour(complete(region, values, Instant.EPOCH));
    }

    /** What the whole lab costs if everything is there for so long. */
    public OptionalDouble total(String region, Map<String, String> values, Duration life) {
        LabState state = complete(region, values, Instant.EPOCH);
        return table.in(region).map(prices -> OptionalDouble.of(CostMeter.total(new CostMeter(prices)
                .bill(state, instanceTypes(state), Instant.EPOCH.plus(life))))).orElse(OptionalDouble.empty());
    }

    /** Instance type by spec id of the lab's instances, as {@link CostMeter} wants it. */
    public Map<String, String> instanceTypes(LabState state) {
        FieldValues values = FieldValues.of(lab, state);
        Map<String, String> types = new LinkedHashMap<>();
        for (ResourceSpec spec : lab.resources()) {
            if (spec.kind().equals(INSTANCE)
                    && Input.parse(spec.inputs().get(INSTANCE_TYPE)) instanceof Input.FieldReference field) {
                types.put(spec.id(), values.value(field.key()));
            }
        }
        return types;
    }

    private LabState complete(String region, Map<String, String> values, Instant since) {
        Map<String, ResourceState> resources = new LinkedHashMap<>();
        lab.resources().forEach(spec -> resources.put(spec.id(), new ResourceState(spec.id(), ResourceStatus.READY,
                spec.id(), null, Map.of(), null, null, since, since, since, null)));
        Map<Integer, StepState> steps = new LinkedHashMap<>();
        lab.steps().forEach(step -> steps.put(step.number(), StepState.OPEN));
        return new LabState(LabState.SCHEMA, lab.id(), ANY, "aws", region, "", 0, "", values, resources, steps, since,
                since);
    }
}
