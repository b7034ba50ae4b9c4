package endpointlab.practice.policy;

import java.util.List;

/**
 * One statement of a policy.
 *
 * @param allow        or deny
 * @param actions      patterns
 * @param notActions   whether all actions but those are meant
 * @param resources    patterns
 * @param notResources whether all resources but those are meant
 */
record Statement(boolean allow, List<String> actions, boolean notActions, List<String> resources,
                 boolean notResources, List<Condition> conditions) {

    boolean appliesTo(Authorization asked) {
        boolean action = actions.stream().anyMatch(pattern ->
                Wildcards.matchIgnoringCase(pattern, asked.action())) != notActions;
        boolean resource = resources.stream().anyMatch(pattern ->
                Wildcards.matchArn(pattern, asked.resource())) != notResources;
        return action && resource && conditions.stream().allMatch(condition -> condition.passes(asked));
    }
}
