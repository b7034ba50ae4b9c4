package endpointlab.run;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a {@link Probe} needs to know.
 *
 * @param checkId       check in the lab, such as {@code connectivity}
 * @param inputs        the check's inputs, resolved: for {@code http-page} {@code host}, {@code port},
 *                      {@code user-data}; for {@code ssh-curl} {@code host}, {@code user}, {@code endpoint-ip},
 *                      {@code port}, {@code user-data}, and {@code ssh-rules}: the inbound rules that let SSH in
 * @param privateKey    file of the private key that logs in; throws
 *                      {@link endpointlab.lab.ProblemException} if there is none
 * @param consoleOutput asks AWS once for the console output of the instance in input {@code instance}; empty while
 *                      none is posted
 * @param clock         for every wait between tries
 */
public record ProbeRequest(String checkId, Map<String, String> inputs, Supplier<Path> privateKey,
                           Supplier<String> consoleOutput, LabClock clock, Cancellation cancellation) {

    public ProbeRequest {
        inputs = Map.copyOf(inputs);
    }

    /** @throws IllegalArgumentException if the lab's check has no such input */
    public String input(String name) {
        String value = inputs.get(name);
        if (value == null) {
            throw new IllegalArgumentException("check " + checkId + " has no input " + name);
        }
        return value;
    }
}
