package endpointlab.practice.machine;

import endpointlab.ip.Cidr;
import endpointlab.ip.Ipv4;
import endpointlab.network.NetworkSnapshot.Subnet;
import endpointlab.userdata.Call;
import endpointlab.userdata.Program;
import java.io.IOException;
import java.util.Locale;

/** {@code ip addr} and {@code ip route}. */
final class IpProgram implements Program {

    private final Machine machine;

    IpProgram(Machine machine) {
        this.machine = machine;
    }

    @Override
    public int run(Call call) throws IOException {
        String object = call.arguments().stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
        if (!object.isEmpty() && "address".startsWith(object)) {
            return addresses(call);
        }
        if (!object.isEmpty() && "route".startsWith(object)) {
            return routes(call);
        }
        call.error("Object \"" + object + "\" is unknown, try \"ip help\".");
        return 1;
    }

    /** The subnet the machine is in; a /24 around its address if its network interface is gone. */
    private Cidr subnet() {
        String own = machine.spec().privateIp();
        return Cidr.parse(machine.surroundings().plane().subnetOf(machine.instanceId()).map(Subnet::cidr)
                .orElse(own + "/24"));
    }

    private int addresses(Call call) throws IOException {
        String own = machine.spec().privateIp();
        long number = Ipv4.parse(own);
        String mac = String.format(Locale.ROOT, "0a:ff:%02x:%02x:%02x:%02x", number >> 24 & 255, number >> 16 & 255,
                number >> 8 & 255, number & 255);
        call.line("1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n"
                + "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
                + "    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n"
                + "2: ens5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9001 qdisc mq state UP group default qlen 1000\n"
                + "    link/ether " + mac + " brd ff:ff:ff:ff:ff:ff\n    altname enp0s5\n"
                + "    inet " + own + "/" + subnet().prefix() + " metric 512 brd " + Ipv4.format(subnet().last())
                + " scope global dynamic ens5\n       valid_lft 3204sec preferred_lft 3204sec");
        return 0;
    }

    private int routes(Call call) throws IOException {
        String own = machine.spec().privateIp();
        String router = Ipv4.format(subnet().network() + 1);
        call.line("default via " + router + " dev ens5 proto dhcp src " + own + " metric 512 \n"
                + subnet() + " dev ens5 proto kernel scope link src " + own + " metric 512 \n"
                + router + " dev ens5 proto dhcp scope link src " + own + " metric 512");
        return 0;
    }
}
