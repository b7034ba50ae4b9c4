package endpointlab.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class DirectDialerTest {

    private final LabClock clock = LabClock.startingNow(Pace.AWS);
    private final Cancellation cancellation = new Cancellation();

    @Test
    void opensAConnectionThatCancellingLaterDoesNotTouch() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             Socket socket = new DirectDialer().open("127.0.0.1", server.getLocalPort(), clock, cancellation)) {
            cancellation.cancel();

            assertThat(socket.isConnected()).isTrue();
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        int closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }

        assertThat(catchThrowableOfType(ConnectFailure.class,
                () -> new DirectDialer().open("127.0.0.1", closed, clock, cancellation)).kind())
                .isEqualTo(ConnectFailure.Kind.REFUSED);
    }
}
