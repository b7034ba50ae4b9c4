package endpointlab.practice.ec2;

import endpointlab.practice.ec2.Images.Image;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;

/** Images; all of them are Amazon's own. Source: EC2 API Reference. */
final class ImageOperations {

    static final int ROOT_VOLUME_GIB = 8;
    /** The account that publishes Amazon Linux. */
    private static final String AMAZON = "137112412989";
    private static final String CREATED = "2025-11-18T01:04:50.000Z";

    private final Cloud cloud;
    private final Images images;
    private final Filters<Image> filters;

    ImageOperations(Cloud cloud, Images images) {
        this.cloud = cloud;
        this.images = images;
        this.filters = new Filters<Image>(image -> Map.of())
                .with("image-id", Image::id)
                .with("name", Image::name)
                .with("description", ImageOperations::description)
                .with("architecture", Image::architecture)
                .with("owner-alias", image -> "amazon")
                .with("owner-id", image -> AMAZON)
                .with("is-public", image -> true)
                .with("image-type", image -> "machine")
                .with("state", image -> "available")
                .with("root-device-type", image -> "ebs")
                .with("root-device-name", image -> InstanceViews.ROOT_DEVICE)
                .with("virtualization-type", image -> "hvm")
                .with("hypervisor", image -> "xen")
                .with("ena-support", image -> true)
                .with("creation-date", image -> CREATED)
                .with("block-device-mapping.volume-type", image -> "gp3")
                .with("block-device-mapping.snapshot-id", Image::snapshotId)
                .inAnswer(ImageOperations::view, """
                        block-device-mapping.delete-on-termination BlockDeviceMappings.Ebs.DeleteOnTermination
                        block-device-mapping.device-name BlockDeviceMappings.DeviceName
                        block-device-mapping.volume-size BlockDeviceMappings.Ebs.VolumeSize
                        block-device-mapping.encrypted BlockDeviceMappings.Ebs.Encrypted
                        free-tier-eligible FreeTierEligible
                        image-allowed ImageAllowed
                        kernel-id
                        manifest-location ImageLocation
                        platform
                        product-code
                        product-code.type
                        ramdisk-id
                        source-image-id
                        source-image-region
                        source-instance-id
                        sriov-net-support SriovNetSupport
                        state-reason-code
                        state-reason-message
                        """);
    }

    void register(Registrar registrar) {
        registrar.add("DescribeImages", DescribeImagesRequest::builder, this::describe);
    }

    private DescribeImagesResponse describe(DescribeImagesRequest request) {
        cloud.paging.refuseWithIds(request.maxResults(), request.imageIds(), "imageIdsSet");
        List<Image> rows = request.imageIds().isEmpty() ? images.all()
                : request.imageIds().stream().distinct().map(images::byId).toList();
        List<String> owners = request.owners();
        boolean amazons = owners.isEmpty() || owners.contains("amazon") || owners.contains(AMAZON);
        Page<Image> page = cloud.paging.page(filters.apply(amazons ? rows : List.of(), request.filters()),
                Image::id, request.maxResults(), request.nextToken());
        return DescribeImagesResponse.builder().nextToken(page.nextToken())
                .images(page.rows().stream().map(ImageOperations::view).toList()).build();
    }

    private static String description(Image image) {
        return "Amazon Linux 2023 AMI " + image.name().replace("al2023-ami-", "") + " HVM kernel-6.1";
    }

    private static software.amazon.awssdk.services.ec2.model.Image view(Image image) {
        return software.amazon.awssdk.services.ec2.model.Image.builder().imageId(image.id()).name(image.name())
                .description(description(image)).imageLocation("amazon/" + image.name()).imageOwnerAlias("amazon")
                .ownerId(AMAZON).publicLaunchPermissions(true).imageAllowed(true).freeTierEligible(true).imageType("machine").state("available")
                .architecture(image.architecture()).rootDeviceType("ebs")
                .rootDeviceName(InstanceViews.ROOT_DEVICE).virtualizationType("hvm").hypervisor("xen")
                .enaSupport(true).sriovNetSupport("simple").bootMode("uefi-preferred").imdsSupport("v2.0")
                .platformDetails("Linux/UNIX").usageOperation("RunInstances").creationDate(CREATED)
                .blockDeviceMappings(BlockDeviceMapping.builder().deviceName(InstanceViews.ROOT_DEVICE)
                        .ebs(ebs -> ebs.snapshotId(image.snapshotId()).volumeSize(ROOT_VOLUME_GIB)
                                .volumeType("gp3").deleteOnTermination(true).encrypted(false)).build())
                .build();
    }
}
