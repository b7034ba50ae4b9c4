package endpointlab.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import endpointlab.OwnThread;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.probe.ConnectFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocksDialerTest {

    private final LabClock clock = LabClock.startingNow(Pace.INSTANT);
    private final Cancellation cancellation = new Cancellation();

    @ParameterizedTest
    @CsvSource({"10.1.1.5, 22", "my-lb-0123456789abcdef.elb.us-east-1.amazonaws.com, 65535"})
    void theProxyGetsTheNameAndWhatItSendsComesThrough(String host, int port) throws Exception {
        try (ScriptedSocks proxy = new ScriptedSocks(0);
             Socket socket = new SocksDialer(proxy.address()).open(host, port, clock, cancellation)) {
            assertThat(proxy.requests.take()).isEqualTo(host + ":" + port);
            assertThat(socket.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getSoTimeout()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"4, UNRESOLVABLE", "5, REFUSED", "6, TIMED_OUT", "3, TIMED_OUT", "1, NO_NETWORK", "9, NO_NETWORK",
        "-2, NO_NETWORK"})
    void everyReplyHasItsMeaning(int reply, Kind kind) throws Exception {
        try (ScriptedSocks proxy = new ScriptedSocks(reply)) {
            ConnectFailure failure = catchThrowableOfType(ConnectFailure.class,
                    () -> new SocksDialer(proxy.address()).open("10.1.1.5", 80, clock, cancellation));

            assertThat(failure.kind()).isEqualTo(kind);
        }
    }

    @Test
    void aProxyThatIsNotThere() throws Exception {
        InetSocketAddress nobody;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress("127.0.0.1", once.getLocalPort());
        }

        ConnectFailure failure = catchThrowableOfType(ConnectFailure.class,
                () -> new SocksDialer(nobody).open("10.1.1.5", 80, clock, cancellation));

        assertThat(failure.kind()).isEqualTo(Kind.NO_NETWORK);
    }

    @Test
    void cancellingEndsTheWaitAtOnce() throws Exception {
        try (ScriptedSocks proxy = new ScriptedSocks(ScriptedSocks.SILENT)) {
            CompletableFuture<Void> opening = OwnThread.run(() -> open(proxy));
            proxy.requests.take();

            cancellation.cancel();

            assertThat(opening).failsWithin(Duration.ofSeconds(1)).withThrowableThat()
                    .withRootCauseInstanceOf(CancellationException.class);
        }
    }

    @Test
    void theMachinesOwnProxySettingsAreNotUsed() throws Exception {
        try (ScriptedSocks proxy = new ScriptedSocks(0); ScriptedSocks hostile = new ScriptedSocks(5)) {
            System.setProperty("socksProxyHost", "127.0.0.1");
            System.setProperty("socksProxyPort", String.valueOf(hostile.address().getPort()));
            try (Socket socket = new SocksDialer(proxy.address()).open("10.1.1.5", 22, clock, cancellation)) {
                assertThat(socket.isConnected()).isTrue();
                assertThat(hostile.requests).isEmpty();
            } finally {
                System.clearProperty("socksProxyHost");
                System.clearProperty("socksProxyPort");
            }
        }
    }

    @Test
    void namesThatSocksCannotCarryAreRefused() throws Exception {
        try (ScriptedSocks proxy = new ScriptedSocks(0)) {
            assertThatThrownBy(() -> new SocksDialer(proxy.address()).open("x".repeat(256), 80, clock, cancellation))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void open(ScriptedSocks proxy) {
        try {
            new SocksDialer(proxy.address()).open("10.1.1.5", 80, clock, cancellation).close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
