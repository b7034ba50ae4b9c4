package endpointlab.practice.world;

import endpointlab.clock.LabClock;
import java.time.Instant;

/**
 * What an operation of the practice cloud stands on: the world, its clock and the helpers that work on both. One per
 * practice cloud.
 */
public final class Cloud {

    public final World world;
    public final LabClock clock;
    public final Timing timing;
    public final Visibility visibility;

    public final Ids ids;
    public final Tags tags;
    public final ClientTokens tokens;
    public final NetworkInterfaces interfaces;
    public final Addresses addresses;
    public final Paging paging;
    public final Zones zones;
    /** Finds what an operation was told to use; it may miss what was made a moment ago, see {@link Visibility}. */
    public final Finder find;
    /** Finds whatever exists. */
    public final Finder findSurely;

    public Cloud(World world, LabClock clock, Timing timing, Visibility visibility) {
        this.world = world;
        this.clock = clock;
        this.timing = timing;
        this.visibility = visibility;
        this.ids = new Ids(world);
        this.tags = new Tags(world);
        this.tokens = new ClientTokens(world);
        this.interfaces = new NetworkInterfaces(world, clock, ids);
        this.addresses = interfaces.addresses();
        this.paging = new Paging(world.seed);
        this.zones = Zones.of(world.region);
        this.find = new Finder(this, visibility);
        this.findSurely = new Finder(this, new Visibility(true, world.seed, clock));
    }

    /** The lab time now; one and the same throughout an operation. */
    public Instant now() {
        return world.now(clock);
    }

    /** Whether a lab time has come; {@code null} never comes. */
    public boolean passed(Instant time) {
        return time != null && !now().isBefore(time);
    }
}
