package endpointlab.preflight;

import endpointlab.aws.AwsCaller;
import endpointlab.cost.LabCost;
import endpointlab.lab.LabStep;
import endpointlab.preflight.PreflightLine.Topic;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the lab costs per hour, and in the time that is planned for it. */
final class CostCheck implements Check {

    @Override
    public void look(AwsCaller aws, PreflightPlan plan, Findings findings) {
        LabCost cost = new LabCost(plan.lab(), plan.prices());
        int minutes = plan.lab().steps().stream().mapToInt(LabStep::minutes).sum();
        OptionalDouble perHour = cost.perHourComplete(plan.state().region(), plan.state().values());
        OptionalDouble all = cost.total(plan.state().region(), plan.state().values(), Duration.ofMinutes(minutes));
        if (perHour.isEmpty() || all.isEmpty()) {
            findings.unknown(Topic.COST, "cost-unknown", plan.state().region(), String.valueOf(minutes));
            return;
        }
        findings.ok(Topic.COST, "cost", dollars(perHour.getAsDouble() * plan.students()), String.valueOf(minutes),
                dollars(all.getAsDouble() * plan.students()), plan.prices().date());
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.3f", amount);
    }
}
