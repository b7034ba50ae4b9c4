package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * The root volumes of instances, which live and end with them; this cloud has no others.
 *
 * <p>Source: EC2 API Reference.
 */
final class VolumeOperations {

    private final Cloud cloud;
    private final InstanceViews views;
    private final Filters<Instance> filters;

    VolumeOperations(Cloud cloud, Images images) {
        this.cloud = cloud;
        this.views = new InstanceViews(cloud, images);
        this.filters = new Filters<Instance>(one -> cloud.tags.of(one.volumeId()))
                .with("volume-id", Instance::volumeId)
                .with("attachment.instance-id", Instance::id)
                .with("attachment.device", one -> InstanceViews.ROOT_DEVICE)
                .with("attachment.delete-on-termination", one -> true)
                .with("attachment.status", one -> "attached")
                .with("availability-zone", views::zone)
                .with("encrypted", one -> false)
                .with("size", one -> ImageOperations.ROOT_VOLUME_GIB)
                .with("snapshot-id", one -> views.image(one).snapshotId())
                .with("status", one -> "in-use")
                .with("volume-type", one -> "gp3");
    }

    void register(Registrar registrar) {
        registrar.add("DescribeVolumes", DescribeVolumesRequest::builder, this::describe);
    }

    private DescribeVolumesResponse describe(DescribeVolumesRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.volumeIds(), "volumesSet");
        List<Instance> living = cloud.world.instances.where(one -> !cloud.passed(one.terminatedAt()));
        List<Instance> rows = cloud.find.rows(request.volumeIds(), id -> living.stream()
                .filter(one -> one.volumeId().equals(id) && cloud.find.sees(one.launchedAt())).findFirst()
                .orElseThrow(() -> NotFound.volume(id)), living, Instance::launchedAt);
        Page<Instance> page = cloud.paging.page(filters.apply(rows, request.filters()), Instance::volumeId,
                request.maxResults(), request.nextToken());
        return DescribeVolumesResponse.builder().nextToken(page.nextToken())
                .volumes(page.rows().stream().map(this::view).toList()).build();
    }

    private Volume view(Instance one) {
        return Volume.builder().volumeId(one.volumeId()).size(ImageOperations.ROOT_VOLUME_GIB).volumeType("gp3")
                .iops(3_000).throughput(125).state("in-use").encrypted(false).multiAttachEnabled(false)
                .createTime(one.launchedAt()).availabilityZone(views.zone(one))
                .snapshotId(views.image(one).snapshotId()).tags(cloud.tags.list(one.volumeId()))
                .attachments(attachment -> attachment.volumeId(one.volumeId()).instanceId(one.id())
                        .device(InstanceViews.ROOT_DEVICE).state("attached").attachTime(one.launchedAt())
                        .deleteOnTermination(true))
                .build();
    }
}
