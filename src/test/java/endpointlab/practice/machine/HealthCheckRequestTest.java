package endpointlab.practice.machine;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.network.Flow;
import endpointlab.network.LabIds;
import endpointlab.network.LabNetwork;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP health checks of the lab's machines. */
class HealthCheckRequestTest {

    private static final Flow.Source NODE = new Flow.FromLoadBalancer(LabIds.NLB, "us-east-1a");

    @TempDir
    Path directory;

    @Test
    void theMachineAnswersAndLogsIt() throws Exception {
        try (PracticeNet net = PracticeNet.booted(directory)) {
            net.awaitBooted(LabIds.WEB);
            assertThat(net.machines.httpStatus(Flow.tcp(NODE, LabIds.WEB_IP, 80), "/")).hasValue(200);
            assertThat(net.machines.httpStatus(Flow.tcp(NODE, LabIds.WEB_IP, 80), "/nowhere?a=1")).hasValue(404);
            assertThat(net.machines.httpStatus(Flow.tcp(NODE, LabIds.WEB_IP, 22), "/")).isEmpty();
            assertThat(net.machines.httpStatus(Flow.tcp(NODE, LabIds.WEB_IP, 8080), "/")).isEmpty();
            assertThat(net.on(LabIds.WEB_PUBLIC_IP, "sudo cat /var/log/httpd/access_log").out())
                    .containsPattern(LabIds.NODE_IP + " .*\"GET / HTTP/1.1\" 200 \\d+ \"-\" \"ELB-HealthChecker/2.0\"")
                    .contains("\"GET /nowhere?a=1 HTTP/1.1\" 404 ");

            net.network = new LabNetwork().ingress(LabIds.WEB_SG);
            assertThat(net.machines.httpStatus(Flow.tcp(NODE, LabIds.WEB_IP, 80), "/")).isEmpty();
        }
    }
}
