package endpointlab.probe;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import endpointlab.lab.CheckResult;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.run.Probe;
import endpointlab.run.ProbeRequest;
import endpointlab.userdata.UserDataPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Logs in to the customer's instance, after checking that it is the right one, and asks for the page there with
 * {@code curl} through the endpoint.
 */
public final class SshCurlProbe implements Probe {

    /** Other tools report that the console output can take 3 to 5 minutes longer than the boot. */
    private static final Duration CONSOLE_PATIENCE = Duration.ofMinutes(8);
    private static final Duration SSHD_PATIENCE = Duration.ofMinutes(2);
    /** Assumed: a fresh endpoint says "available" and may need some seconds more until packets pass. */
    private static final Duration ENDPOINT_PATIENCE = Duration.ofSeconds(20);
    private static final int CURL_SECONDS = 10;
    private static final int CURL_REFUSED = 7;
    private static final int CURL_TIMED_OUT = 28;

    private final Dialer dialer;

    /** @param dialer the way out into the internet, real or practice */
    public SshCurlProbe(Dialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public String kind() {
        return "ssh-curl";
    }

    @Override
    public CheckResult run(ProbeRequest request) {
        Path privateKey = request.privateKey().get();
        VerifiedHostKeys keys = new VerifiedHostKeys(fingerprints(request));
        Patience patience = Patience.forRealWork(request, SSHD_PATIENCE);
        while (true) {
            try (SshConnection connection = SshConnection.open(dialer, request.input("user"), request.input("host"),
                    privateKey, keys, request.clock(), request.cancellation())) {
                return curl(request, connection);
            } catch (ConnectFailure failure) {
                if (failure.kind() != ConnectFailure.Kind.REFUSED || !patience.another()) {
                    throw ProbeProblems.ssh(request, failure);
                }
            } catch (JSchException | IOException failure) {
                request.cancellation().throwIfCancelled();
                Optional<Problem> known = refusal(request, keys, failure);
                if (known.isPresent() || !patience.another()) {
                    throw new ProblemException(known.orElseGet(() -> broken(request, failure)), failure);
                }
            }
        }
    }

    @Override
    public Optional<Problem> verdict(ProbeRequest request, CheckResult result) {
        return ProbeProblems.verdict(request, result);
    }

    private static HostFingerprints fingerprints(ProbeRequest request) {
        Patience patience = Patience.forRealWork(request, CONSOLE_PATIENCE);
        while (true) {
            Optional<HostFingerprints> found = HostFingerprints.find(request.consoleOutput().get());
            if (found.isPresent()) {
                return found.get();
            }
            if (!patience.another()) {
                throw new ProblemException(ProbeProblems.of(request, "HostKeyNotPrinted", "host-key-not-printed", "",
                        request.input("instance")), null);
            }
        }
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

    /** What the server, or we, decided against; trying again would change nothing. */
    private static Optional<Problem> refusal(ProbeRequest request, VerifiedHostKeys keys, Exception failure) {
        String host = request.input("host");
        if (failure instanceof JSchChangedHostKeyException) {
            return Optional.of(ProbeProblems.of(request, "HostKeyChanged", "host-key-changed", "", host,
                    keys.presented()));
        }
        if (failure instanceof JSchHostKeyException || failure instanceof JSchAlgoNegoFailException) {
            return Optional.of(ProbeProblems.of(request, "HostKeyUnknown", "host-key-unknown",
                    failure.getMessage(), host));
        }
        boolean login = keys.verified() && failure instanceof JSchException && failure.getCause() == null
                && !(failure instanceof JSchSessionDisconnectException);
        return login ? Optional.of(ProbeProblems.of(request, "SshAuthFailed", "ssh-auth-failed",
                failure.getMessage(), host, request.input("user"))) : Optional.empty();
    }

    private static Problem broken(ProbeRequest request, Exception failure) {
        return ProbeProblems.of(request, "SshBroken", "ssh-broken", String.valueOf(failure.getMessage()),
                request.input("host"));
    }
}
