package endpointlab.probe;

import endpointlab.lab.CheckResult;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.run.ProbeRequest;
import endpointlab.userdata.UserDataPage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a check can run into, each with its own cause and remedy. */
final class ProbeProblems {

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

    static ProblemException ssh(ProbeRequest request, ConnectFailure failure) {
        String host = request.input("host");
        Problem problem = switch (failure.kind()) {
            case TIMED_OUT -> of(request, "SshTimeout", "ssh-timeout", "", host);
            case REFUSED -> of(request, "SshRefused", "ssh-refused", "", host);
            case UNRESOLVABLE -> of(request, "SshUnresolvable", "ssh-unresolvable", "", host);
            case NO_NETWORK -> of(request, "NoNetwork", "no-network", failure.getMessage(), host);
        };
        return new ProblemException(problem, failure);
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
