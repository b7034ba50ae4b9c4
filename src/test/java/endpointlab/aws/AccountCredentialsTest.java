package endpointlab.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** Whose credentials are found, and what is said when there are none that work. */
@Timeout(60)
class AccountCredentialsTest {

    private static final String KEYS = "aws_access_key_id = " + FakeSts.LONG_LIVED
            + "\naws_secret_access_key = a-secret\n";
    private static final String ROLE = "role_arn = arn:aws:iam::123456789012:role/lab\n";
    private static final String MFA = "mfa_serial = " + FakeSts.DEVICE + "\n";

    @TempDir
    Path directory;
    private FakeSts sts;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private MfaPrompt prompt = serial -> {
        asked.add(serial);
        return Optional.of(FakeSts.CODE);
    };
    private final ExecutorService workers = Executors.newCachedThreadPool();

    @BeforeEach
    void start() throws Exception {
        sts = new FakeSts();
        environment.put("AWS_CONFIG_FILE", directory.resolve("config").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", directory.resolve("credentials").toString());
        Files.writeString(directory.resolve("credentials"), "[keys]\n" + KEYS, StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
        sts.close();
    }

    @Test
    void aProfileThatIsNamedCountsBeforeTheEnvironmentAndThatBeforeTheUsualProfile() throws Exception {
        config("[default]\n" + ROLE + "source_profile = keys\n");

        assertThat(arn(Optional.empty())).endsWith("assumed-role/lab/me");

        environment.put("AWS_ACCESS_KEY_ID", FakeSts.LONG_LIVED);
        environment.put("AWS_SECRET_ACCESS_KEY", "a-secret");
        assertThat(arn(Optional.empty())).endsWith("user/me");
        assertThat(arn(Optional.of("default"))).endsWith("assumed-role/lab/me");
    }

    @Test
    void aRoleIsAssumedAsTheProfileSays() throws Exception {
        config("[profile lab]\n" + ROLE + "source_profile = keys\nexternal_id = ours\nduration_seconds = 7200\n"
                + "role_session_name = taro\n");

        assertThat(arn(Optional.of("lab"))).endsWith("assumed-role/lab/me");

        assertThat(sts.requests.get(0)).containsEntry("ExternalId", "ours").containsEntry("DurationSeconds", "7200")
                .containsEntry("RoleSessionName", "taro").doesNotContainKey("SerialNumber");
        assertThat(asked).isEmpty();
    }

    @Test
    void aRoleMayBeAssumedWithKeysFromTheEnvironmentOrItsOwn() throws Exception {
        environment.put("AWS_ACCESS_KEY_ID", FakeSts.LONG_LIVED);
        environment.put("AWS_SECRET_ACCESS_KEY", "a-secret");
        config("[profile env]\n" + ROLE + "credential_source = Environment\n[profile own]\n" + ROLE + KEYS
                + "source_profile = own\n");

        assertThat(arn(Optional.of("env"))).endsWith("assumed-role/lab/me");
        assertThat(arn(Optional.of("own"))).endsWith("assumed-role/lab/me");
    }

    @Test
    void aCodeIsAskedForOnceHoweverManyCallsNeedIt() throws Exception {
        config("[profile lab]\n" + ROLE + MFA + "source_profile = keys\n");

        try (AwsConnection connection = connection(Optional.of("lab"), sts.endpoint())) {
            IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> identity(connection), workers))
                    .toList().forEach(CompletableFuture::join);
        }

        assertThat(asked).containsExactly(FakeSts.DEVICE);
        assertThat(sts.requests.stream().filter(request -> request.get("Action").equals("AssumeRole")))
                .singleElement().satisfies(request -> assertThat(request).containsEntry("TokenCode", FakeSts.CODE));
    }

    @Test
    void aRoleThatEndsIsAssumedAgain() throws Exception {
        config("[profile lab]\n" + ROLE + MFA + "source_profile = keys\n");
        sts.life = Duration.ofSeconds(30);

        try (AwsConnection connection = connection(Optional.of("lab"), sts.endpoint())) {
            identity(connection);
            identity(connection);
        }

        assertThat(asked).hasSize(2);
    }

    @Test
    void aRoleWithMfaBehindAnotherRoleAsksToo() throws Exception {
        config("[profile outer]\n" + ROLE + "source_profile = keys\n" + MFA);

        assertThat(arn(Optional.of("outer"))).endsWith("assumed-role/lab/me");
        assertThat(asked).hasSize(1);
    }

    @Test
    void withoutTheRightCodeTheRoleIsRefusedByName() throws Exception {
        config("[profile lab]\n" + ROLE + MFA + "source_profile = keys\n");

        prompt = serial -> Optional.of("999999");
        assertThat(problem("lab")).returns("RoleNotAssumed", Problem::code)
                .returns(List.of("lab"), Problem::arguments);
        prompt = MfaPrompt.NOBODY;
        assertThat(problem("lab")).returns("MfaCodeMissing", Problem::code)
                .returns(List.of("lab", FakeSts.DEVICE), Problem::arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "round, ProfileCircle", "half, ProfileIncomplete", "long, ProfileIncomplete", "empty, NoCredentials",
        "sso, SsoExpired", "process, CredentialProcessFailed", "nobody, ProfileNotFound"
    })
    void whatIsWrongWithAProfileIsNamed(String profile, String code) throws Exception {
        config("[profile round]\n" + ROLE + "source_profile = back\n[profile back]\n" + ROLE
                + "source_profile = round\n[profile half]\n" + ROLE + "[profile long]\n" + ROLE
                + "source_profile = keys\nduration_seconds = an hour\n[profile empty]\nregion = us-east-1\n"
                + "[profile sso]\nsso_session = ours\nsso_account_id = 123456789012\nsso_role_name = lab\n"
                + "[sso-session ours]\nsso_region = us-east-1\nsso_start_url = https://nobody.invalid/start\n"
                + "[profile process]\ncredential_process = no-such-program\n");

        assertThat(problem(profile)).returns(code, Problem::code)
                .satisfies(told -> assertThat(told.arguments()).contains(profile));
        assertThat(sts.requests).isEmpty();
    }

    @Test
    void aMalformedFileIsNamed() throws Exception {
        config("[default\nregion\n = = =\n");

        assertThat(problem("keys")).returns("AwsConfigMalformed", Problem::code)
                .satisfies(told -> assertThat(told.arguments().get(0)).endsWith("config"));
    }

    @Test
    void whatTheProfilesAreIsKnownWithoutTheirSecrets() throws Exception {
        config("[default]\nregion = eu-west-1\n[profile lab]\n" + ROLE + MFA + "source_profile = keys\n"
                + "region = ap-northeast-1\n[profile sso]\nsso_session = ours\n");
        AwsMachine machine = AwsMachine.with(environment);

        assertThat(machine.profiles()).extracting(AwsProfile::name, AwsProfile::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("default", AwsProfile.Kind.OTHER),
                        org.assertj.core.groups.Tuple.tuple("keys", AwsProfile.Kind.KEYS),
                        org.assertj.core.groups.Tuple.tuple("lab", AwsProfile.Kind.ROLE),
                        org.assertj.core.groups.Tuple.tuple("sso", AwsProfile.Kind.SSO));
        assertThat(machine.profiles().toString()).doesNotContain("a-secret");
        assertThat(machine.region(Optional.of("lab"))).contains("ap-northeast-1");
        assertThat(machine.region(Optional.empty())).contains("eu-west-1");
        environment.put("AWS_DEFAULT_REGION", "us-west-2");
        assertThat(AwsMachine.with(environment).region(Optional.of("lab"))).contains("us-west-2");
    }

    @ParameterizedTest
    @CsvSource({"InvalidClientTokenId, problem.credentials.cause", "ExpiredToken, problem.expired.cause",
        "SignatureDoesNotMatch, problem.credentials.cause"})
    void aRefusalKeepsItsMeaning(String code, String cause) throws Exception {
        sts.refusal = code;

        assertThat(problem("keys").cause()).isEqualTo(cause);
        config("[profile lab]\n" + ROLE + "source_profile = keys\n");
        assertThat(problem("lab").cause()).isEqualTo(cause);
    }

    @Test
    void whoeverDecryptsWhatPassesIsNamedUnlessItsAuthorityIsTrusted() throws Exception {
        Path store = directory.resolve("store.p12");
        Path pem = directory.resolve("ca.pem");
        keytool("-genkeypair", "-keystore", store.toString(), "-storepass", "changeit", "-alias", "ca", "-keyalg", "EC",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-keystore", store.toString(), "-storepass", "changeit", "-alias", "ca", "-file",
                pem.toString());
        try (FakeSts secure = new FakeSts(tls(store))) {
            try (AwsConnection connection = connection(Optional.of("keys"), secure.endpoint())) {
                assertThat(catchThrowableOfType(ProblemException.class, () -> identity(connection)).problem().code())
                        .isEqualTo(AwsFault.NOT_TRUSTED);
            }
            environment.put("AWS_CA_BUNDLE", pem.toString());
            try (AwsConnection connection = connection(Optional.of("keys"), secure.endpoint())) {
                assertThat(identity(connection)).endsWith("user/me");
            }
        }
        environment.put("AWS_CA_BUNDLE", directory.resolve("credentials").toString());
        assertThat(catchThrowableOfType(ProblemException.class,
                () -> connection(Optional.of("keys"), URI.create("https://127.0.0.1:1"))).problem().code())
                .isEqualTo("CaBundleUnusable");
    }

    @Test
    void noNetworkIsNamed() {
        AwsFault fault = AwsFault.of(SdkClientException.create("x", new java.net.UnknownHostException("sts")));

        assertThat(Problems.problem("GetCallerIdentity", fault).cause()).isEqualTo("problem.no-address.cause");
        assertThat(fault.outcomeUnknown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SignatureDoesNotMatch, 20, clock-ahead", "AuthFailure, -30, clock-behind",
        "SignatureDoesNotMatch, 0, credentials", "UnauthorizedOperation, 20, permission"})
    void aClockThatIsOffIsNamed(String code, int minutesAhead, String text) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)
                .minusMinutes(minutesAhead));
        AwsServiceException refusal = AwsServiceException.builder().statusCode(403).awsErrorDetails(AwsErrorDetails
                .builder().errorCode(code).errorMessage("no").serviceName("sts").sdkHttpResponse(
                        SdkHttpResponse.builder().statusCode(403).putHeader("Date", date).build()).build()).build();

        Problem problem = Problems.of("GetCallerIdentity", AwsFault.of(refusal), refusal).problem();

        assertThat(problem.cause()).isEqualTo("problem." + text + ".cause");
        assertThat(problem.arguments().size() == 2).isEqualTo(text.startsWith("clock"));
    }

    private void config(String text) throws Exception {
        Files.writeString(directory.resolve("config"), text, StandardCharsets.UTF_8);
    }

    private String arn(Optional<String> profile) {
        try (AwsConnection connection = connection(profile, sts.endpoint())) {
            return identity(connection);
        }
    }

    private Problem problem(String profile) {
        return catchThrowableOfType(ProblemException.class, () -> arn(Optional.of(profile))).problem();
    }

    private AwsConnection connection(Optional<String> profile, URI endpoint) {
        return AwsConnection.to(new AwsAccess(profile, "us-east-1", Optional.of(endpoint)),
                AwsMachine.with(environment), prompt);
    }

    private String identity(AwsConnection connection) {
        AwsCaller aws = new AwsCalls(connection, LabClock.startingNow(Pace.INSTANT), workers, call -> { })
                .caller("", new Cancellation(), (what, fault, budget) -> { });
        return aws.read(GetCallerIdentityRequest.builder().build(), aws.sts()::getCallerIdentity,
                RetryRules.IMPATIENT).arn();
    }

    private static SSLContext tls(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool").toFile()).start();
        assertThat(process.waitFor()).as(() -> "keytool").isZero();
    }
}
