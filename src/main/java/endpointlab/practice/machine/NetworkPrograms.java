package endpointlab.practice.machine;

import endpointlab.practice.internet.ConnectFailure;
import endpointlab.practice.internet.Connection;
import endpointlab.practice.internet.DataPlane;
import endpointlab.userdata.Call;
import endpointlab.userdata.Options;
import endpointlab.userdata.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** All programs of a machine: the standard ones and those that use its network. */
final class NetworkPrograms {

    private NetworkPrograms() {
    }

    static Programs of(Machine machine) {
        MachineNetwork network = new MachineNetwork(machine);
        NameQueries names = new NameQueries(network);
        return Programs.standard()
                .with("curl", new Curl(machine, network))
                .with("ping", new Ping(network))
                .with("dig", names::dig)
                .with("nslookup", names::nslookup)
                .with("host", names::host)
                .with("ip", new IpProgram(machine))
                .with("ss", call -> sockets(machine, call))
                .with("nc", call -> netcat(network, call))
                .with("cloud-init", call -> cloudInit(machine, call));
    }

    /** Only what listens; {@code ss -ltn}. */
    private static int sockets(Machine machine, Call call) throws IOException {
        call.line("State   Recv-Q  Send-Q   Local Address:Port   Peer Address:Port Process");
        for (int port : List.of(Machine.SSH_PORT, Machine.HTTP_PORT)) {
            if (machine.surroundings().plane().listeners().loopbackPort(machine.instanceId(), port).isPresent()) {
                call.line("LISTEN  0       128            0.0.0.0:" + (port == 22 ? "22" : "80")
                        + "          0.0.0.0:*");
            }
        }
        return 0;
    }

    /** Whether a port can be reached; {@code nc -zv HOST PORT}. */
    private static int netcat(MachineNetwork network, Call call) throws IOException, InterruptedException {
        Options options = Options.read(call.arguments(), "zvnt4", "wp");
        List<String> operands = options.operands();
        if (!options.has("z") || operands.size() != 2 || !operands.get(1).matches("[1-9]\\d{0,4}")) {
            call.error("Ncat: only 'nc -z [-v] [-w SECONDS] HOST PORT' is known to the practice machine.");
            return 2;
        }
        Duration timeout = options.value("w").filter(text -> text.matches("\\d{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(DataPlane.LINUX_CONNECT_TIMEOUT);
        String host = operands.get(0);
        int port = Integer.parseInt(operands.get(1));
        if (port > 65535) {
            call.error("Ncat: Invalid port number \"" + port + "\". QUITTING.");
            return 2;
        }
        call.error("Ncat: Version 7.93 ( https://nmap.org/ncat )");
        try (Connection connection = network.connect(host, port, timeout)) {
            call.error("Ncat: Connected to " + connection.address() + ":" + port + ".");
            return 0;
        } catch (ConnectFailure failure) {
            call.error(switch (failure.kind()) {
                case REFUSED -> "Ncat: Connection refused.";
                case TIMED_OUT -> "Ncat: TIMEOUT.";
                case UNRESOLVABLE -> "Ncat: Could not resolve hostname \"" + host
                        + "\": Name or service not known. QUITTING.";
            });
            return failure.kind() == ConnectFailure.Kind.UNRESOLVABLE ? 2 : 1;
        }
    }

    private static int cloudInit(Machine machine, Call call) throws IOException {
        if (!call.arguments().contains("status")) {
            call.error("usage: cloud-init status");
            return 2;
        }
        call.line("status: " + (machine.stage() == MachineState.Stage.BOOTED ? "done" : "running"));
        return 0;
    }
}
