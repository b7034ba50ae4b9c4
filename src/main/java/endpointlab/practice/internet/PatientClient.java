package endpointlab.practice.internet;

import endpointlab.clock.LabClock;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Lets lab time pass while a client waits for its connection, and notices when the client leaves. */
final class PatientClient implements DataPlane.Pause {

    private final Socket client;
    private final LabClock clock;

    PatientClient(Socket client, LabClock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public void sleep(Duration lab) throws InterruptedException, IOException {
        client.setSoTimeout((int) Math.max(1, clock.toWall(lab).toMillis()));
        try {
            // RFC 1928 lets a client send data only after the reply.
            throw client.getInputStream().read() < 0
                    ? new EOFException("the client left before its connection was open")
                    : new IOException("the client spoke before its connection was open");
        } catch (SocketTimeoutException timePassed) {
            // Nothing was sent meanwhile, as it should be.
            client.setSoTimeout(0);
        }
    }
}
