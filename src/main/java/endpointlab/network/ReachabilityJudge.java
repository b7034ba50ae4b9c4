package endpointlab.network;

/**
 * The one judge of reachability: from a snapshot and a flow to the hops it takes, and where, why and how it stops.
 * The practice cloud's data plane, the diagram and the diagnosis ask nobody else.
 *
 * <p>A flow is judged as a connection: its first packet must arrive and the answer must come back. Security groups
 * remember what they let through, network ACLs don't. What no rule allows is dropped in silence, so every stop is a
 * time-out, save names that don't resolve; a reset can only come from an instance, once the flow was delivered to it.
 * Assumed: a load balancer without a listener on the port or without a target doesn't answer either.
 *
 * <p>Where several addresses, load balancers or targets are equally good, a number made from source address,
 * destination, protocol and port decides, so that a repeated flow goes the same way.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/">AWS PrivateLink guide</a>
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/">Network Load Balancer guide</a>
 */
public final class ReachabilityJudge {

    private final NameResolver names = new NameResolver();

    /**
     * Follows {@code flow} through {@code snapshot}. Pure: the same arguments always give the same path.
     *
     * @throws IllegalArgumentException if the snapshot or the flow holds an address or block that is none
     */
    public Path judge(NetworkSnapshot snapshot, Flow flow) {
        return new Trip(snapshot, flow, names).path();
    }
}
