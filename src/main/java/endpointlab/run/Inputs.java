package endpointlab.run;

import endpointlab.aws.CliText;
import endpointlab.lab.FieldValues;
import endpointlab.lab.Input;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.lab.ResourceState;
import endpointlab.resource.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the inputs of resources and checks against the state of a run. */
final class Inputs {

    private final FieldValues fields;
    private final LabState state;

    Inputs(Lab lab, LabState state) {
        this.fields = FieldValues.of(lab, state);
        this.state = state;
    }

    /** All that can be resolved now. */
    Map<String, String> known(Map<String, String> inputs) {
        Map<String, String> known = new LinkedHashMap<>();
        inputs.forEach((name, text) -> value(text).ifPresent(value -> known.put(name, value)));
        return known;
    }

    /** @throws ProblemException naming the first input that can't be resolved yet */
    Map<String, String> all(Map<String, String> inputs) {
        Map<String, String> known = known(inputs);
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            if (!known.containsKey(input.getKey())) {
                throw new ProblemException(new Problem("NotKnownYet", "problem.not-known-yet.cause",
                        "problem.not-known-yet.remedy", List.of(input.getValue()), "", "", ""), null);
            }
        }
        return known;
    }

    /** All of them; what isn't known yet is a {@link CliText#variable}, such as {@code SERVICE_VPC_ID}. */
    Map<String, String> named(Map<String, String> inputs) {
        Map<String, String> named = new LinkedHashMap<>();
        inputs.forEach((name, text) -> named.put(name, value(text).orElseGet(() -> variable(Input.parse(text)))));
        return named;
    }

    private String variable(Input unknown) {
        return unknown instanceof Input.ResourceReference reference
                ? CliText.variable(CliText.variableName(reference.resourceId(), reference.attribute()))
                : Account.rootArn(CliText.variable("ACCOUNT_ID"), state.region());
    }

    private Optional<String> value(String text) {
        Input input = Input.parse(text);
        if (input instanceof Input.Literal literal) {
            return Optional.of(literal.value());
        }
        if (input instanceof Input.FieldReference field) {
            return Optional.of(fields.value(field.key()));
        }
        if (input instanceof Input.ResourceReference reference) {
            return attribute(state.resource(reference.resourceId()), reference.attribute());
        }
        if (input instanceof Input.AccountRootArn) {
            return state.accountId().isEmpty() ? Optional.empty()
                    : Optional.of(Account.rootArn(state.accountId(), state.region()));
        }
        return Optional.of(state.runId());
    }

    private static Optional<String> attribute(ResourceState resource, String name) {
        return Optional.ofNullable(name.equals("id") ? resource.awsId() : resource.attributes().get(name));
    }
}
