package endpointlab.app;

import endpointlab.clock.Pace;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.document.DocumentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Practice clouds, of this process and of others. */
final class PracticeClouds implements Clouds {

    private final Trouble trouble;

    PracticeClouds(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public Clouds with(Trouble other) {
        return other.isNone() ? this : new PracticeClouds(other);
    }

    @Override
    public Cloud own(Path directory, String region, long seed, Pace pace) {
        return start(PracticeOptions.of(region, pace, seed, directory));
    }

    @Override
    public Cloud at(CloudAddress address, String region, Optional<String> profile, Pace pace) {
        return new OtherCloud(address, region, profile, pace);
    }

    @Override
    public ServedCloud serve(Path directory, String region, long seed, Pace pace, int port, int socksPort) {
        return start(new PracticeOptions(region, pace, seed, directory, port, socksPort));
    }

    private OwnCloud start(PracticeOptions options) {
        try {
            PracticeCloud cloud = PracticeCloud.start(options);
            try {
                return new OwnCloud(cloud, trouble);
            } catch (DocumentException changedMeanwhile) {
                cloud.close();
                throw Trouble.problem(changedMeanwhile);
            }
        } catch (IOException failure) {
            throw new ProblemException(new Problem("PracticeCloudNotStarted", "terminal.cloud-not-started.cause",
                    "terminal.cloud-not-started.remedy", List.of(options.directory().toString()), "",
                    String.valueOf(failure.getMessage()), ""), failure);
        }
    }
}
