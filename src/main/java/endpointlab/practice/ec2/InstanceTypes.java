package endpointlab.practice.ec2;

import java.util.List;
import java.util.Optional;

/**
 * The instance types of this cloud: those that a learner's account is likely to use.
 *
 * <p>Source: EC2 instance type reference; Free Tier eligibility as for accounts opened since 15 July 2025
 * (AWS-FACTS 3.4). Assumed: the old zone {@code use1-az3} lacks every type but {@code t2}.
 */
final class InstanceTypes {

    private static final String OLD_ZONE = "use1-az3";

    private static final List<InstanceType> ALL = List.of(
            new InstanceType("t2.nano", "x86_64", "xen", 1, 512, false),
            new InstanceType("t2.micro", "x86_64", "xen", 1, 1_024, false),
            new InstanceType("t2.small", "x86_64", "xen", 1, 2_048, false),
            new InstanceType("t2.medium", "x86_64", "xen", 2, 4_096, false),
            new InstanceType("t3.nano", "x86_64", "nitro", 2, 512, false),
            new InstanceType("t3.micro", "x86_64", "nitro", 2, 1_024, true),
            new InstanceType("t3.small", "x86_64", "nitro", 2, 2_048, true),
            new InstanceType("t3.medium", "x86_64", "nitro", 2, 4_096, false),
            new InstanceType("t3a.micro", "x86_64", "nitro", 2, 1_024, false),
            new InstanceType("t3a.small", "x86_64", "nitro", 2, 2_048, false),
            new InstanceType("t4g.micro", "arm64", "nitro", 2, 1_024, true),
            new InstanceType("t4g.small", "arm64", "nitro", 2, 2_048, true),
            new InstanceType("m5.large", "x86_64", "nitro", 2, 8_192, false),
            new InstanceType("m7i-flex.large", "x86_64", "nitro", 2, 8_192, true),
            new InstanceType("c7i-flex.large", "x86_64", "nitro", 2, 4_096, true));

    private InstanceTypes() {
    }

    /** @param memory in MiB */
    record InstanceType(String name, String architecture, String hypervisor, int vcpus, long memory,
                        boolean freeTierEligible) {

        boolean isOfferedIn(String zoneId) {
            return !zoneId.equals(OLD_ZONE) || name.startsWith("t2.");
        }

        boolean isBurstable() {
            return name.startsWith("t");
        }
    }

    static List<InstanceType> all() {
        return ALL;
    }

    static Optional<InstanceType> byName(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
