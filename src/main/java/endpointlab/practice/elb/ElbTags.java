package endpointlab.practice.elb;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/**
 * Tags of load balancers, listeners and target groups.
 *
 * <p>Source: ELBv2 API Reference, AddTags, RemoveTags, DescribeTags. Assumed: the texts of the errors.
 */
final class ElbTags {

    private static final int MOST_TAGS = 50;
    private static final int MOST_ARNS = 20;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Cloud cloud;
    private final ElbFinder find;

    ElbTags(Cloud cloud) {
        this.cloud = cloud;
        this.find = new ElbFinder(cloud.world);
    }

    AddTagsResponse add(AddTagsRequest request) {
        Map<String, String> tags = read(request.tags());
        request.resourceArns().forEach(find::exists);
        request.resourceArns().forEach(arn -> put(arn, tags));
        return AddTagsResponse.builder().build();
    }

    RemoveTagsResponse remove(RemoveTagsRequest request) {
        request.resourceArns().forEach(find::exists);
        request.resourceArns().forEach(arn -> cloud.tags.remove(arn, Set.copyOf(request.tagKeys())));
        return RemoveTagsResponse.builder().build();
    }

    DescribeTagsResponse describe(DescribeTagsRequest request) {
        if (request.resourceArns().size() > MOST_ARNS) {
            throw ElbErrors.validation("At most " + MOST_ARNS + " resources can be described in one request");
        }
        request.resourceArns().forEach(find::exists);
        return DescribeTagsResponse.builder().tagDescriptions(request.resourceArns().stream()
                .map(arn -> TagDescription.builder().resourceArn(arn).tags(of(arn)).build()).toList()).build();
    }

    /**
     * Reads the tags of a request.
     *
     * @throws AwsException {@code ValidationError}, {@code DuplicateTagKeys}, {@code TooManyTags}
     */
    static Map<String, String> read(List<Tag> tags) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String key = tag.key();
            String value = tag.value() == null ? "" : tag.value();
            if (key == null || key.isEmpty() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
                throw ElbErrors.validation("Tag keys have 1 to " + LONGEST_KEY + " characters and values at most "
                        + LONGEST_VALUE);
            }
            if (key.startsWith("aws:")) {
                throw ElbErrors.validation("Tag key '" + key + "' must not begin with 'aws:'");
            }
            if (read.put(key, value) != null) {
                throw new AwsException("DuplicateTagKeys", "A tag key was specified more than once: '" + key + "'");
            }
        }
        checkCount(read.size());
        return read;
    }

    /** @throws AwsException {@code TooManyTags} */
    void put(String arn, Map<String, String> tags) {
        Set<String> keys = new HashSet<>(cloud.tags.of(arn).keySet());
        keys.addAll(tags.keySet());
        checkCount(keys.size());
        cloud.tags.put(arn, tags);
    }

    private static void checkCount(int tags) {
        if (tags > MOST_TAGS) {
            throw ElbErrors.tooMany("TooManyTags", "tags for a resource");
        }
    }

    private List<Tag> of(String arn) {
        List<Tag> tags = cloud.tags.of(arn).entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build()).toList();
        return cloud.paging.shuffled(tags, Tag::key);
    }
}
