package endpointlab.lab;

import endpointlab.ip.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One inbound rule of a security group as the learner writes it: {@code protocol/ports/source}, such as
 * {@code tcp/22/0.0.0.0/0}, {@code tcp/8000-8080/10.0.0.0/16}, {@code icmp/all/0.0.0.0/0} or
 * {@code all/all/10.0.0.0/16}.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, or EC2's {@code -1} for all
 * @param fromPort first port; EC2's -1 for ICMP and for all protocols
 * @param toPort   last port; EC2's -1 for ICMP and for all protocols
 * @param source   canonical IPv4 block
 */
public record InboundRule(String protocol, int fromPort, int toPort, String source) {

    private static final Pattern FORM =
            Pattern.compile("(tcp|udp|icmp|all)/(all|[0-9]{1,5}|[0-9]{1,5}-[0-9]{1,5})/(.+)");
    private static final int SSH = 22;
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException if the text is no such rule */
    public static InboundRule parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || !Cidr.isCanonical(form.group(3))) {
            throw new IllegalArgumentException("not an inbound rule: " + text);
        }
        boolean hasPorts = form.group(1).equals("tcp") || form.group(1).equals("udp");
        boolean allPorts = form.group(2).equals("all");
        if (!hasPorts && !allPorts) {
            throw new IllegalArgumentException("no ports in this protocol: " + text);
        }
        String protocol = form.group(1).equals("all") ? "-1" : form.group(1);
        if (!hasPorts) {
            return new InboundRule(protocol, -1, -1, form.group(3));
        }
        String[] ports = allPorts ? new String[] {"0", "" + LAST_PORT} : form.group(2).split("-");
        int from = Integer.parseInt(ports[0]);
        int to = Integer.parseInt(ports[ports.length - 1]);
        if (from > to || to > LAST_PORT) {
            throw new IllegalArgumentException("not a range of ports: " + text);
        }
        return new InboundRule(protocol, from, to, form.group(3));
    }

    /**
     * The rules of a whole field, separated by commas; blank text means no rule.
     *
     * @throws IllegalArgumentException if one of them is no rule
     */
    public static List<InboundRule> parseAll(String text) {
        return split(text).stream().map(InboundRule::parse).toList();
    }

    /** The texts of the single rules of a field. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** Whether it is there for SSH and nothing else. */
    public boolean isSsh() {
        return protocol.equals("tcp") && fromPort == SSH && toPort == SSH;
    }

    /** Whether the address is one of the source's. */
    public boolean letsIn(String address) {
        return Cidr.parse(source).contains(address);
    }

    /** This rule for another source. */
    public InboundRule from(String block) {
        return new InboundRule(protocol, fromPort, toPort, block);
    }

    /** The inverse of {@link #parseAll}. */
    public static String format(List<InboundRule> rules) {
        return rules.stream().map(InboundRule::toString).collect(Collectors.joining(","));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (protocol.equals("-1") ? "all" : protocol) + "/" + ports() + "/" + source;
    }

    private String ports() {
        if (fromPort < 0 || fromPort == 0 && toPort == LAST_PORT) {
            return "all";
        }
        return fromPort == toPort ? String.valueOf(fromPort) : fromPort + "-" + toPort;
    }
}
