package endpointlab.userdata;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code dnf} of Amazon Linux 2023, and {@code yum}, its other name. */
final class Dnf implements Program {

    private static final String RULE = "=".repeat(80);
    private static final String VERSION = "2023.8.20250721";

    @Override
    public int run(Call call) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(call.arguments());
        words.removeIf(word -> word.startsWith("-"));
        String verb = words.isEmpty() ? "" : words.remove(0);
        if (!List.of("install", "update", "upgrade", "makecache", "remove", "erase", "check-update").contains(verb)) {
            call.error("No such command: " + verb + ". Please use /usr/bin/" + call.name() + " --help");
            return 1;
        }
        if (!call.user().equals("root")) {
            call.error("Error: This command has to be run with superuser privileges "
                    + "(under the root user on most systems).");
            return 1;
        }
        if (verb.equals("remove") || verb.equals("erase")) {
            call.line("No packages marked for removal.\nDependencies resolved.\nNothing to do.\nComplete!");
            return 0;
        }
        if (!call.host().fetchFromRepository(verb + " " + String.join(" ", words))) {
            return unreachable(call);
        }
        call.line("Last metadata expiration check: 0:00:01 ago on " + dateOf(call) + ".");
        if (!verb.equals("install")) {
            call.line("Dependencies resolved.\nNothing to do.\nComplete!");
            return 0;
        }
        return install(call, words);
    }

    private static String dateOf(Call call) {
        return String.format(Locale.ENGLISH, "%ta %<tb %<te %<tT %<tY", call.host().now().atZone(ZoneOffset.UTC));
    }

    /** What dnf says when its mirrors don't answer. */
    private static int unreachable(Call call) throws IOException {
        String url = "https://" + call.host().repositoryHost() + "/core/mirrors/" + VERSION + "/x86_64/mirror.list";
        String cause = "Curl error (28): Timeout was reached for " + url
                + " [Connection timed out after 30001 milliseconds]";
        call.line("Amazon Linux 2023 repository                    0.0  B/s |   0  B     02:00    ");
        call.error("Errors during downloading metadata for repository 'amazonlinux':\n  - " + cause
                + "\nError: Failed to download metadata for repo 'amazonlinux': "
                + "Cannot prepare internal mirrorlist: " + cause);
        return 1;
    }

    private static int install(Call call, List<String> names) throws IOException {
        List<String> unknown = names.stream().filter(name -> !Packages.isKnown(name)).toList();
        if (names.isEmpty() || !unknown.isEmpty()) {
            for (String name : unknown) {
                call.line("No match for argument: " + name);
            }
            call.error(names.isEmpty() ? "Error: Need to pass a list of pkgs to install"
                    : "Error: Unable to find a match: " + String.join(" ", unknown));
            return 1;
        }
        List<String> missing = names.stream().distinct().filter(name -> !Packages.isInstalled(call.host(), name))
                .toList();
        if (missing.isEmpty()) {
            for (String name : names) {
                call.line("Package " + Packages.fullName(name) + " is already installed.");
            }
            call.line("Dependencies resolved.\nNothing to do.\nComplete!");
            return 0;
        }
        report(call, missing);
        for (String name : missing) {
            Packages.install(call.host(), name);
        }
        return 0;
    }

    private static void report(Call call, List<String> names) throws IOException {
        StringBuilder text = new StringBuilder("Dependencies resolved.\n" + RULE + "\n"
                + " Package              Arch     Version                  Repository       Size\n" + RULE
                + "\nInstalling:\n");
        for (String name : names) {
            text.append(String.format(Locale.ROOT, " %-20s x86_64   %-24s amazonlinux      48 k\n", name,
                    Packages.version(name)));
        }
        text.append("\nTransaction Summary\n" + RULE + "\nInstall  ").append(names.size()).append(" Package")
                .append(names.size() == 1 ? "" : "s")
                .append("\n\nDownloading Packages:\nRunning transaction check\nTransaction check succeeded.\n"
                        + "Running transaction test\nTransaction test succeeded.\nRunning transaction\n");
        for (int i = 0; i < names.size(); i++) {
            text.append(String.format(Locale.ROOT, "  Installing       : %-48s %d/%d\n",
                    Packages.fullName(names.get(i)), i + 1, names.size()));
        }
        text.append("\nInstalled:\n");
        for (String name : names) {
            text.append("  ").append(Packages.fullName(name)).append('\n');
        }
        call.line(text.append("\nComplete!").toString());
    }
}
