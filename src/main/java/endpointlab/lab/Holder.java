package endpointlab.lab;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that keeps AWS from deleting something else.
 *
 * @param kind  kind of resource, such as {@code instance} or {@code network-interface}
 * @param awsId AWS id or ARN
 * @param name  its tag {@code Name}, or what AWS wrote on it; empty if it has neither
 */
public record Holder(String kind, String awsId, String name, Owner owner) {

    /** Whose it is. */
    public enum Owner {
        /** The run's own: it goes in its turn. */
        RUN,
        /** AWS's, made for something else: it goes along with that. */
        AWS,
        /** Anybody's: nobody but its owner may delete it. */
        OTHER
    }

    /** The id and, if there is one, the name. */
    public String text() {
        return name.isEmpty() ? awsId : awsId + " (" + name + ")";
    }

    /** All of them in one line. */
    public static String text(List<Holder> holders) {
        return holders.stream().map(Holder::text).collect(Collectors.joining(", "));
    }

    /** Whether waiting helps nothing, because somebody else's thing holds it. */
    public static boolean onlyOthers(List<Holder> holders) {
        return !holders.isEmpty() && holders.stream().allMatch(holder -> holder.owner() == Owner.OTHER);
    }
}
