package endpointlab.preflight;

import endpointlab.lab.Mask;
import endpointlab.lab.Problem;
import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param topic     what kind of thing
 * @param text      key of the sentence that says what was found
 * @param remedy    key of the text that says what to do; empty if nothing
 * @param arguments what both texts name
 * @param detail    AWS's own words; empty if none
 */
public record PreflightLine(Topic topic, Verdict verdict, String text, String remedy, List<String> arguments,
                            String detail) {

    public PreflightLine {
        arguments = List.copyOf(arguments);
    }

    /** What is looked at, in the order in which it is told. */
    public enum Topic {
        IDENTITY, CLOCK, PERMISSIONS, QUOTAS, EARLIER_LABS, ZONE, INSTANCE_TYPE, IMAGE, LOAD_BALANCER, NAMES, ADDRESS,
        COST
    }

    /** A line that needs no remedy. */
    static PreflightLine of(Topic topic, Verdict verdict, String text, String... arguments) {
        return new PreflightLine(topic, verdict, "preflight." + text, "", List.of(arguments), "");
    }

    /** A line with a remedy, whose key is that of the text with {@code .remedy}. */
    static PreflightLine remedied(Topic topic, Verdict verdict, String text, String... arguments) {
        return new PreflightLine(topic, verdict, "preflight." + text, "preflight." + text + ".remedy",
                List.of(arguments), "");
    }

    PreflightLine withDetail(String words) {
        return new PreflightLine(topic, verdict, text, remedy, arguments, words);
    }

    /** For a room to see: without account, user and address. */
    public PreflightLine masked() {
        List<String> hidden = topic == Topic.IDENTITY && verdict == Verdict.OK
                ? List.of(Mask.account(arguments.get(0)), "•••", arguments.get(2))
                : arguments.stream().map(Mask::hide).toList();
        return new PreflightLine(topic, verdict, text, remedy, hidden, "");
    }

    static PreflightLine of(Topic topic, Verdict verdict, Problem problem) {
        return new PreflightLine(topic, verdict, problem.cause(), problem.remedy(), problem.arguments(),
                problem.detail());
    }
}
