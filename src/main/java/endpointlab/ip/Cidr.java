package endpointlab.ip;

/**
 * A block of IPv4 addresses in CIDR notation (RFC 4632).
 *
 * @param network first address of the block, an unsigned 32-bit number; host bits are cleared
 * @param prefix  number of network bits, 0 to 32
 */
public record Cidr(long network, int prefix) {

    public Cidr {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException("not a prefix length: " + prefix);
        }
        network &= mask(prefix);
    }

    /**
     * Reads a block such as {@code 10.0.0.0/16}. Host bits that are set are cleared, see {@link #isCanonical}.
     *
     * @throws IllegalArgumentException if the text is no IPv4 block
     */
    public static Cidr parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("0|[1-9][0-9]?")) {
            throw new IllegalArgumentException("not an IPv4 block: " + text);
        }
        return new Cidr(Ipv4.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    public static boolean isValid(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException notABlock) {
            return false;
        }
    }

    /** Whether {@code text} is a block without host bits set, so that it means what it says. */
    public static boolean isCanonical(String text) {
        return isValid(text) && parse(text).toString().equals(text);
    }

    /** Number of addresses in the block. */
    public long size() {
        return 1L << 32 - prefix;
    }

    /** The last address of the block. */
    public long last() {
        return network + size() - 1;
    }

    public boolean contains(long address) {
        return address >= network && address <= last();
    }

    public boolean contains(String address) {
        return contains(Ipv4.parse(address));
    }

    /** Whether every address of {@code other} is in this block. */
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.network);
    }

    /** Whether the two blocks share an address. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    @Override
    public String toString() {
        return Ipv4.format(network) + "/" + prefix;
    }

    private static long mask(int prefix) {
        return 0xFFFFFFFFL << 32 - prefix & 0xFFFFFFFFL;
    }
}
