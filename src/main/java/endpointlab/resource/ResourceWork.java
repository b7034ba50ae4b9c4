package endpointlab.resource;

import endpointlab.aws.AwsCaller;
import endpointlab.aws.RetryRules;
import endpointlab.lab.KeyFiles;
import endpointlab.lab.ResourceState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The work on one resource: what its handler is told and may use.
 *
 * @param run         the run's id
 * @param specId      id of the resource in the lab
 * @param inputs      the resource's inputs, resolved
 * @param state       what is known of it
 * @param freshFor    lab time for which a not-found answer may only mean that what was made just now isn't visible
 *                    everywhere yet; zero if nothing that this work touches was made just now
 * @param aws         makes the calls
 * @param madeHandler takes the AWS id and the first attributes, and saves them
 */
public record ResourceWork(String run, String specId, Map<String, String> inputs, ResourceState state,
                           Duration freshFor, AwsCaller aws, KeyFiles keys,
                           BiConsumer<String, Map<String, String>> madeHandler) {

    public ResourceWork {
        inputs = Map.copyOf(inputs);
    }

    /** AWS id or ARN of the resource. */
    String id() {
        if (state.awsId() == null) {
            throw new IllegalStateException(specId + " has no AWS id yet");
        }
        return state.awsId();
    }

    /** The same work with another value of an input. */
    public ResourceWork with(String name, String value) {
        Map<String, String> changed = new HashMap<>(inputs);
        changed.put(name, value);
        return new ResourceWork(run, specId, changed, state, freshFor, aws, keys, madeHandler);
    }

    /** @throws IllegalArgumentException if the lab gives the resource no such input */
    String input(String name) {
        String value = inputs.get(name);
        if (value == null) {
            throw new IllegalArgumentException(specId + " has no input " + name);
        }
        return value;
    }

    int number(String name) {
        return Integer.parseInt(input(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(input(name));
    }

    /** Attribute saved earlier; empty if it is not known. */
    String attribute(String name) {
        return state.attributes().getOrDefault(name, "");
    }

    RunTags tags() {
        return new RunTags(run, specId, inputs.getOrDefault("name",
                inputs.getOrDefault("group-name", inputs.getOrDefault("key-name", ""))));
    }

    /** Hands over the id; called by the thread that got AWS's answer. */
    void made(String id, Map<String, String> attributes) {
        madeHandler.accept(id, attributes);
    }

    void made(String id) {
        made(id, Map.of());
    }

    /** For a call that may be sent twice. */
    RetryRules repeatable() {
        return RetryRules.REPEATABLE.whileNotVisible(freshFor);
    }

    /** For a call that must not be sent twice when its outcome is unknown. */
    RetryRules once() {
        return RetryRules.ONCE.whileNotVisible(freshFor);
    }
}
