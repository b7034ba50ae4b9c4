package endpointlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.FieldValues;
import endpointlab.lab.Lab;
import endpointlab.lab.LabReader;
import endpointlab.lab.LabValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabWishesTest {

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);

    @Test
    void defaultsLeaveTheLabAsItIs() {
        assertThat(LabWishes.values(Settings.DEFAULT, lab)).isEmpty();
    }

    @Test
    void zoneAndInstanceTypeGoToBothSides() {
        Settings settings = Settings.DEFAULT.withZone("us-east-1c").withInstanceType("t2.micro");
        assertThat(LabWishes.values(settings, lab)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "step-3.az", "us-east-1c", "step-11.az", "us-east-1c",
                "step-6.instance-type", "t2.micro", "step-14.instance-type", "t2.micro"));
    }

    @Test
    void onlySshIsNarrowedToMyAddress() {
        Settings settings = Settings.DEFAULT.withSshSource(SshSource.MY_ADDRESS).withLaptopAddress("198.51.100.7");
        assertThat(LabWishes.values(settings, lab)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "step-6.sg-rules", "tcp/22/198.51.100.7/32,tcp/80/0.0.0.0/0,tcp/443/0.0.0.0/0",
                "step-14.sg-rules", "tcp/22/198.51.100.7/32,tcp/80/0.0.0.0/0"));
    }

    @Test
    void whatComesOutCanBeUsed() {
        Settings settings = Settings.DEFAULT.withRegion("ap-northeast-1").withZone("ap-northeast-1c")
                .withInstanceType("t2.micro").withPrefix("hana-").withSshSource(SshSource.MY_ADDRESS);
        FieldValues values = new FieldValues(lab, settings.region(), "abcd1234", settings.prefix(),
                LabWishes.values(settings, lab));
        assertThat(new LabValidator(lab).validate(values)).isEmpty();
        assertThat(values.value("step-1.name")).isEqualTo("hana-Service_Network");
    }
}
