package endpointlab.probe;

import endpointlab.lab.CheckResult;
import endpointlab.lab.Problem;
import endpointlab.run.Probe;
import endpointlab.run.ProbeRequest;
import endpointlab.userdata.UserDataPage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Logs in to the customer's instance, after checking that it is the right one, and asks for the page there with
 * {@code curl} through the endpoint.
 */
public final class SshCurlProbe implements Probe {

    /** Assumed: a fresh endpoint says "available" and may need some seconds more until packets pass. */
    private static final Duration ENDPOINT_PATIENCE = Duration.ofSeconds(20);
    private static final int CURL_SECONDS = 10;
    private static final int CURL_REFUSED = 7;
    private static final int CURL_TIMED_OUT = 28;

    private final SshLogin login;

    /** @param dialer the way out into the internet, real or practice */
    public SshCurlProbe(Dialer dialer) {
        this.login = new SshLogin(dialer);
    }

    @Override
    public String kind() {
        return "ssh-curl";
    }

    @Override
    public CheckResult run(ProbeRequest request) {
        return login.work(request, connection -> curl(request, connection));
    }

    @Override
    public Optional<Problem> verdict(ProbeRequest request, CheckResult result) {
        return ProbeProblems.verdict(request, result);
    }

    private static CheckResult curl(ProbeRequest request, SshConnection connection) throws IOException {
        String command = "curl -sS --max-time " + CURL_SECONDS + " "
                + Url.of(request.input("endpoint-ip"), request.input("port"));
        String expected = UserDataPage.of(request.input("user-data")).text().orElse("");
        Patience patience = Patience.of(request, ENDPOINT_PATIENCE);
        while (true) {
            SshConnection.Execution seen = connection.run(command, Duration.ofSeconds(CURL_SECONDS * 3L));
            boolean mayPass = seen.exit() == CURL_TIMED_OUT || seen.exit() == CURL_REFUSED;
            if (!mayPass || !patience.another()) {
                return new CheckResult(command, seen.exit(), seen.stdout(), expected, "", seen.stderr());
            }
        }
    }
}
