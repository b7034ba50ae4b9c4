package endpointlab.lab;

import java.util.List;
import java.util.Set;

/**
 * Something in the cloud that the learner may have made by hand for a resource of the lab.
 *
 * @param awsId       AWS id or ARN
 * @param how         by what it was recognised
 * @param differences all that isn't as planned, a different name, too
 */
public record HandMade(String awsId, How how, List<Difference> differences) {

    /** The lab works whatever these are. Descriptions and names of groups can't be changed afterwards. */
    private static final Set<String> ANY_WILL_DO =
            Set.of("Name", "GroupName", "Description", "LoadBalancerName", "TargetGroupName");

    public HandMade {
        differences = List.copyOf(differences);
    }

    /** By what it was recognised. */
    public enum How {
        TAGS,
        NAME,
        CONNECTION,
        VALUE
    }

    /** Differences with which the lab would not work as it explains. */
    public List<Difference> mattering() {
        return differences.stream().filter(HandMade::matters).toList();
    }

    /** What is there beside what was planned, such as one more inbound rule, is left as it is. */
    public static boolean matters(Difference difference) {
        return !ANY_WILL_DO.contains(difference.setting()) && !difference.expected().isEmpty();
    }
}
