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
 * <p>Source: EC2 API Reference, {@code RunInstances}.
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
        String reservationId = cloud.ids.next("r");
        List<Instance> launched = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = Tags.nameOr(tags.get("instance"), subnet.cidrBlock()) + (i == 0 ? "" : " " + i);
            launched.add(launch(request, new Plan(reservationId, name, image, type, key, subnet, groupIds, where,
                    tags)));
        }
        return launched;
    }

    private record Plan(String reservationId, String name, Image image, InstanceType type, KeyPair key,
                        Subnet subnet, List<String> groupIds, LaunchRequest where,
                        Map<String, Map<String, String>> tags) {
    }

    private Instance launch(RunInstancesRequest request, Plan plan) {
        String id = cloud.ids.next("i");
        Instant now = cloud.now();
        Boolean asked = plan.where.publicIp();
        NetworkInterface created = cloud.interfaces.create(new NetworkInterfaces.Spec(plan.subnet, plan.name,
                plan.where.privateIp(), asked == null ? plan.subnet.mapPublicIpOnLaunch() : asked,
                plan.where.description(), "interface", null, plan.groupIds, cloud.world.accountId, id, now));
        Instant running = now.plus(cloud.timing.draw(Transition.INSTANCE_RUNNING, plan.name, id));
        Instance instance = new Instance(id, plan.reservationId, plan.image.id(), plan.type.name(),
                request.keyName(), plan.key == null ? null : plan.key.publicKey(), plan.subnet.vpcId(),
                plan.subnet.id(), created.id(), plan.groupIds, request.userData(), request.clientToken(),
                cloud.ids.next("vol"), now, running,
                running.plus(cloud.timing.draw(Transition.STATUS_CHECKS_OK, plan.name, id)), null, null,
                request.disableApiTermination());
        cloud.world.instances.put(instance);
        cloud.tags.put(id, plan.tags.get("instance"));
        cloud.tags.put(instance.volumeId(), plan.tags.get("volume"));
        cloud.tags.put(created.id(), plan.tags.get("network-interface"));
        return instance;
    }
}
