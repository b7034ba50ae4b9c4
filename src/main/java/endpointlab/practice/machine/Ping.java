package endpointlab.practice.machine;

import endpointlab.userdata.Call;
import endpointlab.userdata.Options;
import endpointlab.userdata.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code ping}: an ICMP echo a second, each judged when it is sent. */
final class Ping implements Program {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** How long ping waits for the last answer. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);

    private final MachineNetwork network;

    Ping(MachineNetwork network) {
        this.network = network;
    }

    @Override
    public int run(Call call) throws IOException, InterruptedException {
        Options options = Options.read(call.arguments(), "nq46", "cWiswI");
        String count = options.value("c").orElse("0");
        if (options.operands().isEmpty() || !count.matches("\\d{1,6}")) {
            call.error(options.operands().isEmpty() ? "ping: usage error: Destination address required"
                    : "ping: invalid argument: '" + count + "'");
            return 1;
        }
        String host = options.operands().get(options.operands().size() - 1);
        List<String> addresses = network.resolve(host);
        if (addresses.isEmpty()) {
            call.error("ping: " + host + ": Name or service not known");
            return 2;
        }
        return ping(call, host, addresses.get(0), Integer.parseInt(count));
    }

    private int ping(Call call, String host, String address, int count) throws IOException, InterruptedException {
        call.line("PING " + host + " (" + address + ") 56(84) bytes of data.");
        int sent = 0;
        int received = 0;
        try {
            while (count == 0 || sent < count) {
                boolean answered = network.answersPing(address);
                sent++;
                if (answered) {
                    received++;
                    call.line("64 bytes from " + address + ": icmp_seq=" + sent + " ttl=127 time=0.4"
                            + sent % 10 + " ms");
                }
                boolean last = sent == count;
                if (!last || !answered) {
                    call.host().pause(last ? LAST_WAIT : INTERVAL);
                }
            }
        } catch (InterruptedException ctrlC) {
            summary(call, host, sent, received);
            throw ctrlC;
        }
        summary(call, host, sent, received);
        return received > 0 ? 0 : 1;
    }

    private static void summary(Call call, String host, int sent, int received) throws IOException {
        long loss = Math.round(100.0 * (sent - received) / Math.max(1, sent));
        call.line(String.format(Locale.ROOT,
                "\n--- %s ping statistics ---\n%d packets transmitted, %d received, %d%% packet loss, time %dms",
                host, sent, received, loss, Math.max(0, sent - 1) * 1000));
    }
}
