package endpointlab.network;

/**
 * The one judge of reachability: from a snapshot and a flow to the hops it takes, and where, why and how it stops.
 */
public final class ReachabilityJudge {

    /** Follows {@code flow} through {@code snapshot}. Pure: the same arguments always give the same path. */
    public Path judge(NetworkSnapshot snapshot, Flow flow) {
        throw new UnsupportedOperationException();
    }
}
