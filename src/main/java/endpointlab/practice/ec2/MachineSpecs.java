package endpointlab.practice.ec2;

import endpointlab.practice.machine.MachineSpec;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What the machines of instances are made from: at launch, and again when a saved world is opened. */
public final class MachineSpecs {

    private MachineSpecs() {
    }

    /** The machines that a world needs: those of all instances that nobody has terminated. */
    public static List<MachineSpec> ofLiving(World world) {
        return world.locked(() -> world.instances.where(instance -> instance.terminatingAt() == null).stream()
                .map(instance -> of(world, instance)).toList());
    }

    static MachineSpec of(World world, Instance instance) {
        String privateIp = world.networkInterfaces.find(instance.networkInterfaceId())
                .map(NetworkInterface::privateIp).orElseThrow();
        String userData = instance.userData() == null ? "" : new String(
                Base64.getMimeDecoder().decode(instance.userData()), StandardCharsets.UTF_8);
        return new MachineSpec(instance.id(), privateIp, userData,
                instance.publicKey() == null ? "" : instance.publicKey(), instance.runningAt());
    }
}
