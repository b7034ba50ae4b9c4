package endpointlab.resource;

import endpointlab.lab.Difference;
import endpointlab.lab.HandMade;
import endpointlab.lab.HandMade.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Something seen in the cloud, held against what was planned. */
final class Sighting {

    private static final int NAMED = 4;
    private static final int CONNECTED = 2;
    private static final int VALUED = 1;

    private final String id;
    private final Map<String, String> tags;
    private final List<Difference> differences = new ArrayList<>();
    private int likeness;

    private Sighting(String id, Map<String, String> tags) {
        this.id = id;
        this.tags = tags;
    }

    static Sighting of(String id) {
        return new Sighting(id, Map.of());
    }

    static Sighting of(String id, List<Tag> tags) {
        return new Sighting(id, tags.stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    }

    /** The {@code Name} tag is held against the name that was planned. */
    Sighting named(String planned) {
        return named(RunTags.NAME, planned, tags.getOrDefault(RunTags.NAME, ""));
    }

    Sighting named(String setting, String planned, String found) {
        likeness += planned.equals(found) ? NAMED : 0;
        return value(setting, planned, found);
    }

    /** Whether it is joined to something of the lab that this resource is to be joined to. */
    Sighting connected(boolean is) {
        likeness += is ? CONNECTED : 0;
        return this;
    }

    /** Whether a value by which it can be told is as planned. */
    Sighting valued(boolean is) {
        likeness += is ? VALUED : 0;
        return this;
    }

    Sighting value(String setting, Object planned, Object found) {
        Difference one = new Difference(setting, Objects.toString(planned, ""), Objects.toString(found, ""));
        if (!one.expected().equals(one.found())) {
            differences.add(one);
        }
        return this;
    }

    String id() {
        return id;
    }

    Map<String, String> tags() {
        return tags;
    }

    /** 0 if nothing speaks for it. */
    int likeness() {
        return likeness;
    }

    HandMade handMade(boolean tagged) {
        return new HandMade(id, tagged ? How.TAGS : likeness >= NAMED ? How.NAME
                : likeness >= CONNECTED ? How.CONNECTION : How.VALUE, differences);
    }
}
