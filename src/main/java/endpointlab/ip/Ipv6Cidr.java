package endpointlab.ip;

import java.util.ArrayList;
import java.util.List;

/** Blocks of IPv6 addresses in CIDR notation (RFC 4291), as text. */
public final class Ipv6Cidr {

    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;

    private Ipv6Cidr() {
    }

    /**
     * The block in the form of RFC 5952, such as {@code 2001:db8::/32}; host bits that are set are cleared.
     *
     * @throws IllegalArgumentException if the text is no IPv6 block; an address that ends in dotted form is none here
     */
    public static String canonical(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("0|[1-9][0-9]{0,2}")
                || Integer.parseInt(parts[1]) > GROUPS * GROUP_BITS) {
            throw notABlock(text);
        }
        int prefix = Integer.parseInt(parts[1]);
        int[] groups = groups(parts[0], text);
        for (int i = 0; i < GROUPS; i++) {
            int bits = Math.max(0, Math.min(GROUP_BITS, prefix - i * GROUP_BITS));
            groups[i] &= 0xFFFF << GROUP_BITS - bits & 0xFFFF;
        }
        return format(groups) + "/" + prefix;
    }

    public static boolean isValid(String text) {
        try {
            canonical(text);
            return true;
        } catch (IllegalArgumentException notABlock) {
            return false;
        }
    }

    private static int[] groups(String address, String text) {
        int gap = address.indexOf("::");
        List<Integer> first = numbers(gap < 0 ? address : address.substring(0, gap), text);
        List<Integer> last = gap < 0 ? List.of() : numbers(address.substring(gap + 2), text);
        int left = GROUPS - first.size() - last.size();
        if (gap < 0 ? left != 0 : left < 1) {
            throw notABlock(text);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < first.size(); i++) {
            groups[i] = first.get(i);
        }
        for (int i = 0; i < last.size(); i++) {
            groups[GROUPS - last.size() + i] = last.get(i);
        }
        return groups;
    }

    private static List<Integer> numbers(String part, String text) {
        List<Integer> numbers = new ArrayList<>();
        if (part.isEmpty()) {
            return numbers;
        }
        for (String group : part.split(":", -1)) {
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                throw notABlock(text);
            }
            numbers.add(Integer.parseInt(group, 16));
        }
        return numbers;
    }

    private static String format(int[] groups) {
        int start = 0;
        int longest = 0;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        return longest < 2 ? join(groups, 0, GROUPS)
                : join(groups, 0, start) + "::" + join(groups, start + longest, GROUPS);
    }

    private static String join(int[] groups, int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add(Integer.toHexString(groups[i]));
        }
        return String.join(":", texts);
    }

    private static IllegalArgumentException notABlock(String text) {
        return new IllegalArgumentException("not an IPv6 block: " + text);
    }
}
