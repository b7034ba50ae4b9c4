package endpointlab.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.userdata.UserDataPage.Unknown;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataPageTest {

    private static final String SERVE = "#!/bin/bash\ndnf install -y httpd\nsystemctl enable --now httpd\n";

    @Test
    void defaultScriptOfTheLab() {
        assertPage("""
                #!/bin/bash
                dnf install -y httpd
                echo '<html><h1> Welcome to Hangyuzs Server 1 </h1></html>' > /var/www/html/index.html
                systemctl enable --now httpd
                """, "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n");
    }

    @Test
    void originalScriptOfTheLabWithItsMalformedTagAndItsWrongUnit() {
        assertPage("""
                #!/bin/bash
                sudo su
                yum update -y
                yum install httpd -y
                systemctl start httpd
                systemctl enable httpd
                echo "<html><h1> Welcome to Hangyuzs Server 1 </h1><html>" >> /var/www/html/index.html
                systemctl restart http
                """, "<html><h1> Welcome to Hangyuzs Server 1 </h1><html>\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            echo -n hi > $P                                   ¦ hi
            printf '%04d|%0s|%-3s|%d\\n' -7 x y 8 > $P         ¦ -007|x|y  |8\\n
            echo -e 'a\\tb' > $P                              ¦ a\tb\\n
            echo "a \\"b\\" \\$HOME" > $P                     ¦ a "b" $HOME\\n
            echo 'it'"'"'s' > $P                              ¦ it's\\n
            N=1; echo "n=$N ${N}x ${M:-none}" > $P            ¦ n=1 1x none\\n
            printf '%s-%s\\n' a b c d > $P                    ¦ a-b\\nc-d\\n
            echo one | tee $P                                 ¦ one\\n
            echo one | sudo tee -a $P >/dev/null              ¦ one\\n
            sudo sh -c "echo inner > $P"                      ¦ inner\\n
            false || echo or > $P                             ¦ or\\n
            false && echo no; echo two > $P; true && echo x >> $P ¦ two\\nx\\n
            echo a > /tmp/x; cp /tmp/x $P; mv $P /tmp/y; cat /tmp/x /tmp/y > $P ¦ a\\na\\n
            for i in {1..3}; do echo -n $i; done > $P         ¦ 123
            if [ -f $P ]; then echo no; else echo yes; fi > /tmp/z; cat /tmp/z > $P ¦ yes\\n
            i=0; while [ $i -lt 3 ]; do i=$((i+1)); done; echo $i > $P ¦ 3\\n
            f() { echo "f:$1"; }; f x > $P                    ¦ f:x\\n
            echo $(echo in | cat) `echo back` > $P            ¦ in back\\n
            cd /var/www/html && echo rel > index.html         ¦ rel\\n
            mkdir -p /a/b; echo c > /a/b/c; cat /a/*/c > $P   ¦ c\\n
            echo ok > $P # comment                            ¦ ok\\n
            nosuchcommand; echo after > $P                    ¦ after\\n
            grep -c x /etc/hosts > /dev/null; echo $? > $P    ¦ 1\\n
            echo 日本語 > $P                                  ¦ 日本語\\n
            """)
    void shellLanguage(String line, String page) {
        String script = SERVE + "P=/var/www/html/index.html\n" + line.strip() + "\n";
        assertPage(script, Escapes.expand(page.strip()));
    }

    @Test
    void hereDocumentsWithAndWithoutQuotes() {
        assertPage(SERVE + """
                NAME=lab
                cat > /var/www/html/index.html <<EOF
                <p>"$NAME" costs \\$1</p>
                EOF
                cat <<'EOF' >> /var/www/html/index.html
                <p>$NAME</p>
                EOF
                """, "<p>\"lab\" costs $1</p>\n<p>$NAME</p>\n");
    }

    @Test
    void continuedLinesAndWindowsLineEnds() {
        assertPage((SERVE + "echo one \\\n  two > /var/www/html/index.html\n").replace("\n", "\r\n"), "one two\n");
    }

    @Test
    void whatStandsBeforeASyntaxErrorRuns() {
        assertPage(SERVE + "echo kept > /var/www/html/index.html\necho 'open\n", "kept\n");
    }

    @Test
    void setErrorExitStopsTheScript() {
        assertPage(SERVE + "echo one > /var/www/html/index.html\nset -e\nfalse || true\nif false; then :; fi\n"
                + "nosuchcommand\necho two > /var/www/html/index.html\n", "one\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(hostname)", "$(hostname -f)", "$HOSTNAME", "$(date)", "$(curl -s http://169.254.169.254/)",
        "$(hostname -I)", "$RANDOM", "$(cat /etc/hostname)"})
    void unknownIfItDependsOnTheMachine(String expression) {
        assertUnknown(SERVE + "echo \"from " + expression + "\" > /var/www/html/index.html\n",
                Unknown.DEPENDS_ON_MACHINE);
    }

    @Test
    void unknownWithoutWebServerPageOrShebang() {
        assertUnknown("#!/bin/bash\necho x > /var/www/html/index.html\n", Unknown.NO_WEB_SERVER);
        assertUnknown("#!/bin/bash\ndnf install -y httpd\necho x > /var/www/html/index.html\n", Unknown.NO_WEB_SERVER);
        assertUnknown(SERVE + "systemctl stop httpd\n", Unknown.NO_WEB_SERVER);
        assertUnknown(SERVE, Unknown.NO_PAGE);
        assertUnknown("dnf install -y httpd\n", Unknown.NO_SHEBANG);
        assertUnknown("", Unknown.NO_SHEBANG);
        assertUnknown("#!/usr/bin/python3\nprint(1)\n", Unknown.NO_WEB_SERVER);
    }

    @Test
    void anotherWebServerHasItsOwnDirectory() {
        assertPage("#!/bin/bash\nyum -y install nginx\necho n > /usr/share/nginx/html/index.html\n"
                + "service nginx start\n", "n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"while true; do :; done", "a=x; while true; do a=$a$a; done", "f() { f; }; f",
        "while true; do echo grow >> /tmp/x; done", "echo {1..9999}{1..9999}", "while true; do echo x; done | cat",
        "echo {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}",
        "echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | grep -E '(a+)+b'", "sleep 99999999999d", "set ''",
        "f() { bash -c 'echo $(f)'; f | f; }; f", "echo 'bash /tmp/self' > /tmp/self; bash /tmp/self",
        "f() { echo \"$(f | cat)\"; }; f", "x()", "function x", "x() echo y", "mv / /tmp", "cp -r / /tmp",
        "cp -r /var /var/www", "rm -rf /; mkdir -p /a"})
    void scriptsThatNeverEndAreEnded(String hostile) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () ->
                assertThat(UserDataPage.of(SERVE + "echo p > /var/www/html/index.html\n" + hostile + "\n").text())
                        .contains("p\n"));
    }

    @Test
    @Timeout(30)
    void nestingHasAnEnd() {
        assertUnknown("#!/bin/bash\n" + "(".repeat(8_000), Unknown.NO_WEB_SERVER);
        assertUnknown("#!/bin/bash\n" + "echo $(".repeat(2_000), Unknown.NO_WEB_SERVER);
        assertUnknown("#!/bin/bash\necho $((" + "(".repeat(8_000) + "))\n", Unknown.NO_WEB_SERVER);
    }

    private static void assertPage(String script, String page) {
        assertThat(UserDataPage.of(script)).isEqualTo(
                new UserDataPage(Optional.of(page), Optional.empty()));
    }

    private static void assertUnknown(String script, Unknown why) {
        assertThat(UserDataPage.of(script)).isEqualTo(
                new UserDataPage(Optional.empty(), Optional.of(why)));
    }
}
