package endpointlab.resource;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Elastic Load Balancing has no filters by tag: candidates are listed first and their tags read after. */
final class LoadBalancerTags {

    /** AWS's limit for one DescribeTags. */
    private static final int BATCH = 20;

    private LoadBalancerTags() {
    }

    /** Those of {@code arns} that carry the tags of this resource of this run. */
    static List<String> ours(ResourceWork work, List<String> arns) {
        return describe(work.aws(), arns).stream().filter(found -> work.tags().areOn(found.tags()))
                .map(TagDescription::resourceArn).toList();
    }

    static List<TagDescription> describe(endpointlab.aws.AwsCaller aws, List<String> arns) {
        List<TagDescription> found = new ArrayList<>();
        for (int start = 0; start < arns.size(); start += BATCH) {
            DescribeTagsRequest request = DescribeTagsRequest.builder()
                    .resourceArns(arns.subList(start, Math.min(arns.size(), start + BATCH))).build();
            Tolerance.ifThere(() -> aws.read(request, aws.elb()::describeTags))
                    .ifPresent(answer -> found.addAll(answer.tagDescriptions()));
        }
        return found;
    }
}
