package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.Instance;
import endpointlab.practice.world.Finder;
import endpointlab.practice.world.InstanceStates;
import endpointlab.practice.world.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the instances that a request names; one bad id fails all of it. */
final class InstanceFinder {

    private final Cloud cloud;

    InstanceFinder(Cloud cloud) {
        this.cloud = cloud;
    }

    /** As the present call sees them. */
    List<Instance> seen(List<String> ids) {
        return find(ids, cloud.find);
    }

    List<Instance> surely(List<String> ids) {
        return find(ids, cloud.findSurely);
    }

    /** All that the present call sees, terminated ones for an hour. */
    List<Instance> all() {
        return cloud.world.instances.where(one -> !InstanceStates.isForgotten(one, cloud.now())
                && cloud.find.sees(one.launchedAt()));
    }

    private List<Instance> find(List<String> ids, Finder finder) {
        for (String id : ids) {
            if (!id.matches("i-[0-9a-f]{8}([0-9a-f]{9})?")) {
                throw new AwsException("InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\""
                        + (id.startsWith("i-") ? "" : " (expecting \"i-...\")"));
            }
        }
        List<Instance> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids.stream().distinct().toList()) {
            Optional<Instance> instance = cloud.world.instances.find(id)
                    .filter(one -> !InstanceStates.isForgotten(one, cloud.now()) && finder.sees(one.launchedAt()));
            instance.ifPresentOrElse(found::add, () -> missing.add(id));
        }
        if (missing.size() == 1) {
            throw NotFound.instance(missing.get(0));
        }
        if (!missing.isEmpty()) {
            throw new AwsException("InvalidInstanceID.NotFound",
                    "The instance IDs '" + String.join(", ", missing) + "' do not exist");
        }
        return found;
    }

    /** Removes what was terminated so long ago that nobody sees it any more. */
    void forgetLongGone() {
        cloud.world.instances.where(one -> InstanceStates.isForgotten(one, cloud.now())).forEach(gone -> {
            cloud.world.instances.remove(gone.id());
            cloud.tags.forget(gone.id());
            cloud.tags.forget(gone.volumeId());
        });
    }
}
