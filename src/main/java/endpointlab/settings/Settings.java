package endpointlab.settings;

import endpointlab.i18n.Language;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user chose for all labs. Immutable; holds values as they were typed, {@link SettingsRules} says which can
 * be used.
 *
 * @param textSize      in percent of the usual size, {@value #SMALLEST_TEXT} to {@value #LARGEST_TEXT}
 * @param lessMotion    whether nothing on the screen may move by itself
 * @param pace          of practice mode, as {@link endpointlab.clock.Pace#parse} reads it
 * @param region        such as {@code us-east-1}
 * @param zone          Availability Zone for both subnets; empty for the lab's own, or the Region's first
 * @param instanceType  of both instances
 * @param prefix        student prefix before every name; empty if none
 * @param laptopAddress IPv4 address that the practice internet gives to the simulated laptop; never looked up
 * @param reminderMinutes after how many minutes of AWS mode, and again each time, the cost is called to mind; 0: never
 * @param conceptsRead  numbers of the concept pages that were read
 */
public record Settings(Language language, Look look, int textSize, boolean lessMotion, String pace, String region,
                       String zone, String instanceType, String prefix, SshSource sshSource, String laptopAddress,
                       int reminderMinutes, Set<Integer> conceptsRead) {

    public static final int SMALLEST_TEXT = 80;
    public static final int LARGEST_TEXT = 200;

    /** What holds until something else is chosen. The address is one of those kept for documentation (RFC 5737). */
    public static final Settings DEFAULT = new Settings(Language.JA, Look.LIGHT, 100, false, "brisk", "us-east-1", "",
            "t3.micro", "", SshSource.ANYWHERE, "203.0.113.10", 90, Set.of());

    public Settings {
        if (textSize < SMALLEST_TEXT || textSize > LARGEST_TEXT) {
            throw new IllegalArgumentException("text size out of range: " + textSize);
        }
        if (reminderMinutes < 0) {
            throw new IllegalArgumentException("minutes: " + reminderMinutes);
        }
        conceptsRead = Collections.unmodifiableSet(new TreeSet<>(conceptsRead));
    }

    public Settings withLanguage(Language value) {
        return new Settings(value, look, textSize, lessMotion, pace, region, zone, instanceType, prefix, sshSource,
                laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withLook(Look value) {
        return new Settings(language, value, textSize, lessMotion, pace, region, zone, instanceType, prefix,
                sshSource, laptopAddress, reminderMinutes, conceptsRead);
    }

    /** @param value brought into the allowed range */
    public Settings withTextSize(int value) {
        int size = Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, value));
        return new Settings(language, look, size, lessMotion, pace, region, zone, instanceType, prefix, sshSource,
                laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withLessMotion(boolean value) {
        return new Settings(language, look, textSize, value, pace, region, zone, instanceType, prefix, sshSource,
                laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withPace(String value) {
        return new Settings(language, look, textSize, lessMotion, value, region, zone, instanceType, prefix,
                sshSource, laptopAddress, reminderMinutes, conceptsRead);
    }

    /** Another Region has other zones, so the zone goes back to that Region's own. */
    public Settings withRegion(String value) {
        return new Settings(language, look, textSize, lessMotion, pace, value, value.equals(region) ? zone : "",
                instanceType, prefix, sshSource, laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withZone(String value) {
        return new Settings(language, look, textSize, lessMotion, pace, region, value, instanceType, prefix,
                sshSource, laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withInstanceType(String value) {
        return new Settings(language, look, textSize, lessMotion, pace, region, zone, value, prefix, sshSource,
                laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withPrefix(String value) {
        return new Settings(language, look, textSize, lessMotion, pace, region, zone, instanceType, value, sshSource,
                laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withSshSource(SshSource value) {
        return new Settings(language, look, textSize, lessMotion, pace, region, zone, instanceType, prefix, value,
                laptopAddress, reminderMinutes, conceptsRead);
    }

    public Settings withLaptopAddress(String value) {
        return new Settings(language, look, textSize, lessMotion, pace, region, zone, instanceType, prefix, sshSource,
                value, reminderMinutes, conceptsRead);
    }

    public Settings withReminderMinutes(int value) {
        return new Settings(language, look, textSize, lessMotion, pace, region, zone, instanceType, prefix, sshSource,
                laptopAddress, value, conceptsRead);
    }

    public Settings withConceptRead(int number) {
        Set<Integer> read = new TreeSet<>(conceptsRead);
        read.add(number);
        return new Settings(language, look, textSize, lessMotion, pace, region, zone, instanceType, prefix, sshSource,
                laptopAddress, reminderMinutes, read);
    }
}
