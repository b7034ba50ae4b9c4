package endpointlab.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import endpointlab.clock.Pace;
import endpointlab.i18n.Messages;
import endpointlab.lab.Finding;
import endpointlab.lab.Lab;
import endpointlab.lab.LabValidator;
import endpointlab.store.InstanceLock;
import endpointlab.store.LabHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a practice cloud that other processes can use, until it is interrupted. */
@Command(name = "practice-cloud")
final class PracticeCloudCommand extends TerminalCommand {

    @Option(names = "--port")
    private String port = "0";

    @Option(names = "--socks-port")
    private String socksPort = "0";

    @Option(names = "--pace")
    private String pace;

    @Option(names = "--seed")
    private String seed;

    @Option(names = "--faults")
    private String faults;

    @Option(names = "--policy")
    private String policy;

    @Option(names = "--region")
    private String region = CommonOptions.DEFAULT_REGION;

    PracticeCloudCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(Lab lab, LabHome home, Messages texts, Report report) {
        int api = CommonOptions.port("--port", port);
        int socks = CommonOptions.port("--socks-port", socksPort);
        Pace speed = CommonOptions.pace(pace).orElse(Pace.BRISK);
        long number = CommonOptions.seed(seed).orElse(0L);
        Optional<Finding> unknownRegion = new LabValidator(lab).region(region);
        unknownRegion.ifPresent(finding -> {
            throw BadInput.of(List.of(finding));
        });
        Trouble trouble = Trouble.of(faults, policy);
        Path directory = home.root().resolve("practice-cloud");
        around().logTo().accept(home.log());
        CountDownLatch interrupted = new CountDownLatch(1);
        try (InstanceLock lock = InstanceLock.acquire(directory.resolve("cloud.lock"), "practice-cloud",
                "endpointlab practice-cloud");
             Clouds.ServedCloud cloud = around().clouds().with(trouble)
                     .serve(directory, region, number, speed, api, socks);
             Interrupts.Registration registration = around().interrupts().onInterrupt(interrupted::countDown)) {
            print(cloud);
            interrupted.await();
            return ExitCode.DONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED;
        }
    }

    private void print(Clouds.ServedCloud cloud) {
        around().out().print(new JsonMapper().createObjectNode().put("endpoint", cloud.endpoint())
                .put("socks", cloud.socks()).put("region", cloud.region())
                .put("accessKeyId", cloud.accessKeyId()).put("secretAccessKey", cloud.secretAccessKey()) + "\n");
        around().out().flush();
    }
}
