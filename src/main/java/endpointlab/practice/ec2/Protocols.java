package endpointlab.practice.ec2;

import endpointlab.practice.world.Invalid;
import java.util.Locale;
import java.util.Map;

/** Protocols as security groups (names) and network ACLs (IANA numbers) write them. */
final class Protocols {

    static final String ALL = "-1";
    private static final Map<String, String> NUMBERS = Map.of("icmp", "1", "tcp", "6", "udp", "17");

    private Protocols() {
    }

    /** {@code tcp}, {@code udp}, {@code icmp}, {@code -1} or another number, whichever way the caller wrote it. */
    static String name(String text) {
        String number = number(text);
        return NUMBERS.entrySet().stream().filter(entry -> entry.getValue().equals(number)).map(Map.Entry::getKey)
                .findFirst().orElse(number);
    }

    /** The IANA number, or {@code -1} for all protocols. */
    static String number(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals(ALL) || word.equals("all")) {
            return ALL;
        }
        if (NUMBERS.containsKey(word)) {
            return NUMBERS.get(word);
        }
        if (!word.matches("[0-9]{1,3}") || Integer.parseInt(word) > 255) {
            throw Invalid.value("Invalid value '" + text + "' for IP protocol. Unknown protocol.");
        }
        return String.valueOf(Integer.parseInt(word));
    }

    static boolean hasPorts(String name) {
        return name.equals("tcp") || name.equals("udp");
    }
}
