package endpointlab.practice.machine;

import static endpointlab.network.LabIds.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.ChannelShell;
import com.jcraft.jsch.Session;
import endpointlab.network.LabNetwork;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands on a machine, each over SSH. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MachineShellTest {

    private PracticeNet net;
    private Session session;

    @BeforeAll
    void boot(@TempDir Path directory) throws Exception {
        net = PracticeNet.booted(directory);
        session = net.ssh(CUSTOMER_PUBLIC_IP);
    }

    @BeforeEach
    void wholeNetwork() {
        net.network = new LabNetwork();
    }

    @AfterAll
    void close() {
        session.disconnect();
        net.close();
    }

    private Ran run(String command) throws Exception {
        return Ran.over(session, command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            curl http://no-such-name                 ¦ 6  ¦ curl: (6) Could not resolve host: no-such-name
            curl ENDPOINT_IPV4                       ¦ 6  ¦ curl: (6) Could not resolve host: ENDPOINT_IPV4
            curl http://10.1.1.10:8080               ¦ 7  ¦ curl: (7) Failed to connect to 10.1.1.10 port 8080 after 0 ms: Could not connect to server
            curl -m 3 http://10.1.1.99               ¦ 28 ¦ curl: (28) Connection timed out after 3000 milliseconds
            curl --connect-timeout 2.5 10.1.1.99     ¦ 28 ¦ curl: (28) Connection timed out after 2500 milliseconds
            curl http://10.1.1.99                    ¦ 28 ¦ curl: (28) Failed to connect to 10.1.1.99 port 80 after 127000 ms: Could not connect to server
            curl -f http://10.1.1.40/none            ¦ 22 ¦ curl: (22) The requested URL returned error: 404
            curl http://                             ¦ 3  ¦ curl: (3) URL rejected: No host part in the URL
            curl 'http://a b/'                       ¦ 3  ¦ curl: (3) URL rejected: Malformed input to a URL function
            curl http://10.1.1.40:99999              ¦ 3  ¦ curl: (3) URL rejected: Port number was not a decimal number between 0 and 65535
            curl foo://10.1.1.40                     ¦ 1  ¦ curl: (1) Protocol "foo" not supported
            curl http://10.1.1.10:22                 ¦ 1  ¦ curl: (1) Received HTTP/0.9 when not allowed
            curl https://10.1.1.10:22                ¦ 35 ¦ curl: (35) OpenSSL/3.2.2: error:0A00010B:SSL routines::wrong version number
            curl -s http://no-such-name              ¦ 6  ¦ §§
            curl                                     ¦ 2  ¦ curl: (2) no URL specified
            nosuch -x                                ¦ 127 ¦ bash: line 1: nosuch: command not found
            cat /none                                ¦ 1  ¦ cat: /none: No such file or directory
            echo x > /etc/hostname                   ¦ 1  ¦ bash: line 1: /etc/hostname: Permission denied
            systemctl start sshd                     ¦ 4  ¦ Failed to start sshd.service: Access denied
            systemctl status http                    ¦ 4  ¦ Unit http.service could not be found.
            ping -c 1 no.such.invalid                ¦ 2  ¦ ping: no.such.invalid: Name or service not known
            dnf install -y httpd                     ¦ 1  ¦ Error: This command has to be run with superuser privileges (under the root user on most systems).
            """)
    void failsAsOnAmazonLinux(String command, int exit, String firstErrorLine) throws Exception {
        Ran ran = run(command);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.err().lines().findFirst().orElse("")).isEqualTo(firstErrorLine);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            whoami                                      ¦ ec2-user\\n
            sudo whoami                                 ¦ root\\n
            pwd                                         ¦ /home/ec2-user\\n
            hostname                                    ¦ ip-10-1-1-10.ec2.internal\\n
            hostname -I                                 ¦ 10.1.1.10 \\n
            uname                                       ¦ Linux\\n
            cat /etc/system-release                     ¦ Amazon Linux release 2023.8.20250721 (Amazon Linux)\\n
            dig +short 10-1-1-10.invalid                ¦ §§
            dig +short vpce-0b-abcdefgh.vpce-svc-0a.us-east-1.vpce.amazonaws.com ¦ 10.1.1.40\\n
            curl -s checkip.amazonaws.com               ¦ 203.0.113.30\\n
            curl -s -o /dev/null -w '%{http_code} %{remote_ip}\\n' 10.1.1.40 ¦ 200 10.1.1.40\\n
            curl -sS -o page http://10.1.1.40/; cat page ¦ <html><h1> Welcome to Hangyuzs Server 1 </h1></html>\\n
            curl -s http://10.1.1.40 || echo failed     ¦ <html><h1> Welcome to Hangyuzs Server 1 </h1></html>\\n
            curl -s -m 1 http://10.1.1.99 || echo failed $? ¦ failed 28\\n
            false; echo $?                              ¦ 1\\n
            nosuch 2>/dev/null; echo $?                 ¦ 127\\n
            echo a > f; echo b >> f; cat f; rm f; ls f 2>&1 ¦ a\\nb\\nls: cannot access 'f': No such file or directory\\n
            ls -1 / | grep home                         ¦ home\\n
            cloud-init status                           ¦ status: done\\n
            echo 'echo in $1' > s.sh; chmod +x s.sh; ./s.sh x; bash s.sh y ¦ in x\\nin y\\n
            """)
    void answersAsOnAmazonLinux(String command, String output) throws Exception {
        assertThat(run(command).out()).isEqualTo(output.replace("\\n", "\n"));
    }

    @Test
    void showsHeadersAndTheConversation() throws Exception {
        Ran head = run("curl -sI http://10.1.1.40");
        assertThat(head.out()).startsWith("HTTP/1.1 200 OK\r\n").containsIgnoringCase("server: Apache/2.4")
                .containsIgnoringCase("content-type: text/html; charset=UTF-8")
                .containsIgnoringCase("content-length: " + PracticeNet.PAGE.length())
                .containsIgnoringCase("last-modified: ").containsIgnoringCase("etag: \"").endsWith("\r\n\r\n");
        Ran verbose = run("curl -sv http://10.1.1.40");
        assertThat(verbose.err()).contains("*   Trying 10.1.1.40:80...", "* Connected to 10.1.1.40 (10.1.1.40) port 80",
                "> GET / HTTP/1.1\n> Host: 10.1.1.40\n> User-Agent: curl/", "< HTTP/1.1 200 OK");
        assertThat(verbose.out()).isEqualTo(PracticeNet.PAGE);
        assertThat(run("curl -si 10.1.1.40/").out()).startsWith("HTTP/1.1 200 OK").endsWith(PracticeNet.PAGE);
    }

    @Test
    void pingIsJudgedLikeEverythingElse() throws Exception {
        assertThat(run("ping -c 2 10.1.1.10")).satisfies(ran -> {
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("2 packets transmitted, 2 received, 0% packet loss");
        });
        assertThat(run("ping -c 2 10.0.1.10")).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).contains("2 packets transmitted, 0 received, 100% packet loss");
        });
    }

    @Test
    void tellsOfItsNetwork() throws Exception {
        assertThat(run("ip addr").out()).contains("inet 10.1.1.10/24", "brd 10.1.1.255", "ens5");
        assertThat(run("ip route").out()).contains("default via 10.1.1.1 dev ens5", "10.1.1.0/24 dev ens5");
        assertThat(run("ss -ltn").out()).contains("0.0.0.0:22").doesNotContain("0.0.0.0:80");
        assertThat(run("nc -zv 10.1.1.40 80").exit()).isZero();
        assertThat(run("nc -zv 10.1.1.10 8080").err()).contains("Ncat: Connection refused.");
        assertThat(run("nslookup " + NLB_NAME).out()).contains("Address: " + NODE_PUBLIC_IP);
    }

    @Test
    void metadataServiceWantsATokenFirst() throws Exception {
        assertThat(run("curl -s -o /dev/null -w '%{http_code}' http://169.254.169.254/latest/meta-data/").out())
                .isEqualTo("401");
        assertThat(run("TOKEN=$(curl -s -X PUT http://169.254.169.254/latest/api/token "
                + "-H 'X-aws-ec2-metadata-token-ttl-seconds: 21600')\n"
                + "for x in instance-id local-ipv4 public-ipv4 placement/availability-zone; do "
                + "curl -s -H \"X-aws-ec2-metadata-token: $TOKEN\" http://169.254.169.254/latest/meta-data/$x; echo; "
                + "done").out()).isEqualTo("i-customer\n10.1.1.10\n203.0.113.30\nus-east-1a\n");
    }

    @Test
    void webServerSeesTheAddressesThatAwsWouldShow() throws Exception {
        run("curl -s -A through-privatelink http://10.1.1.40/");
        run("curl -s -A through-the-internet http://" + NLB_NAME + "/");
        net.on(WEB_PUBLIC_IP, "curl -s -A from-itself http://localhost/");
        String log = net.on(WEB_PUBLIC_IP, "sudo cat /var/log/httpd/access_log").out();

        assertThat(log).containsPattern(NODE_IP + " - - \\[\\d\\d/\\w{3}/2026:[\\d:]+ \\+0000] \"GET / HTTP/1.1\" 200 "
                + PracticeNet.PAGE.length() + " \"-\" \"through-privatelink\"")
                .containsPattern(CUSTOMER_PUBLIC_IP + " - - .* \"through-the-internet\"")
                .containsPattern("127.0.0.1 - - .* \"from-itself\"");
    }

    @Test
    void whatChangesOnTheServerIsSeenInTheNextAnswer() throws Exception {
        String change = "echo second | sudo tee /var/www/html/index.html >/dev/null";
        assertThat(run("curl -s 10.1.1.40").out()).isEqualTo(PracticeNet.PAGE);
        net.on(WEB_PUBLIC_IP, change);
        assertThat(run("curl -s 10.1.1.40").out()).isEqualTo("second\n");
        net.on(WEB_PUBLIC_IP, "sudo rm /var/www/html/index.html");
        assertThat(run("curl -s -w '%{http_code}' 10.1.1.40").out()).isEqualTo(
                "<html><body><h1>It works!</h1></body></html>\n403");
        net.on(WEB_PUBLIC_IP, "printf '%s' '" + PracticeNet.PAGE + "' | sudo tee /var/www/html/index.html");
        assertThat(run("curl -s 10.1.1.40").out()).isEqualTo(PracticeNet.PAGE);
        net.network = new LabNetwork().endpointState("rejected");
        assertThat(run("curl -s 10.1.1.40").exit()).isEqualTo(28);
        net.network = new LabNetwork();
        assertThat(run("curl -s 10.1.1.40").exit()).isZero();
    }

    @Test
    void webServerKnowsFilesFoldersAndWhatIsMissing() throws Exception {
        net.on(WEB_PUBLIC_IP, "sudo mkdir -p /var/www/html/sub; echo '{}' | sudo tee /var/www/html/sub/a.json; "
                + "echo secret | sudo tee /var/www/html/sub/closed; sudo chmod 600 /var/www/html/sub/closed");
        assertThat(run("curl -s 10.1.1.40/sub/a.json").out()).isEqualTo("{}\n");
        String code = "curl -s -o /dev/null -w '%{http_code}' ";
        assertThat(run(code + "10.1.1.40/none").out()).isEqualTo("404");
        assertThat(run(code + "10.1.1.40/sub").out()).isEqualTo("301");
        assertThat(run(code + "-L 10.1.1.40/sub").out()).isEqualTo("403");
        assertThat(run(code + "10.1.1.40/sub/closed").out()).isEqualTo("403");
        assertThat(run(code + "-X DELETE 10.1.1.40/").out()).isEqualTo("405");
        assertThat(run(code + "10.1.1.40/%2e%2e/%2e%2e/etc/hostname").out()).isEqualTo("404");
    }

    @Test
    void commandsOnStandardInputRunLineByLine() throws Exception {
        ChannelShell channel = (ChannelShell) session.openChannel("shell");
        channel.setPty(false);
        InputStream out = channel.getInputStream();
        OutputStream in = channel.getOutputStream();
        channel.connect(10_000);
        in.write("whoami\n".getBytes(StandardCharsets.UTF_8));
        in.flush();
        assertThat(new String(out.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("ec2-user\n");
        in.write("cat <<E\nhere\nE\nexit 3\n".getBytes(StandardCharsets.UTF_8));
        in.flush();
        assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("here\n");
        Awaitility.await().until(channel::isClosed);
        assertThat(channel.getExitStatus()).isEqualTo(3);
        channel.disconnect();
    }
}
