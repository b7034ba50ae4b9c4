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
    private static final String LOW = "Low to Moderate";
    private static final String UP_TO_5 = "Up to 5 Gigabit";
    private static final String UP_TO_10 = "Up to 10 Gigabit";
    private static final String UP_TO_12 = "Up to 12.5 Gigabit";

    private static final List<InstanceType> ALL = List.of(
            new InstanceType("t2.nano", "x86_64", "xen", 1, 1, 2.4, 512, false,
                    new Network(LOW, 2, 2)),
            new InstanceType("t2.micro", "x86_64", "xen", 1, 1, 2.5, 1_024, false,
                    new Network(LOW, 2, 2)),
            new InstanceType("t2.small", "x86_64", "xen", 1, 1, 2.5, 2_048, false,
                    new Network(LOW, 3, 4)),
            new InstanceType("t2.medium", "x86_64", "xen", 2, 1, 2.3, 4_096, false,
                    new Network(LOW, 3, 6)),
            new InstanceType("t3.nano", "x86_64", "nitro", 1, 2, 2.5, 512, false,
                    new Network(UP_TO_5, 2, 2)),
            new InstanceType("t3.micro", "x86_64", "nitro", 1, 2, 2.5, 1_024, true,
                    new Network(UP_TO_5, 2, 2)),
            new InstanceType("t3.small", "x86_64", "nitro", 1, 2, 2.5, 2_048, true,
                    new Network(UP_TO_5, 3, 4)),
            new InstanceType("t3.medium", "x86_64", "nitro", 1, 2, 2.5, 4_096, false,
                    new Network(UP_TO_5, 3, 6)),
            new InstanceType("t3a.micro", "x86_64", "nitro", 1, 2, 2.2, 1_024, false,
                    new Network(UP_TO_5, 2, 2)),
            new InstanceType("t3a.small", "x86_64", "nitro", 1, 2, 2.2, 2_048, false,
                    new Network(UP_TO_5, 2, 4)),
            new InstanceType("t4g.micro", "arm64", "nitro", 2, 1, 2.5, 1_024, true,
                    new Network(UP_TO_5, 2, 2)),
            new InstanceType("t4g.small", "arm64", "nitro", 2, 1, 2.5, 2_048, true,
                    new Network(UP_TO_5, 3, 4)),
            new InstanceType("m5.large", "x86_64", "nitro", 1, 2, 3.1, 8_192, false,
                    new Network(UP_TO_10, 3, 10)),
            new InstanceType("m7i-flex.large", "x86_64", "nitro", 1, 2, 3.2, 8_192, true,
                    new Network(UP_TO_12, 3, 10)),
            new InstanceType("c7i-flex.large", "x86_64", "nitro", 1, 2, 3.2, 4_096, true,
                    new Network(UP_TO_12, 3, 10)));

    private InstanceTypes() {
    }

    /**
     * @param interfaces most network interfaces
     * @param addresses  most IPv4 addresses of each
     */
    record Network(String performance, int interfaces, int addresses) {
    }

    /**
     * @param clock  sustained, in GHz
     * @param memory in MiB
     */
    record InstanceType(String name, String architecture, String hypervisor, int cores, int threadsPerCore,
                        double clock, long memory, boolean freeTierEligible, Network network) {

        int vcpus() {
            return cores * threadsPerCore;
        }

        boolean isNitro() {
            return hypervisor.equals("nitro");
        }

        /** Arm machines know no other way to boot; those on Xen know no new one. */
        List<String> bootModes() {
            if (architecture.equals("arm64")) {
                return List.of("uefi");
            }
            return isNitro() ? List.of("legacy-bios", "uefi") : List.of("legacy-bios");
        }

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
