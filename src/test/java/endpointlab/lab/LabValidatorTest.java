package endpointlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LabValidatorTest {

    private final Lab lab = new LabReader().read(LabReader.DEFAULT_LAB);
    private final LabValidator validator = new LabValidator(lab);

    @Test
    void theLabsOwnValuesAreGoodInEveryRegion() {
        assertThat(Regions.load().names()).hasSizeGreaterThan(30).allSatisfy(region -> assertThat(
                validator.validate(values(region, "", Map.of()))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "step-1.name; `  `; empty",
        "step-1.cidr; 10.0.0.0; cidr-form",
        "step-1.cidr; 10.0.0.0/33; cidr-form",
        "step-1.cidr; 10.0.256.0/16; cidr-form",
        "step-1.cidr; 010.0.0.0/16; cidr-form",
        "step-1.cidr; 2001:db8::/64; cidr-form",
        "step-1.cidr; １０.0.0.0/16; cidr-form",
        "step-1.cidr; 10.0.1.0/16; cidr-host-bits",
        "step-1.cidr; 10.0.0.0/15; cidr-size",
        "step-1.cidr; 10.0.0.0/29; cidr-size",
        "step-1.cidr; 127.0.0.0/16; cidr-reserved",
        "step-1.cidr; 224.1.0.0/16; cidr-reserved",
        "step-3.cidr; 10.0.9; cidr-form",
        "step-3.cidr; 10.0.9.1/24; cidr-host-bits",
        "step-3.cidr; 10.0.1.0/29; cidr-size",
        "step-3.cidr; 10.9.1.0/24; cidr-outside",
        "step-3.cidr; 10.1.1.0/24; cidr-outside",
        "step-11.cidr; 10.0.1.0/24; cidr-outside",
        "step-3.az; us-east-1z; zone",
        "step-3.az; ap-northeast-1a; zone",
        "step-3.az; use1-az1; zone",
        "step-11.az; us-east-1b; endpoint-zone",
        "step-3.az; us-east-1b; endpoint-zone",
        "step-5.destination; internet; cidr-form",
        "step-5.destination; 0.0.0.1/0; cidr-host-bits",
        "step-6.public-ip; yes; boolean",
        "step-6.ami; ami-123; ami",
        "step-6.ami; ami-0123456789ABCDEF0; ami",
        "step-6.ami; al2023; ami",
        "step-6.instance-type; t3; instance-type",
        "step-6.instance-type; T3.micro; instance-type",
        "step-6.key-name; 鍵; key-characters",
        "step-6.key-name; ` key`; key-characters",
        "step-6.user-data; dnf install -y httpd; user-data-shebang",
        "step-6.user-data; ``; user-data-shebang",
        "step-6.sg-name; sg-web; name-sg",
        "step-6.sg-name; SG-web; name-sg",
        "step-6.sg-name; ウェブ; security-group-characters",
        "step-6.sg-description; ``; empty",
        "step-6.sg-description; a < b; security-group-characters",
        "step-6.sg-rules; tcp/22; rule-form",
        "step-6.sg-rules; ssh/22/0.0.0.0/0; rule-form",
        "step-6.sg-rules; tcp/70000/0.0.0.0/0; rule-form",
        "step-6.sg-rules; tcp/90-80/0.0.0.0/0; rule-form",
        "step-6.sg-rules; tcp/22/10.0.0.1/8; rule-form",
        "step-6.sg-rules; icmp/22/0.0.0.0/0; rule-form",
        "step-6.sg-rules; `tcp/22/0.0.0.0/0,`; rule-form",
        "step-6.sg-rules; `tcp/22/0.0.0.0/0,tcp/22/0.0.0.0/0`; rule-twice",
        "step-7.lb-name; My_LB; name-characters",
        "step-7.lb-name; マイ; name-characters",
        "step-7.lb-name; -LB; name-hyphen",
        "step-7.lb-name; internal-LB; name-internal",
        "step-7.lb-name; abcdefghijabcdefghijabcdefghijabc; too-long",
        "step-7.tg-name; TG-; name-hyphen",
        "step-7.tg-name; abcdefghijabcdefghijabcdefghijabc; too-long",
        "step-7.listener-port; 0; port",
        "step-7.listener-port; 65536; port",
        "step-7.listener-port; 080; port",
        "step-7.listener-port; http; port",
        "step-7.target-port; ``; port",
        "step-7.health-interval; 4; health-interval",
        "step-7.health-interval; 301; health-interval",
        "step-7.health-interval; 10s; health-interval",
        "step-8.acceptance-required; TRUE; boolean",
    })
    void aBadValueGetsOneSentence(String key, String value, String expected) {
        List<Finding> findings = validator.validate(values("us-east-1", "", Map.of(key, value)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.text()).isEqualTo("validation." + expected);
            assertThat(finding.field()).startsWith("step-");
        });
        for (Language language : Language.values()) {
            String sentence = Messages.in(language).text(findings.get(0).text(), findings.get(0).arguments());
            assertThat(sentence).contains(findings.get(0).field()).doesNotContain("''", "\n")
                    .doesNotContainPattern("[{][0-9]")
                    .containsPattern(language == Language.JA ? "ください。$" : "\\.$");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "step-1.name; 提供側 VPC",
        "step-3.cidr; 10.0.9.0/24",
        "step-3.cidr; 10.0.0.0/16",
        "step-3.cidr; 10.0.1.16/28",
        "step-5.destination; 198.51.100.7/32",
        "step-6.ami; ami-0123456789abcdef0",
        "step-6.ami; resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64:3",
        "step-6.instance-type; c7i-flex.large",
        "step-6.instance-type; u-6tb1.112xlarge",
        "step-6.sg-rules; ``",
        "step-6.sg-rules; ` tcp/22/192.0.2.1/32 , all/all/10.0.0.0/16,icmp/all/0.0.0.0/0,udp/all/0.0.0.0/0 `",
        "step-7.health-interval; 300",
        "step-7.listener-port; 65535",
        "step-6.public-ip; false",
        "step-6.user-data; #!/bin/sh",
    })
    void goodValuesPass(String key, String value) {
        assertThat(validator.validate(values("us-east-1", "", Map.of(key, value)))).isEmpty();
    }

    @Test
    void overlappingVpcsAreAllowed() {
        assertThat(validator.validate(values("us-east-1", "", Map.of("step-9.cidr", "10.0.0.0/16",
                "step-11.cidr", "10.0.1.0/24")))).isEmpty();
    }

    @Test
    void bothZonesMayMoveTogether() {
        assertThat(validator.validate(values("us-east-1", "",
                Map.of("step-3.az", "us-east-1b", "step-11.az", "us-east-1b")))).isEmpty();
    }

    @Test
    void aMovedVpcLeavesItsSubnetOutside() {
        assertThat(validator.validate(values("us-east-1", "", Map.of("step-1.cidr", "172.16.0.0/16"))))
                .singleElement().satisfies(finding -> assertThat(finding.field()).isEqualTo("step-3.cidr"));
    }

    @Test
    void anUnknownFieldNamesTheClosestOne() {
        List<Finding> findings = validator.validate(values("us-east-1", "", Map.of("step-3.cird", "10.0.9.0/24")));

        assertThat(findings).containsExactly(new Finding("step-3.cird", "validation.unknown-field",
                List.of("step-3.cird", "step-3.cidr")));
    }

    @Test
    void anUnknownRegionNamesTheClosestOne() {
        assertThat(validator.validate(values("us-eest-1", "", Map.of()))).containsExactly(
                new Finding("region", "validation.region", List.of("region", "us-eest-1", "us-east-1")));
    }

    @Test
    void thePrefixCountsAndHasItsOwnCharacters() {
        assertThat(validator.validate(values("us-east-1", "taro-", Map.of()))).isEmpty();
        assertThat(validator.validate(values("us-east-1", "taro_", Map.of())))
                .extracting(Finding::text).contains("validation.prefix-characters");
        assertThat(validator.validate(values("us-east-1", "abcdefghijabcdefghij-", Map.of())))
                .containsExactly(
                        new Finding("step-7.lb-name", "validation.too-long", List.of("step-7.lb-name", "33", "32")),
                        new Finding("step-7.tg-name", "validation.too-long", List.of("step-7.tg-name", "33", "32")));
        assertThat(validator.validate(values("us-east-1", "internal-", Map.of())))
                .extracting(Finding::text).containsExactly("validation.name-internal");
    }

    @Test
    void userDataIsCountedInBytes() {
        String full = "#!/bin/bash\n" + "あ".repeat(5_457) + "a";

        assertThat(validator.validate(values("us-east-1", "", Map.of("step-6.user-data", full)))).isEmpty();
        assertThat(validator.validate(values("us-east-1", "", Map.of("step-6.user-data", full + "b"))))
                .containsExactly(new Finding("step-6.user-data", "validation.user-data-size",
                        List.of("step-6.user-data", "16385", "16384")));
    }

    @Test
    void severalFaultsAreAllNamedInTheLabsOrder() {
        assertThat(validator.validate(values("us-east-1", "", Map.of("step-7.listener-port", "x",
                "step-1.cidr", "x", "step-3.cidr", "10.0.1.0/29")))).extracting(Finding::field)
                .containsExactly("step-1.cidr", "step-3.cidr", "step-7.listener-port");
    }

    @Test
    void rulesReadAndWrite() {
        String text = "tcp/22/0.0.0.0/0,tcp/8000-8080/10.0.0.0/8,udp/all/10.0.0.0/8,icmp/all/10.0.0.0/8,"
                + "all/all/10.0.0.0/8";

        List<InboundRule> rules = InboundRule.parseAll(text);

        assertThat(rules).containsExactly(new InboundRule("tcp", 22, 22, "0.0.0.0/0"),
                new InboundRule("tcp", 8000, 8080, "10.0.0.0/8"), new InboundRule("udp", 0, 65_535, "10.0.0.0/8"),
                new InboundRule("icmp", -1, -1, "10.0.0.0/8"), new InboundRule("-1", -1, -1, "10.0.0.0/8"));
        assertThat(InboundRule.format(rules)).isEqualTo(text);
    }

    @Test
    void tooManyRules() {
        String rules = IntStream.rangeClosed(1, 61).mapToObj(port -> "tcp/" + port + "/0.0.0.0/0")
                .collect(Collectors.joining(","));
        assertThat(validator.validate(values("us-east-1", "", Map.of("step-6.sg-rules", rules))))
                .extracting(Finding::text).containsExactly("validation.rules-too-many");
    }

    @Test
    void valuesGetTheRunAndThePrefix() {
        FieldValues values = new FieldValues(lab, "ap-northeast-1", "ab12cd34", "taro-",
                Map.of("step-7.lb-name", "LB"));

        assertThat(values.value("step-6.key-name")).isEqualTo("taro-endpoint-lab-ab12cd34");
        assertThat(values.value("step-7.lb-name")).isEqualTo("taro-LB");
        assertThat(values.value("step-6.sg-description")).isEqualTo("Security group for Webserver");
        assertThat(values.value("step-3.az")).isEqualTo("ap-northeast-1a");
        assertThat(values.labValue("step-6.key-name")).isEqualTo("endpoint-lab-${run}");
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void everyTypeOfFieldIsUsedByTheLab(FieldType type) {
        assertThat(lab.fields()).extracting(FieldSpec::type).contains(type);
    }

    private FieldValues values(String region, String prefix, Map<String, String> edited) {
        return new FieldValues(lab, region, "00000000", prefix, edited);
    }
}
