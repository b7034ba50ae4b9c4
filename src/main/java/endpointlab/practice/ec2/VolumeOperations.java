package endpointlab.practice.ec2;

import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeVolumeStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumeStatusResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeStatusDetails;
import software.amazon.awssdk.services.ec2.model.VolumeStatusInfo;
import software.amazon.awssdk.services.ec2.model.VolumeStatusItem;

/**
 * The root volumes of instances, which live and end with them; this cloud has no others.
 *
 * <p>Source: EC2 API Reference.
 */
final class VolumeOperations {

    private final Cloud cloud;
    private final InstanceViews views;
    private final Filters<Instance> filters;
    private final Filters<Instance> statusFilters;

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
                .with("volume-type", one -> "gp3")
                .inAnswer(this::view, """
                        attachment.attach-time Attachments.AttachTime
                        availability-zone-id AvailabilityZoneId
                        create-time CreateTime
                        fast-restored FastRestored
                        multi-attach-enabled MultiAttachEnabled
                        operator.managed Operator.Managed
                        operator.principal
                        """);
        this.statusFilters = new Filters<Instance>(one -> cloud.tags.of(one.volumeId()))
                .inAnswer(this::statusView, """
                        action.code
                        action.description
                        action.event-id
                        availability-zone AvailabilityZone
                        event.description
                        event.event-id
                        event.event-type
                        event.not-after
                        event.not-before
                        volume-status.details-name VolumeStatus.Details.Name
                        volume-status.details-status VolumeStatus.Details.Status
                        volume-status.status VolumeStatus.Status
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeVolumes", DescribeVolumesRequest::builder, this::describe);
        registrar.add("DescribeVolumeStatus", DescribeVolumeStatusRequest::builder, this::describeStatus);
    }

    private DescribeVolumesResponse describe(DescribeVolumesRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.volumeIds(), "volumesSet");
        Page<Instance> page = cloud.paging.page(filters.apply(rows(request.volumeIds()), request.filters()),
                Instance::volumeId, request.maxResults(), request.nextToken());
        return DescribeVolumesResponse.builder().nextToken(page.nextToken())
                .volumes(page.rows().stream().map(this::view).toList()).build();
    }

    private List<Instance> rows(List<String> volumeIds) {
        List<Instance> living = cloud.world.instances.where(one -> !cloud.passed(one.terminatedAt()));
        return cloud.find.rows(volumeIds, id -> living.stream()
                .filter(one -> one.volumeId().equals(id) && cloud.find.sees(one.launchedAt())).findFirst()
                .orElseThrow(() -> NotFound.volume(id)), living, Instance::launchedAt);
    }

    private DescribeVolumeStatusResponse describeStatus(DescribeVolumeStatusRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.volumeIds(), "volumesSet");
        Page<Instance> page = cloud.paging.page(statusFilters.apply(rows(request.volumeIds()), request.filters()),
                Instance::volumeId, request.maxResults(), request.nextToken());
        return DescribeVolumeStatusResponse.builder().nextToken(page.nextToken())
                .volumeStatuses(page.rows().stream().map(this::statusView).toList()).build();
    }

    /** Checked together with the instance. */
    private VolumeStatusItem statusView(Instance one) {
        boolean checked = cloud.passed(one.statusOkAt());
        return VolumeStatusItem.builder().volumeId(one.volumeId()).availabilityZone(views.zone(one))
                .availabilityZoneId(views.zoneId(one)).actions(List.of()).events(List.of())
                .volumeStatus(VolumeStatusInfo.builder().status(checked ? "ok" : "insufficient-data")
                        .details(VolumeStatusDetails.builder().name("io-enabled")
                                        .status(checked ? "passed" : "insufficient-data").build(),
                                VolumeStatusDetails.builder().name("io-performance").status("not-applicable").build())
                        .build()).build();
    }

    private Volume view(Instance one) {
        return Volume.builder().volumeId(one.volumeId()).size(ImageOperations.ROOT_VOLUME_GIB).volumeType("gp3")
                .iops(3_000).throughput(125).state("in-use").encrypted(false).multiAttachEnabled(false)
                .fastRestored(false).operator(operator -> operator.managed(false))
                .createTime(one.launchedAt()).availabilityZone(views.zone(one)).availabilityZoneId(views.zoneId(one))
                .snapshotId(views.image(one).snapshotId()).tags(cloud.tags.listOrNone(one.volumeId()))
                .attachments(attachment -> attachment.volumeId(one.volumeId()).instanceId(one.id())
                        .device(InstanceViews.ROOT_DEVICE).state("attached").attachTime(one.launchedAt())
                        .deleteOnTermination(true))
                .build();
    }
}
