package endpointlab.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which faults of a call are waited out, and for how long. Immutable; the first rule that fits counts. All times are
 * lab times.
 */
public final class RetryRules {

    /**
     * One rule: waits grow by half each time, up to the longest.
     *
     * @param what   key of the text that says what is waited for; empty if nobody need be told
     * @param budget given up when this much has been spent waiting
     */
    public record Rule(String what, Predicate<AwsFault> fits, Duration first, Duration longest, Duration budget) {

        Duration delay(int earlierTries) {
            double millis = first.toMillis() * Math.pow(1.5, earlierTries);
            return Duration.ofMillis(Math.round(Math.min(millis, longest.toMillis())));
        }
    }

    private static final Set<String> CLOCK_SKEW = Set.of("RequestTimeTooSkewed", "RequestExpired",
            "InvalidSecurity.RequestHasExpired", "SignatureDoesNotMatch");

    private static final Rule THROTTLING = new Rule("wait.throttled", AwsFault::throttled,
            Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMinutes(5));
    /** The SDK's own budget is well below a second, too short for an API that has a bad minute. */
    private static final Rule PASSING = new Rule("wait.server", AwsFault::passing,
            Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(30));

    /** The SDK corrects its clock by the answer; the next attempt is signed with the right time. */
    private static final Rule SKEWED = new Rule("", fault -> CLOCK_SKEW.contains(fault.code()),
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1));

    private static final Rule NOT_REACHED = new Rule("wait.server", fault -> fault.code().equals(AwsFault.NO_ADDRESS),
            Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(30));

    /** For calls that read, or that may be sent twice. */
    public static final RetryRules REPEATABLE = new RetryRules(List.of(THROTTLING, SKEWED, PASSING));
    /** For calls of which a second one would make a second resource. */
    public static final RetryRules ONCE = new RetryRules(List.of(THROTTLING, SKEWED, NOT_REACHED));
    /** For calls whose failure is to be told at once. */
    public static final RetryRules IMPATIENT = new RetryRules(List.of(THROTTLING, SKEWED));

    private final List<Rule> rules;

    private RetryRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** These rules and, before them, one for these error codes. */
    public RetryRules waitingOut(String what, Duration budget, String... codes) {
        return with(what, budget, fault -> Set.of(codes).contains(fault.code()));
    }

    /**
     * These rules and, before them, one for resources that were made just now and that not every server of AWS
     * knows yet.
     */
    public RetryRules whileNotVisible(Duration budget) {
        return budget.isNegative() || budget.isZero() ? this : with("wait.visible", budget, AwsFault::notFound);
    }

    private RetryRules with(String what, Duration budget, Predicate<AwsFault> fits) {
        List<Rule> all = new ArrayList<>();
        all.add(new Rule(what, fits, Duration.ofMillis(500), Duration.ofSeconds(5), budget));
        all.addAll(rules);
        return new RetryRules(List.copyOf(all));
    }

    Optional<Rule> ruleFor(AwsFault fault) {
        return rules.stream().filter(rule -> rule.fits().test(fault)).findFirst();
    }
}
