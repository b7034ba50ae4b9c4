package endpointlab.practice.internet;

import endpointlab.clock.LabClock;
import endpointlab.network.Flow;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** What is said with one client of the SOCKS proxy: greeting, request, reply, then bytes both ways. RFC 1928. */
final class SocksConversation {

    /** A client that dawdles over its greeting or request is dropped; wall time. */
    private static final Duration HANDSHAKE_GUARD = Duration.ofSeconds(15);
    private static final int VERSION = 5;
    private static final int NO_AUTHENTICATION = 0;
    private static final int NOTHING_ACCEPTABLE = 0xFF;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private final Socket client;
    private final DataPlane plane;
    private final LabClock clock;
    private final ExecutorService threads;

    /** The replies of RFC 1928 that are used here. */
    private enum Reply {
        SUCCEEDED(0), GENERAL_FAILURE(1), HOST_UNREACHABLE(4), REFUSED(5), TTL_EXPIRED(6),
        COMMAND_NOT_SUPPORTED(7), ADDRESS_TYPE_NOT_SUPPORTED(8);

        private final int code;

        Reply(int code) {
            this.code = code;
        }
    }

    private record Destination(String host, int port) {
    }

    /** A request that can't be fulfilled, with what to answer. */
    private static final class Unfulfillable extends Exception {

        private final transient Reply reply;

        Unfulfillable(Reply reply) {
            super(reply.name());
            this.reply = reply;
        }
    }

    SocksConversation(Socket client, DataPlane plane, LabClock clock, ExecutorService threads) {
        this.client = client;
        this.plane = plane;
        this.clock = clock;
        this.threads = threads;
    }

    /** @param clientAddress the public address the client is taken to have */
    void run(String clientAddress) throws IOException, InterruptedException {
        client.setTcpNoDelay(true);
        client.setSoTimeout((int) HANDSHAKE_GUARD.toMillis());
        DataInputStream in = new DataInputStream(client.getInputStream());
        if (!greet(in)) {
            return;
        }
        try (Connection connection = open(request(in), clientAddress)) {
            client.setSoTimeout(0);
            answer(Reply.SUCCEEDED);
            new Bridge(client, connection.socket(), threads).run();
        } catch (Unfulfillable why) {
            answer(why.reply);
        }
    }

    private boolean greet(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != VERSION) {
            return false;
        }
        boolean acceptable = false;
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            acceptable |= in.readUnsignedByte() == NO_AUTHENTICATION;
        }
        send(VERSION, acceptable ? NO_AUTHENTICATION : NOTHING_ACCEPTABLE);
        return acceptable;
    }

    private Destination request(DataInputStream in) throws IOException, Unfulfillable {
        if (in.readUnsignedByte() != VERSION) {
            throw new Unfulfillable(Reply.GENERAL_FAILURE);
        }
        int command = in.readUnsignedByte();
        in.readUnsignedByte();
        int addressType = in.readUnsignedByte();
        byte[] address = new byte[switch (addressType) {
            case IPV4 -> 4;
            case NAME -> in.readUnsignedByte();
            case IPV6 -> 16;
            default -> throw new Unfulfillable(Reply.ADDRESS_TYPE_NOT_SUPPORTED);
        }];
        in.readFully(address);
        int port = in.readUnsignedShort();
        if (command != CONNECT) {
            throw new Unfulfillable(Reply.COMMAND_NOT_SUPPORTED);
        }
        if (addressType == IPV6) {
            throw new Unfulfillable(Reply.ADDRESS_TYPE_NOT_SUPPORTED);
        }
        if (port == 0) {
            throw new Unfulfillable(Reply.GENERAL_FAILURE);
        }
        return new Destination(addressType == IPV4 ? dotted(address) : name(address), port);
    }

    private static String dotted(byte[] address) {
        return (address[0] & 255) + "." + (address[1] & 255) + "." + (address[2] & 255) + "." + (address[3] & 255);
    }

    /** Clients such as JSch send an IPv4 literal as a name; the judge reads both. */
    private static String name(byte[] bytes) throws Unfulfillable {
        String name = new String(bytes, StandardCharsets.US_ASCII);
        if (!name.matches("[A-Za-z0-9._-]{1,253}")) {
            throw new Unfulfillable(Reply.HOST_UNREACHABLE);
        }
        return name;
    }

    private Connection open(Destination to, String clientAddress)
            throws IOException, InterruptedException, Unfulfillable {
        try {
            return plane.connect(new Flow.Internet(clientAddress), to.host(), to.port(),
                    DataPlane.LINUX_CONNECT_TIMEOUT, new PatientClient(client, clock));
        } catch (ConnectFailure failure) {
            throw new Unfulfillable(switch (failure.kind()) {
                case REFUSED -> Reply.REFUSED;
                case UNRESOLVABLE -> Reply.HOST_UNREACHABLE;
                case TIMED_OUT -> Reply.TTL_EXPIRED;
            });
        }
    }

    /** The bound address is of no use to the client; zeros, as most proxies say. */
    private void answer(Reply reply) throws IOException {
        send(VERSION, reply.code, 0, IPV4, 0, 0, 0, 0, 0, 0);
    }

    private void send(int... unsignedBytes) throws IOException {
        byte[] bytes = new byte[unsignedBytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) unsignedBytes[i];
        }
        OutputStream out = client.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
