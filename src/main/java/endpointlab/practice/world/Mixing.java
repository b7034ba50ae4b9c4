package endpointlab.practice.world;

/** Mixes numbers into numbers that look random and are the same in every run (SplitMix64's finaliser). */
public final class Mixing {

    private Mixing() {
    }

    public static long mix(long seed, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    public static long mix(long seed, String text) {
        long mixed = seed;
        for (int i = 0; i < text.length(); i++) {
            mixed = mix(mixed, text.charAt(i));
        }
        return mix(mixed, text.length());
    }

    /** A number from 0 to {@code bound - 1}. */
    static long below(long bound, long mixed) {
        return Long.remainderUnsigned(mixed, bound);
    }

    /** A number from 0 to below 1. */
    public static double fraction(long mixed) {
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
