package endpointlab.practice.ec2;

import endpointlab.practice.ec2.InstanceTypes.InstanceType;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.EbsInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.NetworkCardInfo;
import software.amazon.awssdk.services.ec2.model.NetworkInfo;

/** An instance type as EC2 describes it, less the figures that no lab needs. */
final class InstanceTypeView {

    private InstanceTypeView() {
    }

    static boolean isCurrent(InstanceType type) {
        return !type.name().startsWith("t2.");
    }

    static InstanceTypeInfo of(InstanceType type) {
        return InstanceTypeInfo.builder().instanceType(type.name()).currentGeneration(isCurrent(type))
                .freeTierEligible(type.freeTierEligible()).hypervisor(type.hypervisor()).bareMetal(false)
                .burstablePerformanceSupported(type.isBurstable()).instanceStorageSupported(false)
                .supportedRootDeviceTypesWithStrings("ebs").supportedVirtualizationTypesWithStrings("hvm")
                .supportedUsageClassesWithStrings("on-demand", "spot").supportedBootModesWithStrings(type.bootModes())
                .autoRecoverySupported(true).dedicatedHostsSupported(false).hibernationSupported(false)
                .nitroEnclavesSupport("unsupported").nitroTpmSupport(type.isNitro() ? "supported" : "unsupported")
                .placementGroupInfo(groups -> groups.supportedStrategiesWithStrings("partition", "spread"))
                .vCpuInfo(vcpus -> vcpus.defaultVCpus(type.vcpus()).defaultCores(type.cores())
                        .defaultThreadsPerCore(type.threadsPerCore())
                        .validCores(IntStream.rangeClosed(1, type.cores()).boxed().toList())
                        .validThreadsPerCore(IntStream.rangeClosed(1, type.threadsPerCore()).boxed().toList()))
                .memoryInfo(memory -> memory.sizeInMiB(type.memory()))
                .processorInfo(processor -> processor.supportedArchitecturesWithStrings(type.architecture())
                        .sustainedClockSpeedInGhz(type.clock()))
                .ebsInfo(ebs(type)).networkInfo(network(type)).build();
    }

    private static EbsInfo ebs(InstanceType type) {
        return EbsInfo.builder().ebsOptimizedSupport(type.isNitro() ? "default" : "unsupported")
                .encryptionSupport("supported").nvmeSupport(type.isNitro() ? "required" : "unsupported").build();
    }

    private static NetworkInfo network(InstanceType type) {
        NetworkCardInfo card = NetworkCardInfo.builder().networkCardIndex(0)
                .networkPerformance(type.network().performance())
                .maximumNetworkInterfaces(type.network().interfaces()).build();
        return NetworkInfo.builder().networkPerformance(type.network().performance())
                .maximumNetworkInterfaces(type.network().interfaces()).maximumNetworkCards(1)
                .defaultNetworkCardIndex(0).networkCards(List.of(card))
                .ipv4AddressesPerInterface(type.network().addresses())
                .ipv6AddressesPerInterface(type.network().addresses()).ipv6Supported(true)
                .enaSupport(type.isNitro() ? "required" : "unsupported").efaSupported(false)
                .encryptionInTransitSupported(type.name().contains("7i")).build();
    }
}
