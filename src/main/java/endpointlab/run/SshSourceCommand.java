package endpointlab.run;

import endpointlab.lab.FieldSpec;
import endpointlab.lab.FieldType;
import endpointlab.lab.FieldValues;
import endpointlab.lab.InboundRule;
import endpointlab.lab.Input;
import endpointlab.lab.ResourceSpec;
import endpointlab.lab.ResourceStatus;
import endpointlab.run.RunResult.Outcome;
import java.util.List;
import java.util.Map;

/**
 * Lets SSH in from another address: where the lab's rules for SSH don't, their source becomes that address alone. A
 * rule is changed in the cloud first and noted after; killed in between, the same command does it again.
 */
final class SshSourceCommand {

    private static final String ONE_ADDRESS = "/32";

    private final Engine engine;
    private final Works works;
    private final String address;

    SshSourceCommand(Engine engine, Works works, String address) {
        this.engine = engine;
        this.works = works;
        this.address = address;
    }

    /** @throws endpointlab.lab.ProblemException if a rule can't be changed; those before it are */
    RunResult run() {
        FieldValues values = FieldValues.of(engine.lab(), engine.keeper().state());
        for (FieldSpec field : engine.lab().fields()) {
            if (field.type() == FieldType.SECURITY_GROUP_RULES) {
                String was = values.value(field.key());
                String wanted = changed(was);
                if (!wanted.equals(was)) {
                    change(field.key(), wanted);
                }
            }
        }
        return new RunResult(works.cancellation().isCancelled() ? Outcome.CANCELLED : Outcome.DONE, List.of(),
                List.of());
    }

    private String changed(String rules) {
        List<InboundRule> all = InboundRule.parseAll(rules);
        boolean letsIn = all.stream().anyMatch(rule -> rule.isSsh() && rule.letsIn(address));
        return letsIn ? rules : InboundRule.format(all.stream().map(rule -> rule.isSsh()
                ? rule.from(address + ONE_ADDRESS) : rule).distinct().toList());
    }

    private void change(String field, String wanted) {
        for (ResourceSpec spec : engine.lab().resources()) {
            for (Map.Entry<String, String> input : spec.inputs().entrySet()) {
                boolean uses = Input.parse(input.getValue()) instanceof Input.FieldReference reference
                        && reference.key().equals(field);
                if (uses && engine.keeper().resource(spec.id()).status() == ResourceStatus.READY) {
                    engine.handler(spec).change(works.toMake(spec), works.toMake(spec).with(input.getKey(), wanted));
                }
            }
        }
        engine.keeper().change(was -> FieldUses.with(was, field, wanted));
    }
}
