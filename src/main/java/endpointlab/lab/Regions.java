package endpointlab.lab;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * AWS's commercial Regions and the names of their Availability Zones, as data in {@code regions.json}.
 *
 * <p>Source: AWS's list of Regions and Availability Zones. Assumed: the letters that newer accounts see; an account
 * may see fewer, and older ones see others in us-west-1 and ap-northeast-1, therefore their letters are all listed.
 */
public final class Regions {

    private static final Regions SHIPPED = read();

    private final Map<String, List<String>> zones = new LinkedHashMap<>();

    private Regions(Map<String, String> letters) {
        letters.forEach((region, word) -> zones.put(region,
                word.chars().mapToObj(letter -> region + (char) letter).toList()));
    }

    /** The table that we ship; it is read once. */
    public static Regions load() {
        return SHIPPED;
    }

    private static Regions read() {
        try (InputStream in = Regions.class.getResourceAsStream("/endpointlab/lab/regions.json")) {
            return new Regions(new JsonMapper().readValue(in, new TypeReference<LinkedHashMap<String, String>>() { }));
        } catch (IOException broken) {
            throw new LabFormatException("the table of Regions can't be read", broken);
        }
    }

    public Set<String> names() {
        return Set.copyOf(zones.keySet());
    }

    public boolean isKnown(String region) {
        return zones.containsKey(region);
    }

    /** Zone names such as {@code us-east-1a}, in order; empty for an unknown Region. */
    public List<String> zones(String region) {
        return zones.getOrDefault(region, List.of());
    }
}
