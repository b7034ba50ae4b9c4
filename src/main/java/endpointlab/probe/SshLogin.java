package endpointlab.probe;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.run.ProbeRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Logs in at the instance of a check: waits until its console has printed the host keys' fingerprints and its sshd
 * answers, within bounds, and lets nobody in the middle.
 */
final class SshLogin {

    /** Other tools report that the console output can take 3 to 5 minutes longer than the boot. */
    private static final Duration CONSOLE_PATIENCE = Duration.ofMinutes(8);
    private static final Duration SSHD_PATIENCE = Duration.ofMinutes(2);

    private final Dialer dialer;

    SshLogin(Dialer dialer) {
        this.dialer = dialer;
    }

    /** What is done in a login. */
    @FunctionalInterface
    interface Work<T> {
        T in(SshConnection connection) throws IOException;
    }

    /**
     * Logs in, does the work and logs out; again if the connection broke.
     *
     * @throws ProblemException if there is no way in
     */
    <T> T work(ProbeRequest request, Work<T> work) {
        LoginKey key = LoginKey.of(request);
        SeenConsole console = console(request);
        VerifiedHostKeys keys = new VerifiedHostKeys(console.hosts());
        Patience patience = Patience.forRealWork(request, SSHD_PATIENCE);
        while (true) {
            try (SshConnection connection = SshConnection.open(dialer, request.input("user"), request.input("host"),
                    key.privateKey(), keys, request.clock(), request.cancellation())) {
                return work.in(connection);
            } catch (ConnectFailure failure) {
                if (failure.kind() != ConnectFailure.Kind.REFUSED || !patience.another()) {
                    throw ProbeProblems.ssh(request, failure, dialer::address);
                }
            } catch (JSchException | IOException failure) {
                request.cancellation().throwIfCancelled();
                Optional<Problem> known = refusal(request, keys, failure)
                        .or(() -> loginRefused(keys, failure) ? Optional.of(login(request, console.logins(), key,
                                failure)) : Optional.empty());
                if (known.isPresent() || !patience.another()) {
                    throw new ProblemException(known.orElseGet(() -> broken(request, failure)), failure);
                }
            }
        }
    }

    /** What the console tells of the instance. */
    private record SeenConsole(HostFingerprints hosts, AuthorizedLogins logins) {
    }

    private static SeenConsole console(ProbeRequest request) {
        Patience patience = Patience.forRealWork(request, CONSOLE_PATIENCE);
        while (true) {
            String text = request.consoleOutput().get();
            Optional<HostFingerprints> found = HostFingerprints.find(text);
            if (found.isPresent()) {
                return new SeenConsole(found.get(), AuthorizedLogins.read(text));
            }
            if (!patience.another()) {
                throw new ProblemException(ProbeProblems.of(request, "HostKeyNotPrinted", "host-key-not-printed", "",
                        request.input("instance")), null);
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
        return Optional.empty();
    }

    private static boolean loginRefused(VerifiedHostKeys keys, Exception failure) {
        return keys.verified() && failure instanceof JSchException && failure.getCause() == null
                && !(failure instanceof JSchSessionDisconnectException);
    }

    /** The server says only no; its console said at first boot whom it would let in. */
    private static Problem login(ProbeRequest request, AuthorizedLogins logins, LoginKey key, Exception failure) {
        String user = request.input("user");
        String host = request.input("host");
        Set<String> keys = logins.byUser().getOrDefault(user, Set.of());
        if (!logins.byUser().isEmpty() && !logins.byUser().containsKey(user)) {
            return ProbeProblems.of(request, "SshWrongUser", "ssh-wrong-user", failure.getMessage(), host, user,
                    String.join(", ", new TreeSet<>(logins.byUser().keySet())));
        }
        if (!keys.isEmpty() && !keys.contains(key.fingerprint())) {
            return ProbeProblems.of(request, "SshOtherKey", "ssh-other-key", failure.getMessage(), host,
                    request.input("instance"));
        }
        return ProbeProblems.of(request, "SshAuthFailed", "ssh-auth-failed", failure.getMessage(), host, user);
    }

    static Problem broken(ProbeRequest request, Exception failure) {
        return ProbeProblems.of(request, "SshBroken", "ssh-broken", String.valueOf(failure.getMessage()),
                request.input("host"));
    }
}
