package endpointlab.practice.machine;

import endpointlab.userdata.Call;
import java.io.IOException;
import java.util.List;

/** {@code dig}, {@code nslookup} and {@code host}: what the VPC's resolver answers. */
final class NameQueries {

    /** The resolver that a machine asks: systemd-resolved's stub for dig, the VPC's for the rest. */
    private static final String RESOLVER = "169.254.169.253";

    private final MachineNetwork network;

    NameQueries(MachineNetwork network) {
        this.network = network;
    }

    private static List<String> names(Call call) {
        return call.arguments().stream()
                .filter(word -> !word.startsWith("+") && !word.startsWith("-") && !word.startsWith("@"))
                .filter(word -> !word.equalsIgnoreCase("A") && !word.equalsIgnoreCase("IN")).toList();
    }

    int dig(Call call) throws IOException {
        boolean brief = call.arguments().contains("+short");
        for (String name : names(call)) {
            List<String> addresses = network.resolve(name);
            if (brief) {
                for (String address : addresses) {
                    call.line(address);
                }
                continue;
            }
            String canonical = name.endsWith(".") ? name : name + ".";
            StringBuilder text = new StringBuilder("\n; <<>> DiG 9.18.33 <<>> " + name + "\n;; Got answer:\n"
                    + ";; ->>HEADER<<- opcode: QUERY, status: " + (addresses.isEmpty() ? "NXDOMAIN" : "NOERROR")
                    + ", id: 4711\n;; flags: qr rd ra; QUERY: 1, ANSWER: " + addresses.size()
                    + ", AUTHORITY: 0, ADDITIONAL: 1\n\n;; QUESTION SECTION:\n;" + canonical + "\t\tIN\tA\n");
            if (!addresses.isEmpty()) {
                text.append("\n;; ANSWER SECTION:\n");
                addresses.forEach(address -> text.append(canonical).append("\t60\tIN\tA\t").append(address)
                        .append('\n'));
            }
            call.line(text + "\n;; SERVER: " + RESOLVER + "#53(" + RESOLVER + ") (UDP)\n");
        }
        return 0;
    }

    int nslookup(Call call) throws IOException {
        int status = 0;
        for (String name : names(call)) {
            List<String> addresses = network.resolve(name);
            call.line("Server:\t\t" + RESOLVER + "\nAddress:\t" + RESOLVER + "#53\n");
            if (addresses.isEmpty()) {
                call.line("** server can't find " + name + ": NXDOMAIN\n");
                status = 1;
            } else {
                call.line("Non-authoritative answer:");
                for (String address : addresses) {
                    call.line("Name:\t" + name + "\nAddress: " + address);
                }
                call.line("");
            }
        }
        return status;
    }

    int host(Call call) throws IOException {
        int status = 0;
        for (String name : names(call)) {
            List<String> addresses = network.resolve(name);
            if (addresses.isEmpty()) {
                call.line("Host " + name + " not found: 3(NXDOMAIN)");
                status = 1;
            }
            for (String address : addresses) {
                call.line(name + " has address " + address);
            }
        }
        return status;
    }
}
