package endpointlab.aws;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.clock.Pace;
import endpointlab.run.TestCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine set up against us has no effect on clients with an endpoint of our own. */
class HermeticTest {

    @TempDir
    Path directory;

    private TestCloud practice;
    private Map<String, String> hostileEnvironment;

    @BeforeEach
    void start() throws IOException {
        practice = new TestCloud(Pace.INSTANT);
        Path broken = Files.writeString(directory.resolve("broken"), "[default\nregion\n = = =\n[profile ]\n",
                StandardCharsets.UTF_8);
        hostileEnvironment = new TreeMap<>(Map.of(
                "HTTP_PROXY", "http://127.0.0.1:1", "http_proxy", "http://127.0.0.1:1",
                "HTTPS_PROXY", "http://127.0.0.1:1", "ALL_PROXY", "http://127.0.0.1:1",
                "AWS_USE_FIPS_ENDPOINT", "true", "AWS_USE_DUALSTACK_ENDPOINT", "true",
                "AWS_RETRY_MODE", "bogus", "AWS_CONFIG_FILE", broken.toString()));
        hostileEnvironment.putAll(Map.of("AWS_SHARED_CREDENTIALS_FILE", broken.toString(),
                "AWS_PROFILE", "nobody", "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_ENDPOINT_URL_EC2", "http://127.0.0.1:1", "AWS_REGION", "nowhere-1",
                "AWS_MAX_ATTEMPTS", "many", "AWS_DEFAULTS_MODE", "bogus"));
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"given", "chain"})
    void theEnvironmentHasNoEffect(String credentials) throws Exception {
        hostileEnvironment.put("AWS_ACCESS_KEY_ID", TestCloud.CREDENTIALS.accessKeyId());
        hostileEnvironment.put("AWS_SECRET_ACCESS_KEY", TestCloud.CREDENTIALS.secretAccessKey());

        assertThat(run(credentials, List.of(), hostileEnvironment)).isEqualTo("exit 0\n");
        assertThat(practice.calls()).containsKeys("ec2:DescribeVpcs", "sts:GetCallerIdentity");
    }

    @Test
    void systemPropertiesHaveNoEffect() throws Exception {
        List<String> properties = List.of("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=1",
                "-Dhttp.nonProxyHosts=", "-Daws.useFipsEndpoint=true", "-Daws.useDualstackEndpoint=true",
                "-Daws.retryMode=bogus", "-Daws.configFile=" + hostileEnvironment.get("AWS_CONFIG_FILE"),
                "-Daws.sharedCredentialsFile=" + hostileEnvironment.get("AWS_CONFIG_FILE"),
                "-Daws.profile=nobody", "-Daws.endpointUrl=http://127.0.0.1:1", "-Daws.region=nowhere-1");

        assertThat(run("given", properties, Map.of())).isEqualTo("exit 0\n");
    }

    @Test
    void withoutCredentialsNothingIsSent() throws Exception {
        hostileEnvironment.put("AWS_EC2_METADATA_DISABLED", "true");
        hostileEnvironment.remove("AWS_SHARED_CREDENTIALS_FILE");

        assertThat(run("chain", List.of(), hostileEnvironment)).contains("NotSent in DescribeVpcs");
        assertThat(practice.calls()).isEmpty();
    }

    /** In AWS mode the machine's settings do count; with this one nothing gets further than the proxy. */
    @Test
    void aProxyThatDoesNotAnswerIsNamedInAwsMode() throws Exception {
        assertThat(run("account", List.of(), Map.of("HTTPS_PROXY", "http://user:pass@127.0.0.1:1",
                "AWS_ACCESS_KEY_ID", "AKIA", "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_CONFIG_FILE", directory.resolve("none").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", directory.resolve("none").toString())))
                .contains("ProxyFailed in DescribeVpcs").doesNotContain("pass@");
    }

    /** Otherwise the tests above would prove nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP_PROXY", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT", "AWS_RETRY_MODE"})
    void aPlainClientStumblesOver(String variable) throws Exception {
        assertThat(run("plain", List.of(), Map.of(variable, hostileEnvironment.get(variable))))
                .startsWith("exit 1");
    }

    private String run(String mode, List<String> jvmArguments, Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(jvmArguments);
        command.addAll(List.of(OneCall.class.getName(), mode, practice.endpoint().toString(),
                TestCloud.CREDENTIALS.accessKeyId(), TestCloud.CREDENTIALS.secretAccessKey()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.toUpperCase(Locale.ROOT).contains("PROXY"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(directory.resolve("out"), StandardCharsets.UTF_8);
        return "exit " + process.exitValue() + "\n" + (process.exitValue() == 0 ? "" : output);
    }
}
