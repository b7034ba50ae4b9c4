package endpointlab.probe;

import endpointlab.clock.Cancellation;
import endpointlab.lab.CheckResult;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.run.Probe;
import endpointlab.run.ProbeRequest;
import endpointlab.userdata.UserDataPage;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** Opens the load balancer's DNS name from outside, as a browser would, and reads the page. */
public final class HttpPageProbe implements Probe {

    /** A fresh load balancer's name and first connections may take a while to work. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Dialer dialer;

    /** @param dialer the way out into the internet, real or practice */
    public HttpPageProbe(Dialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public String kind() {
        return "http-page";
    }

    @Override
    public CheckResult run(ProbeRequest request) {
        String url = Url.of(request.input("host"), request.input("port"));
        String expected = UserDataPage.of(request.input("user-data")).text().orElse("");
        Patience patience = Patience.forRealWork(request, PATIENCE);
        while (true) {
            try {
                HttpPage page = read(request);
                return new CheckResult("curl " + url, 0, page.body(), expected, page.headers(), "");
            } catch (ConnectFailure failure) {
                if (failure.kind() == ConnectFailure.Kind.TIMED_OUT || !patience.another()) {
                    throw ProbeProblems.page(request, failure);
                }
            } catch (IOException broken) {
                request.cancellation().throwIfCancelled();
                if (!patience.another()) {
                    throw new ProblemException(ProbeProblems.of(request, "PageBroken", "page-broken",
                            String.valueOf(broken.getMessage()), url), broken);
                }
            }
        }
    }

    @Override
    public Optional<Problem> verdict(ProbeRequest request, CheckResult result) {
        return ProbeProblems.verdict(request, result);
    }

    private HttpPage read(ProbeRequest request) throws IOException {
        int port = Integer.parseInt(request.input("port"));
        Socket socket = dialer.open(request.input("host"), port, request.clock(), request.cancellation());
        try (socket; Cancellation.Registration registration =
                request.cancellation().onCancel(() -> Sockets.close(socket))) {
            socket.setSoTimeout(Guards.millis(request.clock(), Duration.ofSeconds(30)));
            return HttpPage.get(socket, Url.authority(request.input("host"), request.input("port")));
        }
    }
}
