package endpointlab.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The tags by which a run knows its own resources; a name alone never proves anything. */
public final class RunTags {

    /** Its value is the run's id. */
    public static final String RUN = "LabRun";
    /** Its value is the id of the resource in the lab. */
    public static final String RESOURCE = "LabResource";
    static final String NAME = "Name";

    private final String run;
    private final String resource;
    private final String name;

    RunTags(String run, String resource, String name) {
        this.run = run;
        this.resource = resource;
        this.name = name;
    }

    TagSpecification specification(ResourceType type) {
        return TagSpecification.builder().resourceType(type)
                .tags(values().entrySet().stream().map(tag -> ec2Tag(tag.getKey(), tag.getValue())).toList()).build();
    }

    List<software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag> forLoadBalancing() {
        return values().entrySet().stream().map(tag -> software.amazon.awssdk.services.elasticloadbalancingv2.model
                .Tag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList();
    }

    /** Filters that let through only what this run made for this resource. */
    List<Filter> filters() {
        return List.of(filter("tag:" + RUN, run), filter("tag:" + RESOURCE, resource));
    }

    /** Whether these are the tags of something that this run made for this resource. */
    boolean areOn(List<software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag> tags) {
        return has(tags, RUN, run) && has(tags, RESOURCE, resource);
    }

    /**
     * Whether these are tags of something that a run made.
     *
     * @param run which run; empty for any
     */
    static boolean areOf(Optional<String> run, Map<String, String> tags) {
        return run.map(one -> one.equals(tags.get(RUN))).orElseGet(() -> tags.containsKey(RUN));
    }

    static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(Map.of(RUN, run, RESOURCE, resource));
        if (!name.isEmpty()) {
            values.put(NAME, name);
        }
        return values;
    }

    private static Tag ec2Tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static boolean has(List<software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag> tags,
                               String key, String value) {
        return tags.stream().anyMatch(tag -> tag.key().equals(key) && value.equals(tag.value()));
    }
}
