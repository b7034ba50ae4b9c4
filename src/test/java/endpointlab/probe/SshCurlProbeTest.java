package endpointlab.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import endpointlab.OwnThread;
import endpointlab.clock.Cancellation;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.i18n.Language;
import endpointlab.i18n.Messages;
import endpointlab.lab.CheckResult;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.probe.ConnectFailure.Kind;
import endpointlab.probe.TestInstance.Reply;
import endpointlab.run.ProbeRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshCurlProbeTest {

    private static final String PAGE = "<html><h1> ようこそ Server 1 </h1></html>\n";
    private static final String USER_DATA = "#!/bin/bash\ndnf install -y httpd\necho '" + PAGE.strip()
            + "' > /var/www/html/index.html\nsystemctl enable --now httpd\n";

    @TempDir
    Path directory;
    private final Cancellation cancellation = new Cancellation();
    private TestInstance instance;
    private Dialer dialer = (host, port, clock, cancelled) -> toInstance();

    @BeforeEach
    void startInstance() throws Exception {
        instance = new TestInstance(directory);
        instance.answer = command -> new Reply(0, PAGE, "");
    }

    @AfterEach
    void stopInstance() throws IOException {
        instance.close();
    }

    @Test
    void readsThePageThroughTheEndpointExactly() throws Exception {
        ProbeRequest request = request(instance.console());

        CheckResult result = probe().run(request);

        assertThat(result).isEqualTo(new CheckResult("curl -sS --max-time 10 http://10.1.1.5", 0, PAGE, PAGE, "", ""));
        assertThat(result.passed()).isTrue();
        assertThat(probe().verdict(request, result)).isEmpty();
        assertThat(instance.commands).containsExactly("curl -sS --max-time 10 http://10.1.1.5");
    }

    @Test
    void namesThePortUnlessItIs80() throws Exception {
        CheckResult result = probe().run(request(instance.console(), Map.of("port", "8080")));

        assertThat(result.command()).isEqualTo("curl -sS --max-time 10 http://10.1.1.5:8080");
    }

    @Test
    void waitsForTheConsoleAndForSshd() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        String console = instance.console();
        AtomicInteger dialled = new AtomicInteger();
        dialer = (host, port, clock, cancelled) -> {
            if (dialled.incrementAndGet() < 3) {
                throw new ConnectFailure(Kind.REFUSED, "not up yet", null);
            }
            return toInstance();
        };

        CheckResult result = probe().run(request(() -> asked.incrementAndGet() < 3 ? "" : console));

        assertThat(result.body()).isEqualTo(PAGE);
        assertThat(dialled).hasValue(3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void anotherHostKeyIsNeverTrusted() throws Exception {
        String other = "SHA256:" + "A".repeat(43);

        Problem problem = problem(request(TestInstance.console(other, "ED25519")));

        assertThat(problem.code()).isEqualTo("HostKeyChanged");
        assertThat(problem.arguments().get(1)).startsWith("SHA256:").isNotEqualTo(other);
        assertThat(instance.commands).isEmpty();
    }

    @Test
    void aTypeOfKeyThatIsNotPrintedIsNotTrusted() {
        assertThat(problem(request(TestInstance.console("SHA256:" + "A".repeat(43), "ECDSA"))).code())
                .isEqualTo("HostKeyUnknown");
        assertThat(instance.commands).isEmpty();
    }

    @Test
    void withoutFingerprintsNobodyLogsIn() {
        assertThat(problem(request("a console without them")).code()).isEqualTo("HostKeyNotPrinted");
        assertThat(instance.commands).isEmpty();
    }

    @Test
    void aKeyThatIsNotTheLabsGetsNoLogin() throws Exception {
        Path other = directory.resolve("other.pem");
        TestInstance.newKey(other);
        String console = instance.console();

        Problem problem = problem(new ProbeRequest("connectivity", inputs(Map.of()), () -> other, () -> console,
                clock(), cancellation));

        assertThat(problem.code()).isEqualTo("SshAuthFailed");
    }

    @Test
    void aConsoleThatNamesAnotherUserTellsWhoCanLogIn() throws Exception {
        Problem problem = problem(request(authorized("ubuntu", "ab:".repeat(31) + "ab") + instance.console(),
                Map.of("user", "nobody")));

        assertThat(problem.code()).isEqualTo("SshWrongUser");
        assertThat(problem.arguments()).containsExactly("198.51.100.7", "nobody", "ubuntu");
        assertSaid(problem);
    }

    @Test
    void aConsoleThatNamesAnotherKeyTellsThatTheFileIsNotTheInstances() throws Exception {
        Path other = directory.resolve("other.pem");
        TestInstance.newKey(other);
        String console = authorized("ec2-user", "ab:".repeat(31) + "ab") + instance.console();

        Problem problem = problem(new ProbeRequest("connectivity", inputs(Map.of()), () -> other, () -> console,
                clock(), cancellation));

        assertThat(problem.code()).isEqualTo("SshOtherKey");
        assertThat(problem.arguments()).containsExactly("198.51.100.7", "i-0123456789abcdef0");
        assertSaid(problem);
    }

    private static String authorized(String user, String fingerprint) {
        return "ci-info: +++Authorized keys from /home/" + user + "/.ssh/authorized_keys for user " + user
                + "++++\r\nci-info: |   Keytype   | Fingerprint (sha256) | Options | Comment |\r\nci-info: | ssh-ed25519 | "
                + fingerprint + " |    -    |   key   |\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a key", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n"})
    void aDamagedKeyFileIsSaidBeforeAnybodyIsCalled(String text) throws Exception {
        Path damaged = Files.writeString(directory.resolve("damaged.pem"), text, StandardCharsets.UTF_8);
        AtomicInteger dialled = new AtomicInteger();
        dialer = (host, port, clock, cancelled) -> {
            dialled.incrementAndGet();
            return toInstance();
        };

        Problem problem = problem(new ProbeRequest("connectivity", inputs(Map.of()), () -> damaged, () -> "",
                clock(), cancellation));

        assertThat(problem.code()).isEqualTo("KeyFileDamaged");
        assertThat(problem.arguments()).containsExactly(damaged.toString());
        assertThat(dialled).hasValue(0);
        assertSaid(problem);
    }

    /** Whether the address is looked up only where that tells something, too. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "tcp/22/203.0.113.10/32; 198.51.100.7; SshFromElsewhere; 1",
        "tcp/22/198.51.100.0/24; 198.51.100.7; SshTimeout; 1",
        "tcp/22/203.0.113.10/32; ; SshOnlyFrom; 1",
        "tcp/22/0.0.0.0/0; 198.51.100.7; SshTimeout; 0",
        "tcp/80/203.0.113.10/32; 198.51.100.7; SshTimeout; 0",
    })
    void silenceIsComparedWithTheRulesForSsh(String rules, String from, String code, int asked) throws Exception {
        AtomicInteger lookUps = new AtomicInteger();
        dialer = new Dialer() {
            @Override
            public Socket open(String host, int port, LabClock clock, Cancellation cancelled) throws ConnectFailure {
                throw new ConnectFailure(Kind.TIMED_OUT, "silent", null);
            }

            @Override
            public Optional<String> address() {
                lookUps.incrementAndGet();
                return Optional.ofNullable(from);
            }
        };

        Problem problem = problem(request(instance.console(), Map.of("ssh-rules", rules)));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(lookUps).hasValue(asked);
        assertSaid(problem);
    }

    @ParameterizedTest
    @CsvSource({"TIMED_OUT, SshTimeout", "UNRESOLVABLE, SshUnresolvable", "NO_NETWORK, NoNetwork",
        "REFUSED, SshRefused"})
    void eachWayOfNotReachingItIsItsOwnProblem(Kind kind, String code) throws Exception {
        dialer = (host, port, clock, cancelled) -> {
            throw new ConnectFailure(kind, kind.word(), null);
        };

        Problem problem = problem(request(instance.console()));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.operation()).isEqualTo("connectivity");
        assertSaid(problem);
    }

    @ParameterizedTest
    @CsvSource({"28, CurlTimeout", "7, CurlRefused", "6, CurlUnresolvable", "52, CurlFailed"})
    void eachExitCodeOfCurlIsItsOwnProblem(int exit, String code) throws Exception {
        instance.answer = command -> new Reply(exit, "", "curl: (" + exit + ") だめでした\n");
        ProbeRequest request = request(instance.console());

        CheckResult result = probe().run(request);

        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.stderr()).isEqualTo("curl: (" + exit + ") だめでした\n");
        Problem problem = probe().verdict(request, result).orElseThrow();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).contains("だめでした");
        assertSaid(problem);
    }

    @Test
    void anEndpointThatIsJustComingUpIsAskedAgain() throws Exception {
        instance.answer = command -> instance.commands.size() < 2 ? new Reply(28, "", "curl: (28)")
                : new Reply(0, PAGE, "");

        String console = instance.console();
        ProbeRequest request = new ProbeRequest("connectivity", inputs(Map.of()), instance::privateKey,
                () -> console, LabClock.startingNow(Pace.BRISK), cancellation);

        assertThat(probe().run(request).exit()).isZero();
    }

    @Test
    void anotherPageIsAProblem() throws Exception {
        instance.answer = command -> new Reply(0, PAGE.strip(), "");
        ProbeRequest request = request(instance.console());

        Problem problem = probe().verdict(request, probe().run(request)).orElseThrow();

        assertThat(problem.code()).isEqualTo("PageDiffers");
        assertSaid(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "dnf install -y httpd; no-shebang",
        "#!/bin/bash; no-web-server",
    })
    void aPageThatCannotBeKnownIsAProblem(String userData, String why) throws Exception {
        ProbeRequest request = request(instance.console(), Map.of("user-data", userData));

        Problem problem = probe().verdict(request, probe().run(request)).orElseThrow();

        assertThat(problem.cause()).isEqualTo("problem.page-unknown." + why + ".cause");
        assertSaid(problem);
    }

    @Test
    void aConnectionThatBreaksIsTriedAgainAndThenAProblem() throws Exception {
        AtomicInteger dialled = new AtomicInteger();
        dialer = (host, port, clock, cancelled) -> {
            dialled.incrementAndGet();
            Socket socket = toInstance();
            Sockets.close(socket);
            return socket;
        };

        assertThat(problem(request(instance.console())).code()).isEqualTo("SshBroken");
        assertThat(dialled).hasValueGreaterThan(1);
    }

    @Test
    void cancellingEndsARunningCommandWithinASecond() throws Exception {
        instance.answer = command -> new Reply(-1, "", "");
        ProbeRequest request = request(instance.console());
        CompletableFuture<CheckResult> run = OwnThread.supply(() -> probe().run(request));
        await().until(() -> !instance.commands.isEmpty());

        cancellation.cancel();

        assertCancelled(run);
    }

    @Test
    void cancellingEndsTheWaitForTheConsole() {
        AtomicInteger asked = new AtomicInteger();
        ProbeRequest request = request(() -> asked.incrementAndGet() < 0 ? null : "");
        CompletableFuture<CheckResult> run = OwnThread.supply(() -> probe().run(request));
        await().untilAtomic(asked, greaterThan(0));

        cancellation.cancel();

        assertCancelled(run);
    }

    private static void assertCancelled(CompletableFuture<CheckResult> run) {
        assertThat(run).failsWithin(Duration.ofSeconds(1)).withThrowableThat()
                .isInstanceOfAny(CancellationException.class, ExecutionException.class)
                .satisfies(thrown -> assertThat(thrown instanceof CancellationException
                        || thrown.getCause() instanceof CancellationException).isTrue());
    }

    private static void assertSaid(Problem problem) {
        for (Language language : Language.values()) {
            Messages texts = Messages.in(language);
            assertThat(texts.text(problem.cause(), problem.arguments())).doesNotContainPattern("[{][0-9]");
            assertThat(texts.text(problem.remedy(), problem.arguments())).doesNotContainPattern("[{][0-9]");
        }
    }

    private Problem problem(ProbeRequest request) {
        return catchThrowableOfType(ProblemException.class, () -> probe().run(request)).problem();
    }

    private SshCurlProbe probe() {
        return new SshCurlProbe(dialer);
    }

    private Socket toInstance() throws ConnectFailure {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), instance.port());
        } catch (IOException failure) {
            throw new ConnectFailure(Kind.NO_NETWORK, "test instance", failure);
        }
    }

    private ProbeRequest request(String console) {
        return request(console, Map.of());
    }

    private ProbeRequest request(String console, Map<String, String> changes) {
        return new ProbeRequest("connectivity", inputs(changes), instance::privateKey, () -> console, clock(),
                cancellation);
    }

    private ProbeRequest request(Supplier<String> console) {
        return new ProbeRequest("connectivity", inputs(Map.of()), instance::privateKey, console, clock(),
                cancellation);
    }

    private static Map<String, String> inputs(Map<String, String> changes) {
        Map<String, String> inputs = new HashMap<>(Map.of("instance", "i-0123456789abcdef0", "host",
                "198.51.100.7", "user", "ec2-user", "endpoint-ip", "10.1.1.5", "port", "80", "user-data", USER_DATA));
        inputs.putAll(changes);
        return inputs;
    }

    private static LabClock clock() {
        return LabClock.startingNow(Pace.INSTANT);
    }
}
