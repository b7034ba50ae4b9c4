package endpointlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.Finding;
import endpointlab.lab.LabReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesTest {

    private final SettingsRules rules = new SettingsRules(new LabReader().read(LabReader.DEFAULT_LAB));

    @Test
    void theDefaultsCanBeUsed() {
        assertThat(rules.findings(Settings.DEFAULT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"日本-, validation.prefix-characters", "internal-, validation.name-internal",
            "-x, validation.name-hyphen", "abcdefghijklmnopqrstuvwxyz, validation.too-long"})
    void aPrefixMustFitEveryName(String prefix, String sentence) {
        assertThat(rules.prefix(Settings.DEFAULT, prefix)).get().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("prefix");
            assertThat(finding.text()).isEqualTo(sentence);
            assertThat(finding.arguments().get(0)).isEqualTo("prefix");
        });
        assertThat(rules.prefix(Settings.DEFAULT, "hana-")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.1.2", "127.0.0.1", "172.20.0.1", "100.64.1.1", "224.0.0.1", "0.0.0.0"})
    void noAddressThatTheInternetDoesntKnow(String address) {
        assertThat(rules.laptopAddress(Settings.DEFAULT, address)).map(Finding::text)
                .contains("settings.problem.address-private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "203.0.113", "203.0.113.256", "203.0.113.010", "example.com", "203.0.113.10/32"})
    void anAddressHasItsForm(String address) {
        assertThat(rules.laptopAddress(Settings.DEFAULT, address)).map(Finding::text)
                .contains("settings.problem.address-form");
        assertThat(rules.laptopAddress(Settings.DEFAULT, "203.0.113.10")).isEmpty();
    }

    @Test
    void aZoneIsOneOfItsRegion() {
        assertThat(rules.zone(Settings.DEFAULT, "ap-northeast-1a")).map(Finding::text).contains("validation.zone");
        assertThat(rules.zone(Settings.DEFAULT.withRegion("ap-northeast-1"), "ap-northeast-1a")).isEmpty();
        assertThat(rules.zone(Settings.DEFAULT, "")).isEmpty();
    }

    @Test
    void everyUnusableSettingIsFound() {
        Settings settings = Settings.DEFAULT.withRegion("mars-1").withInstanceType("t3micro").withPace("later");
        assertThat(rules.findings(settings)).extracting(Finding::field).contains("pace", "region", "instance-type");
    }
}
