package endpointlab.practice.ec2;

import endpointlab.practice.ec2.InstanceTypes.InstanceType;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.Page;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Zones.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypeOfferingsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;

/** Instance types, and where they are offered. Source: EC2 API Reference. */
final class InstanceTypeOperations {

    private static final Page.Limits TYPE_LIMITS = new Page.Limits(5, 100, false);

    private static final String IN_ANSWER = """
            auto-recovery-supported AutoRecoverySupported
            dedicated-hosts-supported DedicatedHostsSupported
            ebs-info.attachment-limit-type
            ebs-info.maximum-ebs-attachments
            ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps
            ebs-info.ebs-optimized-info.baseline-iops
            ebs-info.ebs-optimized-info.baseline-throughput-in-mbps
            ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps
            ebs-info.ebs-optimized-info.maximum-iops
            ebs-info.ebs-optimized-info.maximum-throughput-in-mbps
            ebs-info.ebs-optimized-support EbsInfo.EbsOptimizedSupport
            ebs-info.encryption-support EbsInfo.EncryptionSupport
            ebs-info.nvme-support EbsInfo.NvmeSupport
            hibernation-supported HibernationSupported
            instance-storage-info.disk.count
            instance-storage-info.disk.size-in-gb
            instance-storage-info.disk.type
            instance-storage-info.encryption-support
            instance-storage-info.nvme-support
            instance-storage-info.total-size-in-gb
            instance-storage-supported InstanceStorageSupported
            network-info.bandwidth-weightings
            network-info.efa-info.maximum-efa-interfaces
            network-info.efa-supported NetworkInfo.EfaSupported
            network-info.ena-support NetworkInfo.EnaSupport
            network-info.flexible-ena-queues-support
            network-info.encryption-in-transit-supported NetworkInfo.EncryptionInTransitSupported
            network-info.ipv4-addresses-per-interface NetworkInfo.Ipv4AddressesPerInterface
            network-info.ipv6-addresses-per-interface NetworkInfo.Ipv6AddressesPerInterface
            network-info.ipv6-supported NetworkInfo.Ipv6Supported
            network-info.maximum-network-cards NetworkInfo.MaximumNetworkCards
            network-info.maximum-network-interfaces NetworkInfo.MaximumNetworkInterfaces
            network-info.network-performance NetworkInfo.NetworkPerformance
            nitro-enclaves-support NitroEnclavesSupport
            nitro-tpm-support NitroTpmSupport
            nitro-tpm-info.supported-versions
            processor-info.sustained-clock-speed-in-ghz ProcessorInfo.SustainedClockSpeedInGhz
            processor-info.supported-features
            reboot-migration-support
            supported-boot-mode SupportedBootModes
            supported-usage-class SupportedUsageClasses
            vcpu-info.default-cores VCpuInfo.DefaultCores
            vcpu-info.default-threads-per-core VCpuInfo.DefaultThreadsPerCore
            vcpu-info.valid-cores VCpuInfo.ValidCores
            vcpu-info.valid-threads-per-core VCpuInfo.ValidThreadsPerCore
            """;

    private final Cloud cloud;
    private final Filters<InstanceType> typeFilters;
    private final Filters<Offering> offeringFilters;

    InstanceTypeOperations(Cloud cloud) {
        this.cloud = cloud;
        this.typeFilters = new Filters<InstanceType>(type -> Map.of())
                .with("instance-type", InstanceType::name)
                .with("free-tier-eligible", InstanceType::freeTierEligible)
                .with("hypervisor", InstanceType::hypervisor)
                .with("current-generation", InstanceTypeView::isCurrent)
                .with("bare-metal", type -> false)
                .with("burstable-performance-supported", InstanceType::isBurstable)
                .with("memory-info.size-in-mib", InstanceType::memory)
                .with("processor-info.supported-architecture", InstanceType::architecture)
                .with("vcpu-info.default-vcpus", InstanceType::vcpus)
                .with("supported-virtualization-type", type -> "hvm")
                .with("supported-root-device-type", type -> "ebs")
                .inAnswer(InstanceTypeView::of, IN_ANSWER);
        this.offeringFilters = new Filters<Offering>(offering -> Map.of())
                .with("instance-type", offering -> offering.type().name())
                .with("location", Offering::location);
    }

    /** @param location a Region, zone name or zone id */
    private record Offering(InstanceType type, String location) {
        String key() {
            return type.name() + " " + location;
        }
    }

    void register(Registrar registrar) {
        registrar.add("DescribeInstanceTypes", DescribeInstanceTypesRequest::builder, this::describeTypes);
        registrar.add("DescribeInstanceTypeOfferings", DescribeInstanceTypeOfferingsRequest::builder,
                this::describeOfferings);
    }

    private DescribeInstanceTypesResponse describeTypes(DescribeInstanceTypesRequest request) {
        List<String> names = request.instanceTypesAsStrings();
        cloud.paging.refuseWithIds(request.maxResults(), names, "instanceTypes");
        List<String> unknown = names.stream().filter(name -> InstanceTypes.byName(name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new AwsException("InvalidInstanceType",
                    "The following supplied instance types do not exist: " + unknown);
        }
        List<InstanceType> types = InstanceTypes.all().stream()
                .filter(type -> names.isEmpty() || names.contains(type.name())).toList();
        Page<InstanceType> page = cloud.paging.page(typeFilters.apply(types, request.filters()), InstanceType::name,
                request.maxResults(), request.nextToken(), TYPE_LIMITS);
        return DescribeInstanceTypesResponse.builder().nextToken(page.nextToken())
                .instanceTypes(page.rows().stream().map(InstanceTypeView::of).toList()).build();
    }

    private DescribeInstanceTypeOfferingsResponse describeOfferings(DescribeInstanceTypeOfferingsRequest request) {
        List<Offering> offerings = new ArrayList<>();
        String kind = request.locationTypeAsString() == null ? "region" : request.locationTypeAsString();
        for (InstanceType type : InstanceTypes.all()) {
            switch (kind) {
                case "region" -> offerings.add(new Offering(type, cloud.zones.region()));
                case "availability-zone" -> zonesOf(type).forEach(zone ->
                        offerings.add(new Offering(type, zone.name())));
                case "availability-zone-id" -> zonesOf(type).forEach(zone ->
                        offerings.add(new Offering(type, zone.id())));
                default -> throw Invalid.value(kind, "locationType",
                        "Must be region, availability-zone or availability-zone-id.");
            }
        }
        Page<Offering> page = cloud.paging.page(offeringFilters.apply(offerings, request.filters()), Offering::key,
                request.maxResults(), request.nextToken());
        return DescribeInstanceTypeOfferingsResponse.builder().nextToken(page.nextToken())
                .instanceTypeOfferings(page.rows().stream().map(offering -> InstanceTypeOffering.builder()
                        .instanceType(offering.type().name()).location(offering.location()).locationType(kind)
                        .build()).toList()).build();
    }

    private List<Zone> zonesOf(InstanceType type) {
        return cloud.zones.all().stream().filter(zone -> type.isOfferedIn(zone.id())).toList();
    }
}
