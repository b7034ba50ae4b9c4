package endpointlab.userdata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that tell or change who somebody is. */
final class UserPrograms {

    private UserPrograms() {
    }

    static void addTo(Map<String, Program> programs) {
        programs.put("whoami", call -> say(call, call.user()));
        programs.put("id", UserPrograms::id);
        programs.put("groups", call -> say(call, call.user().equals("root") ? "root" : call.user()
                + " adm wheel systemd-journal"));
        programs.put("sudo", UserPrograms::sudo);
        programs.put("su", UserPrograms::su);
        for (String accepted : List.of("usermod", "useradd", "groupadd", "passwd", "gpasswd")) {
            programs.put(accepted, UserPrograms::changeAccounts);
        }
    }

    private static int say(Call call, String text) throws IOException {
        call.line(text);
        return 0;
    }

    private static int id(Call call) throws IOException {
        String user = call.user();
        Options options = Options.read(call.arguments(), "ungr", "");
        if (options.has("n")) {
            return say(call, user);
        }
        if (options.has("u")) {
            return say(call, user.equals("root") ? "0" : "1000");
        }
        return say(call, user.equals("root") ? "uid=0(root) gid=0(root) groups=0(root)"
                : "uid=1000(" + user + ") gid=1000(" + user + ") groups=1000(" + user
                + "),4(adm),10(wheel),190(systemd-journal)");
    }

    /** {@code ec2-user} may use it without a password, as on Amazon Linux. */
    private static int sudo(Call call) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(call.arguments());
        String user = "root";
        boolean login = false;
        while (!words.isEmpty() && words.get(0).startsWith("-")) {
            String option = words.remove(0);
            if (option.equals("-u") && !words.isEmpty()) {
                user = words.remove(0);
            }
            login |= option.equals("-i") || option.equals("-s");
        }
        while (!words.isEmpty() && words.get(0).matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
            words.remove(0);
        }
        if (words.isEmpty() && login) {
            words.addAll(List.of("su"));
        }
        if (words.isEmpty()) {
            call.error("usage: sudo -h | -K | -k | -V");
            return 1;
        }
        if (!isKnown(call, words.get(0))) {
            call.error("sudo: " + words.get(0) + ": command not found");
            return 1;
        }
        return call.shell().invokeAs(user, words, call.streams());
    }

    private static boolean isKnown(Call call, String name) {
        return name.contains("/") || call.shell().programs().find(name).isPresent();
    }

    /**
     * Without a terminal, as in user data, the new shell reads its commands from an empty standard input and ends at
     * once, so {@code sudo su} has no effect there.
     */
    private static int su(Call call) throws IOException, InterruptedException {
        Options options = Options.read(call.arguments(), "lm", "cs");
        List<String> names = options.operands().stream().filter(name -> !name.equals("-")).toList();
        String user = names.isEmpty() ? "root" : names.get(0);
        if (!call.user().equals("root")) {
            call.error("Password: \nsu: Authentication failure");
            return 1;
        }
        if (call.files().find(Environment.homeOf(user)).isEmpty()) {
            call.error("su: user " + user + " does not exist or the user entry does not contain all the required "
                    + "fields");
            return 1;
        }
        if (options.has("c")) {
            return call.shell().invokeAs(user, List.of("bash", "-c", options.value("c").orElseThrow()),
                    call.streams());
        }
        if (call.shell().isInteractive()) {
            call.shell().nest(user);
        }
        return 0;
    }

    /** Accounts and groups have no effect on a machine of practice; only root may change them. */
    private static int changeAccounts(Call call) throws IOException {
        if (!call.user().equals("root")) {
            call.error(call.name() + ": Permission denied.");
            return 1;
        }
        return 0;
    }
}
