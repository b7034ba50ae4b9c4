package endpointlab.probe;

import endpointlab.lab.CheckResult;
import endpointlab.lab.InboundRule;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.run.ProbeRequest;
import endpointlab.userdata.UserDataPage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a check can run into, each with its own cause and remedy. */
final class ProbeProblems {

    private static final String ANYWHERE = "0.0.0.0/0";
    private static final int CURL_UNRESOLVABLE = 6;
    private static final int CURL_REFUSED = 7;
    private static final int CURL_TIMED_OUT = 28;

    private ProbeProblems() {
    }

    /** @param code one of our own, such as {@code SshTimeout}; the texts follow from it */
    static Problem of(ProbeRequest request, String code, String text, String detail, String... arguments) {
        return new Problem(code, "problem." + text + ".cause", "problem." + text + ".remedy", List.of(arguments),
                request.checkId(), detail, "");
    }

    /** @param from tells the address that the connection came from, if it is known; asked only if that matters */
    static ProblemException ssh(ProbeRequest request, ConnectFailure failure, Supplier<Optional<String>> from) {
        String host = request.input("host");
        Problem problem = switch (failure.kind()) {
            case TIMED_OUT -> sshTimeout(request, from);
            case REFUSED -> of(request, "SshRefused", "ssh-refused", "", host);
            case UNRESOLVABLE -> of(request, "SshUnresolvable", "ssh-unresolvable", "", host);
            case NO_NETWORK -> of(request, "NoNetwork", "no-network", failure.getMessage(), host);
        };
        return new ProblemException(problem, failure);
    }

    /** An address for which there is no rule is the likeliest cause, as they change wherever one goes. */
    private static Problem sshTimeout(ProbeRequest request, Supplier<Optional<String>> address) {
        String host = request.input("host");
        List<InboundRule> rules = InboundRule.parseAll(request.inputs().getOrDefault("ssh-rules", "")).stream()
                .filter(InboundRule::isSsh).toList();
        String allowed = rules.stream().map(InboundRule::source).collect(Collectors.joining(", "));
        if (rules.isEmpty() || rules.stream().anyMatch(rule -> rule.source().equals(ANYWHERE))) {
            return of(request, "SshTimeout", "ssh-timeout", "", host);
        }
        Optional<String> from = address.get();
        if (from.isEmpty()) {
            return of(request, "SshOnlyFrom", "ssh-only-from", "", host, allowed);
        }
        return rules.stream().anyMatch(rule -> rule.letsIn(from.get()))
                ? of(request, "SshTimeout", "ssh-timeout", "", host)
                : of(request, Problem.SSH_FROM_ELSEWHERE, "ssh-from-elsewhere", "", host, allowed, from.get());
    }

    static ProblemException page(ProbeRequest request, ConnectFailure failure) {
        String host = request.input("host");
        String port = request.input("port");
        Problem problem = switch (failure.kind()) {
            case TIMED_OUT -> of(request, "PageTimeout", "page-timeout", "", host, port);
            case REFUSED -> of(request, "PageRefused", "page-refused", "", host, port);
            case UNRESOLVABLE -> of(request, "PageUnresolvable", "page-unresolvable", "", host);
            case NO_NETWORK -> of(request, "NoNetwork", "no-network", failure.getMessage(), host);
        };
        return new ProblemException(problem, failure);
    }

    /** What is wrong with what {@code curl} saw, here or there. */
    static Optional<Problem> verdict(ProbeRequest request, CheckResult result) {
        if (result.exit() != 0) {
            return Optional.of(curl(request, result));
        }
        Optional<UserDataPage.Unknown> unknown = UserDataPage.of(request.input("user-data")).unknown();
        if (unknown.isPresent()) {
            String why = unknown.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Optional.of(of(request, "PageUnknown", "page-unknown." + why, ""));
        }
        return result.passed() ? Optional.empty()
                : Optional.of(of(request, "PageDiffers", "page-differs", "", result.command()));
    }

    private static Problem curl(ProbeRequest request, CheckResult result) {
        String exit = String.valueOf(result.exit());
        return switch (result.exit()) {
            case CURL_TIMED_OUT -> of(request, "CurlTimeout", "curl-timeout", result.stderr(), result.command(), exit);
            case CURL_REFUSED -> of(request, "CurlRefused", "curl-refused", result.stderr(), result.command(), exit);
            case CURL_UNRESOLVABLE ->
                    of(request, "CurlUnresolvable", "curl-unresolvable", result.stderr(), result.command(), exit);
            default -> of(request, "CurlFailed", "curl-failed", result.stderr(), result.command(), exit);
        };
    }
}
