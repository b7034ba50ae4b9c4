package endpointlab.network;

import static endpointlab.network.LabIds.*;
import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.Flow.FromInstance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The data plane asks for every connection, the diagram for every repaint. */
class JudgeSpeedTest {

    @Test
    void judgesTheLabsLongestFlowInWellUnderAMillisecond() {
        NetworkSnapshot snapshot = new LabNetwork().snapshot();
        Flow flow = Flow.tcp(new FromInstance(CUSTOMER), ENDPOINT_NAME, 80);
        ReachabilityJudge judge = new ReachabilityJudge();
        long[] nanos = new long[2000];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            judge.judge(snapshot, flow);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        // The median, since another process may take the processor at any time.
        assertThat(nanos[nanos.length / 2]).isLessThan(500_000);
    }
}
