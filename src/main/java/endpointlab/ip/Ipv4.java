package endpointlab.ip;

/** IPv4 addresses as numbers and as text in dotted form. */
public final class Ipv4 {

    private Ipv4() {
    }

    /**
     * @param text four decimal numbers from 0 to 255, without leading zeros (which some systems read as octal)
     * @return the address as an unsigned 32-bit number
     * @throws IllegalArgumentException if the text is anything else
     */
    public static long parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not an IPv4 address: " + text);
        }
        long address = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException("not an IPv4 address: " + text);
            }
            address = address << 8 | Integer.parseInt(part);
        }
        return address;
    }

    public static boolean isValid(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** @param address an unsigned 32-bit number */
    public static String format(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
