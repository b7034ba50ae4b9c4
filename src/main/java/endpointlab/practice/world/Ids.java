package endpointlab.practice.world;

import java.util.Locale;

/**
 * Makes the ids of the practice cloud: they follow from the world's seed and a running number alone, never from a
 * request, so that the same calls in the same order get the same ids in every run with the same seed. Use inside
 * {@link World#locked}.
 *
 * <p>Form: a prefix, a hyphen and 17 hexadecimal digits; AWS's long ids begin with a zero.
 */
public final class Ids {

    private final World world;

    Ids(World world) {
        this.world = world;
    }

    /** @param prefix without the hyphen, such as {@code vpc} or {@code eni-attach} */
    public String next(String prefix) {
        return prefix + "-0" + hex16();
    }

    /** The id of something that is the same in every account, such as an image. */
    public static String shared(String prefix, String what) {
        return prefix + "-0" + String.format(Locale.ROOT, "%016x", Mixing.mix(0, what));
    }

    /** Sixteen hexadecimal digits, as load balancers and target groups have them in their ARNs. */
    public String hex16() {
        return String.format(Locale.ROOT, "%016x", Mixing.mix(world.seed, world.nextSerial()));
    }

    /** The first {@code length} of sixteen hexadecimal digits. */
    public String hex(int length) {
        return hex16().substring(0, length);
    }

    /** Letters and digits, as in the names of endpoints. */
    public String alphanumeric(int length) {
        String digits = Long.toString(Mixing.mix(world.seed, world.nextSerial()) >>> 1, 36);
        return ("0".repeat(length) + digits).substring(digits.length());
    }

    /** A locally administered MAC address in AWS's lower-case form. */
    public String macAddress() {
        String hex = hex(10);
        return "0e:" + String.join(":", hex.substring(0, 2), hex.substring(2, 4), hex.substring(4, 6),
                hex.substring(6, 8), hex.substring(8, 10));
    }
}
