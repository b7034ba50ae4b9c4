package endpointlab.practice.machine;

import endpointlab.userdata.FileProblem;
import endpointlab.userdata.UserDataScript;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a booting machine prints on its console and into {@code /var/log/cloud-init-output.log}, as Amazon Linux 2023
 * does. The keys come after user data, since cloud-init's modules for them run last.
 */
final class BootMessages {

    private static final Logger LOG = LoggerFactory.getLogger(BootMessages.class);
    private static final String OUTPUT_LOG = "/var/log/cloud-init-output.log";
    private static final String CLOUD_INIT = "Cloud-init v. 22.2.2";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Machine machine;
    private final Console console;

    BootMessages(Machine machine) {
        this.machine = machine;
        this.console = machine.console();
    }

    void kernel() {
        console.stamped(0, "Linux version 6.1.141-155.222.amzn2023.x86_64 (mockbuild@ip-10-0-0-1) (gcc (GCC) 11.5.0) "
                + "#1 SMP PREEMPT_DYNAMIC");
        console.stamped(0, "Command line: BOOT_IMAGE=(hd0,gpt1)/boot/vmlinuz-6.1.141-155.222.amzn2023.x86_64 "
                + "root=UUID=9d1b2c0e-1b7a-4a57-9f3a-d6b6e6c0e0a1 ro console=tty0 console=ttyS0,115200n8 "
                + "nvme_core.io_timeout=4294967295 rd.emergency=poweroff rd.shell=0 selinux=1 security=selinux quiet");
        console.stamped(0.000001, "DMI: Amazon EC2 t3.micro/, BIOS 1.0 10/16/2017");
        console.stamped(0.158213, "Memory: 940592K/999468K available");
        console.stamped(1.412977, "systemd[1]: Detected virtualization amazon.");
        console.stamped(1.413551, "systemd[1]: Detected architecture x86-64.");
        console.line("");
        console.line("Welcome to Amazon Linux 2023.8.20250721!");
        console.line("");
        console.stamped(2.731604, "ena 0000:00:05.0 ens5: renamed from eth0");
        console.line("[  OK  ] Reached target network.target - Network.");
    }

    void sshd() {
        Instant when = machine.timeline().sshdAt();
        cloudInit(when, CLOUD_INIT + " running 'modules:config' at " + DATE.format(when) + ". Up " + up(when)
                + " seconds.");
        console.line("[  OK  ] Started sshd.service - OpenSSH server daemon.");
        console.line("[  OK  ] Reached target multi-user.target - Multi-User System.");
        console.line("");
        console.line("Amazon Linux 2023.8.20250721");
        console.line("Kernel 6.1.141-155.222.amzn2023.x86_64 on an x86_64 (-)");
        console.line("");
        console.line(machine.fullName().split("\\.")[0] + " login: ");
    }

    void finalModules(Instant when) {
        cloudInit(when, CLOUD_INIT + " running 'modules:final' at " + DATE.format(when) + ". Up " + up(when)
                + " seconds.");
    }

    /** Where user data writes to; each line gets the time at which it was written. */
    Console.Lines userDataOutput(ScriptTime time) {
        return new Console.Lines() {
            @Override
            void line(String line) {
                cloudInit(time.now(), line);
            }
        };
    }

    void unhandledUserData(Instant when, String userData) {
        String start = userData.lines().findFirst().orElse("");
        cloudInit(when, STAMP.format(when) + " - __init__.py[WARNING]: Unhandled non-multipart (text/x-not-multipart) "
                + "userdata: 'b'" + (start.length() > 40 ? start.substring(0, 40) : start) + "'...'");
    }

    void userDataFailed(Instant when, int status) {
        cloudInit(when, STAMP.format(when) + " - subp.py[WARNING]: Failed to run " + UserDataScript.PATH + " ["
                + status + "]");
        cloudInit(when, STAMP.format(when) + " - cc_scripts_user.py[WARNING]: Failed to run module scripts-user "
                + "(scripts in /var/lib/cloud/instance/scripts)");
        cloudInit(when, STAMP.format(when) + " - util.py[WARNING]: Running module scripts-user failed");
    }

    /** Whose keys let in, in the form of cloud-init's module ssh-authkey-fingerprints. */
    void authorizedKeys() {
        AuthorizedKeys.table(machine.files()).forEach(line -> console.line("ci-info: " + line));
    }

    /** The keys by which a client can know the machine before it first connects. */
    void hostKeys() {
        String comment = "root@" + machine.fullName();
        String rule = "#".repeat(61);
        ec2(List.of("", rule, "-----BEGIN SSH HOST KEY FINGERPRINTS-----"));
        ec2(machine.hostKeys().fingerprints(comment));
        ec2(List.of("-----END SSH HOST KEY FINGERPRINTS-----", rule));
        console.line("-----BEGIN SSH HOST KEY KEYS-----");
        machine.hostKeys().publicKeys(comment).forEach(console::line);
        console.line("-----END SSH HOST KEY KEYS-----");
    }

    private void ec2(List<String> lines) {
        lines.forEach(line -> console.line("ec2: " + line));
    }

    void finished(Instant when) {
        cloudInit(when, CLOUD_INIT + " finished at " + DATE.format(when) + ". Datasource DataSourceEc2.  Up "
                + up(when) + " seconds");
    }

    private String up(Instant when) {
        return String.format(Locale.ROOT, "%.2f", Boot.uptime(machine, when));
    }

    private void cloudInit(Instant when, String line) {
        console.stamped(Boot.uptime(machine, when), "cloud-init[2187]: " + line);
        try {
            machine.files().write(OUTPUT_LOG, (line + "\n").getBytes(StandardCharsets.UTF_8), true, "root", when);
        } catch (FileProblem diskFull) {
            LOG.debug("{} can't be written", OUTPUT_LOG, diskFull);
        }
    }
}
