package endpointlab.practice.ec2;

import endpointlab.practice.ec2.Images.Image;
import endpointlab.practice.ec2.InstanceTypes.InstanceType;
import endpointlab.practice.world.Addresses;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Entities.NetworkInterface;
import endpointlab.practice.world.Entities.Subnet;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.NetworkInterfaces;
import endpointlab.practice.world.Tags;
import endpointlab.practice.world.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Launches instances: checks all of a request first, then makes interface, volume and instance.
 *
 * <p>Source: EC2 API Reference, {@code RunInstances}. A dry run goes through the same checks, as public logs of other
 * tools' dry runs show for images and instance types; assumed for the rest.
 */
final class InstanceLauncher {

    private final Cloud cloud;
    private final Images images;
    private final LaunchChecks checks;

    InstanceLauncher(Cloud cloud, Images images) {
        this.cloud = cloud;
        this.images = images;
        this.checks = new LaunchChecks(cloud);
    }

    /** @return the new instances, all of one reservation */
    List<Instance> launch(RunInstancesRequest request) {
        Checked checked = checked(request);
        String reservationId = cloud.ids.next("r");
        List<Instance> launched = new ArrayList<>();
        for (int i = 0; i < checked.count; i++) {
            String name = Tags.nameOr(checked.tags.get("instance"), checked.subnet.cidrBlock())
                    + (i == 0 ? "" : " " + i);
            launched.add(launch(request, new Plan(reservationId, name, checked)));
        }
        return launched;
    }

    /** Refuses what can't be launched. */
    void check(RunInstancesRequest request) {
        checked(request);
    }

    private Checked checked(RunInstancesRequest request) {
        int count = LaunchChecks.count(request.minCount(), request.maxCount());
        LaunchRequest where = LaunchRequest.of(request);
        Image image = images.resolve(Invalid.required(request.imageId(), "ImageId"));
        InstanceType type = LaunchChecks.type(request.instanceTypeAsString(), image);
        LaunchChecks.userData(request.userData());
        KeyPair key = request.keyName() == null ? null : checks.key(request.keyName());
        Subnet subnet = checks.subnet(where, type);
        List<String> groupIds = checks.groups(where, subnet);
        Map<String, Map<String, String>> tags = Tags.atCreation(request.tagSpecifications(), "instance", "volume",
                "network-interface");
        checks.vcpus(type, count);
        LaunchChecks.oneAddress(where, count);
        if (cloud.addresses.free(subnet) < count) {
            throw Addresses.insufficient(subnet);
        }
        return new Checked(count, image, type, key, subnet, groupIds, where, tags);
    }

    private record Checked(int count, Image image, InstanceType type, KeyPair key, Subnet subnet,
                           List<String> groupIds, LaunchRequest where, Map<String, Map<String, String>> tags) {
    }

    private record Plan(String reservationId, String name, Checked what) {
    }

    private Instance launch(RunInstancesRequest request, Plan plan) {
        Checked what = plan.what;
        String id = cloud.ids.next("i");
        Instant now = cloud.now();
        Boolean asked = what.where.publicIp();
        NetworkInterface created = cloud.interfaces.create(new NetworkInterfaces.Spec(what.subnet, plan.name,
                what.where.privateIp(), asked == null ? what.subnet.mapPublicIpOnLaunch() : asked,
                what.where.description(), "interface", null, what.groupIds, cloud.world.accountId, id, now));
        Instant running = now.plus(cloud.timing.draw(Transition.INSTANCE_RUNNING, plan.name, id));
        Instance instance = new Instance(id, plan.reservationId, what.image.id(), what.type.name(),
                request.keyName(), what.key == null ? null : what.key.publicKey(), what.subnet.vpcId(),
                what.subnet.id(), created.id(), what.groupIds, request.userData(), request.clientToken(),
                cloud.ids.next("vol"), now, running,
                running.plus(cloud.timing.draw(Transition.STATUS_CHECKS_OK, plan.name, id)), null, null,
                request.disableApiTermination());
        cloud.world.instances.put(instance);
        cloud.tags.put(id, what.tags.get("instance"));
        cloud.tags.put(instance.volumeId(), what.tags.get("volume"));
        cloud.tags.put(created.id(), what.tags.get("network-interface"));
        return instance;
    }
}
