package endpointlab.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HostFingerprintsTest {

    private static final String ED = "SHA256:AAAAC3NzaC1lZDI1NTE5AAAAIKfoo+bar/bazqux012";
    private static final String EC = "SHA256:bbbbC3NzaC1lZDI1NTE5AAAAIKfoo+bar/bazqux012";
    private static final String BEGIN = "ec2: -----BEGIN SSH HOST KEY FINGERPRINTS-----\n";
    private static final String END = "ec2: -----END SSH HOST KEY FINGERPRINTS-----\n";

    @Test
    void readsCloudInitsBlock() {
        assertThat(HostFingerprints.find("booting\nec2: \nec2: #####\n" + BEGIN
                + "ec2: 256 " + ED + " root@ip-10-1-1-7.ec2.internal (ED25519)\n"
                + "ec2: 256 " + EC + " root@ip-10-1-1-7.ec2.internal (ECDSA)\n" + END + "ec2: #####\n"))
                .contains(new HostFingerprints(Map.of("ED25519", ED, "ECDSA", EC)));
    }

    @Test
    void carriageReturnsAndKernelTimesDoNotMatter() {
        String output = "[   11.20] cloud-init[1640]: " + BEGIN.replace("\n", "\r\n")
                + "[   11.21] cloud-init[1640]: ec2: 256 " + ED + " no comment (ED25519)\r\n"
                + "[   11.25] random: crng init done\r\n"
                + "<14>Nov 25 04:00:00 ec2: 256 " + EC + "= (ECDSA)\r\n" + END.replace("\n", "\r\n");

        assertThat(HostFingerprints.find(output))
                .contains(new HostFingerprints(Map.of("ED25519", ED, "ECDSA", EC)));
    }

    @Test
    void theLastBootCounts() {
        assertThat(HostFingerprints.find(BEGIN + "ec2: 256 " + ED + " old (ED25519)\n" + END
                + BEGIN + "ec2: 256 " + EC + " new (ED25519)\n" + END))
                .contains(new HostFingerprints(Map.of("ED25519", EC)));
    }

    @Test
    void anUnfinishedBlockIsWaitedFor() {
        assertThat(HostFingerprints.find("")).isEmpty();
        assertThat(HostFingerprints.find("no block")).isEmpty();
        assertThat(HostFingerprints.find(BEGIN + "ec2: 256 " + ED + " x (ED25519)\n")).isEmpty();
        assertThat(HostFingerprints.find(END)).isEmpty();
        assertThat(HostFingerprints.find(BEGIN + END)).isEmpty();
    }

    @Test
    void fingerprintsElsewhereDoNotCount() {
        assertThat(HostFingerprints.find("256 " + EC + " evil (ED25519)\n" + BEGIN + "ec2: 256 " + ED
                + " x (ED25519)\n" + END + "256 " + EC + " evil (ED25519)\n"))
                .contains(new HostFingerprints(Map.of("ED25519", ED)));
    }

    @Test
    void oldAndShortenedFingerprintsDoNotCount() {
        assertThat(HostFingerprints.find(BEGIN + "ec2: 256 MD5:16:27:ac:a5 x (ED25519)\nec2: 256 "
                + ED.substring(0, 30) + " x (ED25519)\n" + END)).isEmpty();
    }
}
