package endpointlab.practice.world;

import endpointlab.ip.Cidr;
import endpointlab.ip.Ipv4;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.Subnet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hands out IPv4 addresses. Which one follows from the world's seed and a key that is the same in every run, unless
 * it is taken. Use inside {@link World#locked}.
 *
 * <p>Source: VPC User Guide, "Subnet CIDR blocks": the first four addresses of a subnet and the last are reserved.
 */
public final class Addresses {

    private static final int RESERVED_AT_START = 4;
    private static final int RESERVED = RESERVED_AT_START + 1;

    /** Blocks that AWS announces for EC2 in us-east-1; the practice internet never dials a real one. */
    private static final List<Cidr> PUBLIC = List.of(Cidr.parse("3.80.0.0/12"), Cidr.parse("54.144.0.0/12"),
            Cidr.parse("34.192.0.0/12"), Cidr.parse("44.192.0.0/11"));

    private final World world;
    private final NetworkInterfaces interfaces;

    Addresses(World world, NetworkInterfaces interfaces) {
        this.world = world;
        this.interfaces = interfaces;
    }

    /** Addresses of the subnet that nothing uses: AWS's {@code AvailableIpAddressCount}. */
    public int free(Subnet subnet) {
        return (int) Cidr.parse(subnet.cidrBlock()).size() - RESERVED - used(subnet).size();
    }

    /**
     * A free private address of the subnet.
     *
     * @throws AwsException {@code InsufficientFreeAddressesInSubnet}
     */
    public String privateAddress(Subnet subnet, String key) {
        Cidr block = Cidr.parse(subnet.cidrBlock());
        Set<String> used = used(subnet);
        long usable = block.size() - RESERVED;
        long first = Mixing.below(usable, Mixing.mix(world.seed, "private " + key));
        for (long step = 0; step < usable; step++) {
            String address = Ipv4.format(block.network() + RESERVED_AT_START + (first + step) % usable);
            if (!used.contains(address)) {
                return address;
            }
        }
        throw insufficient(subnet);
    }

    /**
     * Takes a private address that the caller chose.
     *
     * @throws AwsException {@code InvalidParameterValue} if it isn't a usable one of the subnet,
     *                      {@code InvalidIPAddress.InUse}
     */
    public String privateAddress(Subnet subnet, Cidr block, String chosen) {
        if (!Ipv4.isValid(chosen) || !block.contains(chosen)) {
            throw Invalid.value("Address " + chosen + " does not fall within the subnet's address range");
        }
        long place = Ipv4.parse(chosen) - block.network();
        if (place < RESERVED_AT_START || place == block.size() - 1) {
            throw Invalid.value("Address " + chosen + " is in subnet's reserved address range");
        }
        if (used(subnet).contains(chosen)) {
            throw new AwsException("InvalidIPAddress.InUse", "Address " + chosen + " is in use.");
        }
        return chosen;
    }

    /** A public address that nothing in the world uses. */
    public String publicAddress(String key) {
        Set<String> used = interfaces.living().stream().map(Entities.NetworkInterface::publicIp)
                .collect(Collectors.toSet());
        long mixed = Mixing.mix(world.seed, "public " + key);
        while (true) {
            Cidr block = PUBLIC.get((int) Mixing.below(PUBLIC.size(), mixed));
            mixed = Mixing.mix(world.seed, mixed);
            String address = Ipv4.format(block.network() + 1 + Mixing.below(block.size() - 2, mixed));
            if (!used.contains(address)) {
                return address;
            }
        }
    }

    private Set<String> used(Subnet subnet) {
        return interfaces.inSubnet(subnet.id()).stream().map(Entities.NetworkInterface::privateIp)
                .collect(Collectors.toSet());
    }

    public static AwsException insufficient(Subnet subnet) {
        return new AwsException("InsufficientFreeAddressesInSubnet", "There are not enough free addresses in subnet '"
                + subnet.id() + "' to satisfy the requested number of instances.");
    }
}
