package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** Tags of EC2's resources. Source: EC2 API Reference. */
final class TagOperations {

    private final Cloud cloud;
    private final TaggedResources resources;
    private final Filters<Row> filters;

    TagOperations(Cloud cloud) {
        this.cloud = cloud;
        this.resources = new TaggedResources(cloud);
        this.filters = new Filters<Row>(row -> Map.of(row.key(), row.value()))
                .with("key", Row::key)
                .with("value", Row::value)
                .with("resource-id", Row::resourceId)
                .with("resource-type", row -> resources.typeOf(row.resourceId()).orElse(null));
    }

    private record Row(String resourceId, String key, String value) {
        String place() {
            return resourceId + "/" + key;
        }
    }

    void register(Registrar registrar) {
        registrar.add("CreateTags", CreateTagsRequest::builder, this::create);
        registrar.add("DeleteTags", DeleteTagsRequest::builder, this::delete);
        registrar.add("DescribeTags", DescribeTagsRequest::builder, this::describe);
    }

    private CreateTagsResponse create(CreateTagsRequest request) {
        requireResources(request.resources());
        if (request.tags().isEmpty()) {
            throw new AwsException("MissingParameter", "The request must contain the parameter Tag");
        }
        Map<String, String> tags = Tags.read(request.tags());
        request.resources().forEach(id -> resources.require(id, cloud.find));
        request.resources().forEach(id -> cloud.tags.requireRoom(id, tags));
        request.resources().forEach(id -> cloud.tags.put(id, tags));
        return CreateTagsResponse.builder().build();
    }

    /** Without tags all go; a tag with a value goes only if it has that value. */
    private DeleteTagsResponse delete(DeleteTagsRequest request) {
        requireResources(request.resources());
        request.tags().forEach(tag -> Tags.requireKey(tag.key()));
        request.resources().forEach(id -> resources.require(id, cloud.findSurely));
        for (String id : request.resources()) {
            Map<String, String> present = cloud.tags.of(id);
            Set<String> keys = request.tags().isEmpty() ? present.keySet() : request.tags().stream()
                    .filter(tag -> tag.value() == null || tag.value().equals(present.get(tag.key())))
                    .map(Tag::key).collect(Collectors.toSet());
            cloud.tags.remove(id, keys);
        }
        return DeleteTagsResponse.builder().build();
    }

    private static void requireResources(List<String> ids) {
        if (ids.isEmpty()) {
            throw new AwsException("MissingParameter", "The request must contain the parameter resourceIdSet");
        }
    }

    private DescribeTagsResponse describe(DescribeTagsRequest request) {
        List<Row> rows = cloud.world.tags.where(tagged -> resources.exists(tagged.id())).stream()
                .flatMap(tagged -> tagged.tags().entrySet().stream()
                        .map(tag -> new Row(tagged.id(), tag.getKey(), tag.getValue()))).toList();
        Page<Row> page = cloud.paging.page(filters.apply(rows, request.filters()), Row::place,
                request.maxResults(), request.nextToken());
        return DescribeTagsResponse.builder().nextToken(page.nextToken())
                .tags(page.rows().stream().map(row -> TagDescription.builder().resourceId(row.resourceId())
                        .resourceType(resources.typeOf(row.resourceId()).orElseThrow()).key(row.key())
                        .value(row.value()).build()).toList()).build();
    }
}
