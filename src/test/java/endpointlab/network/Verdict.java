package endpointlab.network;

import static endpointlab.network.LabIds.*;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.Flow.FromInstance;
import endpointlab.network.Flow.FromLoadBalancer;
import endpointlab.network.Flow.Internet;
import endpointlab.network.Path.Cause;
import endpointlab.network.Path.Delivered;
import endpointlab.network.Path.Dropped;
import endpointlab.network.Path.Hop;
import endpointlab.network.Path.HopKind;
import endpointlab.network.Path.Unresolvable;
import java.util.List;

/** A judged flow, with what tests say about it. */
record Verdict(Path path) {

    static Verdict of(LabNetwork lab, Flow flow) {
        return new Verdict(new ReachabilityJudge().judge(lab.snapshot(), flow));
    }

    /** The table's "from outside via NLB DNS". */
    static Verdict outside(LabNetwork lab) {
        return of(lab, Flow.tcp(new Internet(LAPTOP), NLB_NAME, 80));
    }

    /** The table's "from consumer via endpoint IP". */
    static Verdict consumer(LabNetwork lab) {
        return from(CUSTOMER, ENDPOINT_IP, 80, lab);
    }

    static Verdict ssh(LabNetwork lab) {
        return of(lab, Flow.tcp(new Internet(LAPTOP), CUSTOMER_PUBLIC_IP, 22));
    }

    static Verdict healthCheck(LabNetwork lab) {
        return of(lab, Flow.tcp(new FromLoadBalancer(NLB, ZONE_A), WEB_IP, 80));
    }

    static Verdict from(String instance, String destination, int port, LabNetwork lab) {
        return of(lab, Flow.tcp(new FromInstance(instance), destination, port));
    }

    void works() {
        assertThat(path.outcome()).isInstanceOf(Delivered.class);
    }

    /** It is delivered to the instance, which sees {@code source}. */
    void reaches(String instance, String source) {
        assertThat(path.outcome()).isInstanceOfSatisfying(Delivered.class, delivered -> {
            assertThat(delivered.instanceId()).isEqualTo(instance);
            assertThat(delivered.sourceSeen()).isEqualTo(source);
        });
    }

    /** Nobody answers, and the last hop is where it stopped. */
    void timesOut(Cause cause, HopKind at, String resourceId) {
        assertThat(path.outcome()).isEqualTo(new Dropped(cause, at, resourceId));
        assertThat(last().kind()).isEqualTo(at);
        assertThat(last().resourceId()).isEqualTo(resourceId);
        assertThat(last().reply()).isFalse();
    }

    /** It arrived, but its answer got lost. */
    void answerIsLost(Cause cause, HopKind at, String resourceId) {
        assertThat(path.outcome()).isEqualTo(new Dropped(cause, at, resourceId));
        assertThat(last().kind()).isEqualTo(at);
        assertThat(last().resourceId()).isEqualTo(resourceId);
        assertThat(last().reply()).isTrue();
        assertThat(path.hops()).anyMatch(hop -> hop.kind() == HopKind.INSTANCE && !hop.reply());
    }

    void isUnresolvable(String name) {
        assertThat(path.outcome()).isEqualTo(new Unresolvable(name));
        assertThat(last().kind()).isEqualTo(HopKind.DNS);
    }

    private Hop last() {
        List<Hop> hops = path.hops();
        return hops.get(hops.size() - 1);
    }
}
