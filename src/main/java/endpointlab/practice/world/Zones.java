package endpointlab.practice.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Availability Zones of a Region.
 *
 * <p>Assumed: which zone id a name stands for; AWS maps names to ids per account (alike for all accounts opened since
 * November 2025). {@code us-east-1e} is the old zone that lacks newer instance types.
 */
public final class Zones {

    private static final List<String> REGIONS = List.of("us-east-1", "us-east-2", "us-west-1", "us-west-2",
            "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
            "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1");
    /** Zone letters where they are not a, b and c. */
    private static final Map<String, String> LETTERS = Map.of("us-east-1", "abcdef", "us-west-1", "ac",
            "us-west-2", "abcd", "ap-northeast-1", "acd", "ap-northeast-2", "abcd", "ca-central-1", "abd");
    private static final Map<Character, Integer> US_EAST_1 = Map.of('a', 1, 'b', 2, 'c', 4, 'd', 6, 'e', 3, 'f', 5);

    private final String region;
    private final List<Zone> zones;

    private Zones(String region, List<Zone> zones) {
        this.region = region;
        this.zones = zones;
    }

    /** @param id the same place in every account, such as {@code use1-az1} */
    public record Zone(String name, String id) {
    }

    static Zones of(String region) {
        return new Zones(region, LETTERS.getOrDefault(region, "abc").chars()
                .mapToObj(letter -> new Zone(region + (char) letter, zoneId(region, (char) letter))).toList());
    }

    /** The Regions that are open to every account. */
    public static List<String> regions() {
        return REGIONS;
    }

    public String region() {
        return region;
    }

    /** All Availability Zones of a Region are one group. Source: EC2 API Reference, {@code AvailabilityZone}. */
    public String groupName() {
        return region + "-zg-1";
    }

    public List<Zone> all() {
        return zones;
    }

    public Optional<Zone> byName(String name) {
        return zones.stream().filter(zone -> zone.name().equals(name)).findFirst();
    }

    public Optional<Zone> byId(String id) {
        return zones.stream().filter(zone -> zone.id().equals(id)).findFirst();
    }

    /** The id of a zone of this Region. */
    public String idOf(String name) {
        return byName(name).orElseThrow(() -> new IllegalArgumentException("no zone " + name)).id();
    }

    /** {@code us-east-1} becomes {@code use1}, {@code ap-northeast-1} becomes {@code apne1}. */
    private static String zoneId(String region, char letter) {
        String[] parts = region.split("-");
        if (parts.length != 3) {
            return region + "-az" + (letter - 'a' + 1);
        }
        String direction = parts[1].replace("north", "n").replace("south", "s").replace("east", "e")
                .replace("west", "w").replace("central", "c");
        int number = region.equals("us-east-1") ? US_EAST_1.get(letter) : letter - 'a' + 1;
        return parts[0] + direction + parts[2] + "-az" + number;
    }
}
