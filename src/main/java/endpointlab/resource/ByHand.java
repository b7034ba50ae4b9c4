package endpointlab.resource;

import endpointlab.lab.Difference;
import endpointlab.lab.HandMade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;

/**
 * Finds what a learner made by hand for a resource of the lab, and makes it the lab's by its tags. AWS's own defaults,
 * what other labs made and what the lab has for another resource are never meant.
 */
public final class ByHand {

    /** Before the name of an input that another resource has which is to be joined to this one. */
    public static final String JOINED = "joined.";

    private static final Set<String> TAGGED_IN_EC2 = Set.of("vpc", "internet-gateway", "subnet", "route-table", "key-pair",
            "security-group", "instance", "endpoint-service", "vpc-endpoint");
    private static final Set<String> TAGGED_IN_ELB = Set.of("load-balancer", "target-group", "listener");

    private final Map<String, Function<ResourceWork, List<Sighting>>> finders = new HashMap<>();

    public ByHand() {
        finders.putAll(NetworkByHand.FINDERS);
        finders.putAll(InstancesByHand.FINDERS);
        finders.putAll(BalancersByHand.FINDERS);
        finders.putAll(EndpointsByHand.FINDERS);
    }

    /**
     * What it could be, as likely as each other; none if nothing speaks for anything. Changes nothing.
     *
     * @param work  with all inputs of the resource
     * @param taken AWS ids of other resources of that kind in the lab
     */
    public List<HandMade> find(String kind, ResourceWork work, Set<String> taken) {
        List<Sighting> seen = finders.get(kind).apply(work).stream()
                .filter(one -> !taken.contains(one.id()) && one.likeness() > 0 && !isOfAnother(work, one)).toList();
        List<Sighting> tagged = seen.stream().filter(one -> isOurs(work, one)).toList();
        if (!tagged.isEmpty()) {
            return tagged.stream().map(one -> one.handMade(true)).toList();
        }
        int most = seen.stream().mapToInt(Sighting::likeness).max().orElse(0);
        return seen.stream().filter(one -> one.likeness() == most).map(one -> one.handMade(false)).toList();
    }

    /** Gives the resource {@link ResourceWork#id()} the run's tags; its name stays. */
    public void tag(String kind, ResourceWork work) {
        Map<String, String> tags = Map.of(RunTags.RUN, work.run(), RunTags.RESOURCE, work.specId());
        if (TAGGED_IN_EC2.contains(kind)) {
            CreateTagsRequest request = CreateTagsRequest.builder().resources(work.id())
                    .tags(tags.entrySet().stream().map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue())
                            .build()).toList()).build();
            work.aws().change(request, work.aws().ec2()::createTags, work.repeatable());
        } else if (TAGGED_IN_ELB.contains(kind)) {
            AddTagsRequest request = AddTagsRequest.builder().resourceArns(work.id())
                    .tags(tags.entrySet().stream().map(tag -> software.amazon.awssdk.services.elasticloadbalancingv2
                            .model.Tag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList()).build();
            work.aws().change(request, work.aws().elb()::addTags, work.repeatable());
        }
    }

    /** All differences: those of the settings that stay as made, and those that a look finds. */
    public static HandMade with(HandMade found, List<Difference> looked) {
        List<Difference> all = new ArrayList<>(found.differences());
        looked.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new HandMade(found.awsId(), found.how(), all);
    }

    static boolean isJoined(ResourceWork work, String input, String value) {
        return value != null && Optional.ofNullable(work.inputs().get(JOINED + input)).filter(value::equals).isPresent();
    }

    private static boolean isOurs(ResourceWork work, Sighting one) {
        return work.run().equals(one.tags().get(RunTags.RUN))
                && work.specId().equals(one.tags().get(RunTags.RESOURCE));
    }

    private static boolean isOfAnother(ResourceWork work, Sighting one) {
        return !one.tags().getOrDefault(RunTags.RUN, work.run()).equals(work.run())
                || !one.tags().getOrDefault(RunTags.RESOURCE, work.specId()).equals(work.specId());
    }
}
