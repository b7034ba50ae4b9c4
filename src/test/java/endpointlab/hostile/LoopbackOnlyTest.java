package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import endpointlab.clock.Pace;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.machine.PracticeNet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice cloud can't be reached from outside of the machine. */
class LoopbackOnlyTest {

    private static final int PATIENCE_MILLIS = 2_000;

    @TempDir
    Path directory;

    @Test
    void theApi() throws Exception {
        try (PracticeCloud cloud = PracticeCloud.start(
                PracticeOptions.of("us-east-1", Pace.INSTANT, 4, directory.resolve("practice")))) {
            assertOnlyOnLoopback(cloud.endpoint().getPort());
        }
    }

    @Test
    void theInternet() throws Exception {
        PracticeNet net = PracticeNet.booted(directory);
        try {
            assertOnlyOnLoopback(net.socks.port());
        } finally {
            net.close();
        }
    }

    private static void assertOnlyOnLoopback(int port) throws IOException {
        try (Socket loopback = new Socket()) {
            loopback.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        }
        for (InetAddress other : otherAddresses()) {
            assertThatThrownBy(() -> {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(other, port), PATIENCE_MILLIS);
                }
            }).as("%s of this machine", other).isInstanceOf(IOException.class);
        }
    }

    /** Those of this machine's interfaces, and one at which Linux would answer if all addresses were bound. */
    private static List<InetAddress> otherAddresses() throws IOException {
        List<InetAddress> addresses = new ArrayList<>(NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses).filter(address -> !address.isLoopbackAddress()).toList());
        addresses.add(InetAddress.getByName("127.0.0.2"));
        return addresses;
    }
}
