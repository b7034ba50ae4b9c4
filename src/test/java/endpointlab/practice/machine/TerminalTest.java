package endpointlab.practice.machine;

import static endpointlab.network.LabIds.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.ChannelShell;
import com.jcraft.jsch.Session;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal, key by key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalTest {

    private static final String PROMPT = "[ec2-user@ip-10-1-1-10 ~]$ ";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private PracticeNet net;
    private Session session;
    private ChannelShell channel;
    private OutputStream keys;

    @BeforeAll
    void boot(@TempDir Path directory) throws Exception {
        net = PracticeNet.booted(directory);
        session = net.ssh(CUSTOMER_PUBLIC_IP);
    }

    @AfterAll
    void close() {
        session.disconnect();
        net.close();
    }

    @BeforeEach
    void open() throws Exception {
        screen.reset();
        channel = (ChannelShell) session.openChannel("shell");
        channel.setPtyType("xterm");
        channel.setOutputStream(screen);
        keys = channel.getOutputStream();
        channel.connect(10_000);
        awaitEnd(PROMPT);
    }

    @AfterEach
    void leave() {
        channel.disconnect();
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private void awaitEnd(String end) {
        await().atMost(Duration.ofSeconds(15)).until(this::shown, text -> text.endsWith(end));
    }

    /** Types, and gives what the screen showed from then on until it ended with {@code end}. */
    private String type(String text, String end) throws Exception {
        int before = shown().length();
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        await().atMost(Duration.ofSeconds(15)).until(this::shown, shown -> shown.length() > before
                && shown.substring(before).endsWith(end));
        return shown().substring(before);
    }

    @Test
    void greetsAsAmazonLinuxAndEchoes() throws Exception {
        assertThat(shown()).contains("Amazon Linux 2023");
        assertThat(type("echo hi\r", PROMPT)).isEqualTo("echo hi\r\nhi\r\n" + PROMPT);
        assertThat(type("curl http://10.1.1.40\r", PROMPT)).isEqualTo(
                "curl http://10.1.1.40\r\n" + PracticeNet.PAGE.replace("\n", "\r\n") + PROMPT);
        assertThat(type("nosuch\r", PROMPT)).endsWith("-bash: nosuch: command not found\r\n" + PROMPT);
    }

    @Test
    void editsTheLine() throws Exception {
        assertThat(type("echo abX\u007fc\r", PROMPT)).endsWith("abc\r\n" + PROMPT);
        assertThat(type("echo 日本\u007f月\r", PROMPT)).endsWith("日月\r\n" + PROMPT);
        assertThat(type("rubbish\u0015echo ok\r", PROMPT)).endsWith("ok\r\n" + PROMPT);
        assertThat(type("echo one two\u0017three\r", PROMPT)).endsWith("one three\r\n" + PROMPT);
        assertThat(type("\u001b[A\r", PROMPT)).isEqualTo("echo one three\r\none three\r\n" + PROMPT);
        assertThat(type("x\u0003", PROMPT)).isEqualTo("x^C\r\n" + PROMPT);
        assertThat(type("\r", PROMPT)).isEqualTo("\r\n" + PROMPT);
    }

    @Test
    void quotesAndHereDocumentsGoOnOverLines() throws Exception {
        assertThat(type("echo 'a\r", "> ")).endsWith("\r\n> ");
        assertThat(type("b'\r", PROMPT)).endsWith("a\r\nb\r\n" + PROMPT);
        type("cat <<E\r", "> ");
        type("text\r", "> ");
        assertThat(type("E\r", PROMPT)).endsWith("text\r\n" + PROMPT);
    }

    @Test
    void controlCEndsWhatRuns() throws Exception {
        type("sleep 100000\r", "sleep 100000\r\n");
        assertThat(type("\u0003", PROMPT)).isEqualTo("^C\r\n" + PROMPT);
        type("ping 10.1.1.10\r", "ms\r\n");
        keys.write(3);
        keys.flush();
        awaitEnd(PROMPT);
        assertThat(shown()).contains("ping statistics");
        assertThat(type("echo alive\r", PROMPT)).endsWith("alive\r\n" + PROMPT);
    }

    @Test
    void controlCTypedBeforeTheCommandHasBegunEndsItToo() throws Exception {
        for (int round = 0; round < 20; round++) {
            assertThat(type("sleep 100000\r\u0003", "^C\r\n" + PROMPT)).endsWith("^C\r\n" + PROMPT);
        }
        assertThat(type("echo alive\r", PROMPT)).endsWith("alive\r\n" + PROMPT);
    }

    @Test
    void becomesRootAndBack() throws Exception {
        String root = "[root@ip-10-1-1-10 ec2-user]# ";
        assertThat(type("sudo su\r", root)).endsWith(root);
        assertThat(type("whoami\r", root)).endsWith("root\r\n" + root);
        assertThat(type("exit\r", PROMPT)).endsWith(PROMPT);
        assertThat(type("whoami\r", PROMPT)).endsWith("ec2-user\r\n" + PROMPT);
    }

    @Test
    void programsReadWhatIsTyped() throws Exception {
        type("cat > typed\r", "typed\r\n");
        keys.write("line\r\u0004".getBytes(StandardCharsets.UTF_8));
        keys.flush();
        awaitEnd(PROMPT);
        assertThat(type("cat typed\r", PROMPT)).isEqualTo("cat typed\r\nline\r\n" + PROMPT);
    }

    @Test
    void leavesWithExitOrControlD() throws Exception {
        keys.write("false\rexit\r".getBytes(StandardCharsets.UTF_8));
        keys.flush();
        await().until(channel::isClosed);
        assertThat(channel.getExitStatus()).isEqualTo(1);
        assertThat(shown()).endsWith("logout\r\n");
        open();
        assertThat(shown()).contains("Last login: ").contains(" from " + LAPTOP);
        keys.write(4);
        keys.flush();
        await().until(channel::isClosed);
        assertThat(shown()).endsWith("logout\r\n");
    }

    @Test
    void clientThatLeavesEndsWhatRuns() throws Exception {
        type("while true; do echo x; sleep 1; done\r", "x\r\n");
        channel.disconnect();
        session.disconnect();
        await().atMost(Duration.ofSeconds(15)).until(() -> net.socks.clientCount() == 0);
        session = net.ssh(CUSTOMER_PUBLIC_IP);
        await().atMost(Duration.ofSeconds(15)).until(() -> Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .noneMatch(frame -> frame.getClassName().endsWith("InteractiveSession")));
    }
}
