package endpointlab.userdata;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Amazon Linux 2023 as it is before its first boot: the few files and services that a lesson may look at. */
public final class BaseSystem {

    private static final Map<String, String> SERVICES = Map.of(
            "sshd", "OpenSSH server daemon",
            "chronyd", "NTP client/server",
            "systemd-resolved", "Network Name Resolution",
            "systemd-networkd", "Network Configuration",
            "amazon-ssm-agent", "amazon-ssm-agent");

    private BaseSystem() {
    }

    public static FileTree files(String fullName, Instant when) {
        FileTree files = new FileTree(when);
        try {
            for (String directory : List.of("/etc/systemd/system", "/root", "/home", "/usr/bin", "/usr/share", "/opt",
                    "/tmp", "/var/log", "/var/lib/rpm", "/var/lib/cloud/instance/scripts")) {
                Packages.directories(files, directory, when);
            }
            files.changeMode("/tmp", 0777, "root");
            files.changeMode("/root", 0550, "root");
            files.makeDirectory("/home/ec2-user", "root", when);
            files.changeOwner("/home/ec2-user", "ec2-user", "root");
            files.changeMode("/home/ec2-user", 0700, "root");
            write(files, "/etc/hostname", fullName + "\n", when);
            write(files, "/etc/hosts", "127.0.0.1   localhost localhost.localdomain\n::1         localhost6\n", when);
            write(files, "/etc/resolv.conf", "nameserver 169.254.169.253\nsearch ec2.internal\n", when);
            write(files, "/etc/system-release", "Amazon Linux release 2023.8.20250721 (Amazon Linux)\n", when);
            write(files, "/etc/os-release", "NAME=\"Amazon Linux\"\nVERSION=\"2023\"\nID=\"amzn\"\nID_LIKE=\"fedora\"\n"
                    + "VERSION_ID=\"2023\"\nPRETTY_NAME=\"Amazon Linux 2023.8.20250721\"\n", when);
        } catch (FileProblem problem) {
            throw new IllegalStateException("an empty disk takes these files", problem);
        }
        return files;
    }

    private static void write(FileTree files, String path, String text, Instant when) throws FileProblem {
        files.write(path, text.getBytes(StandardCharsets.UTF_8), false, "root", when);
    }

    /** The services that start at boot; none of them runs yet. */
    public static Services services(Services.Listener listener) {
        Services services = new Services(listener);
        SERVICES.forEach((name, description) ->
                services.add(new Services.Service(name, description, true, false, null)));
        return services;
    }
}
