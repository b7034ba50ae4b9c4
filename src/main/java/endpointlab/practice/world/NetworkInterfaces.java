package endpointlab.practice.world;

import endpointlab.clock.LabClock;
import endpointlab.ip.Cidr;
import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Subnet;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes and releases the network interfaces of instances, load balancers and endpoints. Use inside
 * {@link World#locked}. An interface whose release has passed no longer exists for any method here.
 */
public final class NetworkInterfaces {

    /** Who owns the attachment of an interface that AWS manages. Such attachments have ids of their own kind. */
    public static final String AWS = "amazon-aws";

    private static final int MOST_INTERFACES = 5_000;

    private final World world;
    private final LabClock clock;
    private final Ids ids;
    private final Addresses addresses;

    NetworkInterfaces(World world, LabClock clock, Ids ids) {
        this.world = world;
        this.clock = clock;
        this.ids = ids;
        this.addresses = new Addresses(world, this);
    }

    Addresses addresses() {
        return addresses;
    }

    /**
     * What a new interface is to be like.
     *
     * @param key             the same in every run; its addresses follow from it
     * @param privateIp       {@code null} for any free one
     * @param withPublicIp    whether it gets a public address
     * @param interfaceType   {@code interface}, {@code network_load_balancer} or {@code vpc_endpoint}
     * @param requesterId     {@code null} unless AWS manages it
     * @param attachmentOwner account id of the instance's owner, or {@link #AWS}; {@code null} if it is attached to
     *                        nothing one can see
     * @param ownerId         id of the instance, endpoint or load balancer (ARN)
     * @param inUseAt         when it becomes {@code in-use}
     */
    public record Spec(Subnet subnet, String key, String privateIp, boolean withPublicIp, String description,
                       String interfaceType, String requesterId, List<String> groupIds, String attachmentOwner,
                       String ownerId, Instant inUseAt) {
    }

    /**
     * @throws AwsException {@code InsufficientFreeAddressesInSubnet}, {@code NetworkInterfaceLimitExceeded}, or as
     *                      {@link Addresses#privateAddress(Subnet, Cidr, String)} for a chosen address
     */
    public NetworkInterface create(Spec spec) {
        if (living().size() >= MOST_INTERFACES) {
            throw new AwsException("NetworkInterfaceLimitExceeded",
                    "The maximum number of network interfaces has been reached.");
        }
        forgetReleased();
        Subnet subnet = spec.subnet();
        String privateIp = spec.privateIp() == null
                ? addresses.privateAddress(subnet, spec.key())
                : addresses.privateAddress(subnet, Cidr.parse(subnet.cidrBlock()), spec.privateIp());
        String publicIp = spec.withPublicIp() ? addresses.publicAddress(spec.key()) : null;
        NetworkInterface created = new NetworkInterface(ids.next("eni"), subnet.vpcId(), subnet.id(),
                subnet.availabilityZone(), privateIp, publicIp, ids.macAddress(), spec.description(),
                spec.interfaceType(), spec.requesterId(), List.copyOf(spec.groupIds()),
                attachmentId(spec), spec.attachmentOwner(),
                spec.ownerId(), world.now(clock), spec.inUseAt(), null);
        world.networkInterfaces.put(created);
        return created;
    }

    private String attachmentId(Spec spec) {
        if (spec.attachmentOwner() == null) {
            return null;
        }
        return ids.next(spec.attachmentOwner().equals(AWS) ? "ela-attach" : "eni-attach");
    }

    /** From {@code at} on, the owner's interfaces and their addresses are gone. */
    public void release(String ownerId, Instant at) {
        for (NetworkInterface one : ofOwner(ownerId)) {
            world.networkInterfaces.update(one.id(), old -> new NetworkInterface(old.id(), old.vpcId(),
                    old.subnetId(), old.availabilityZone(), old.privateIp(), old.publicIp(), old.macAddress(),
                    old.description(), old.interfaceType(), old.requesterId(), old.groupIds(), old.attachmentId(),
                    old.attachmentOwner(), old.ownerId(), old.createdAt(), old.inUseAt(), at));
        }
    }

    public List<NetworkInterface> living() {
        return where(one -> true);
    }

    public List<NetworkInterface> ofOwner(String ownerId) {
        return where(one -> ownerId.equals(one.ownerId()));
    }

    public List<NetworkInterface> inSubnet(String subnetId) {
        return where(one -> subnetId.equals(one.subnetId()));
    }

    public List<NetworkInterface> inVpc(String vpcId) {
        return where(one -> vpcId.equals(one.vpcId()));
    }

    public List<NetworkInterface> withGroup(String groupId) {
        return where(one -> one.groupIds().contains(groupId));
    }

    private List<NetworkInterface> where(Predicate<NetworkInterface> condition) {
        Instant now = world.now(clock);
        return world.networkInterfaces.where(one ->
                (one.releasedAt() == null || now.isBefore(one.releasedAt())) && condition.test(one));
    }

    private void forgetReleased() {
        Instant now = world.now(clock);
        world.networkInterfaces.where(one -> one.releasedAt() != null && !now.isBefore(one.releasedAt()))
                .forEach(gone -> {
                    world.networkInterfaces.remove(gone.id());
                    world.tags.remove(gone.id());
                });
    }
}
