package endpointlab.practice;

import endpointlab.clock.Pace;
import java.nio.file.Path;

/**
 * How a practice cloud shall be.
 *
 * @param region    Region that it plays
 * @param pace      lab time against wall time
 * @param seed      same seed, same ids and durations; ignored if the directory holds a world already
 * @param directory where its world, disks and host keys are kept; made if it doesn't exist
 * @param apiPort   port of the API on 127.0.0.1; 0 for any free one
 * @param socksPort port of the practice internet on 127.0.0.1; 0 for any free one
 */
public record PracticeOptions(String region, Pace pace, long seed, Path directory, int apiPort, int socksPort) {

    public static PracticeOptions of(String region, Pace pace, long seed, Path directory) {
        return new PracticeOptions(region, pace, seed, directory, 0, 0);
    }
}
