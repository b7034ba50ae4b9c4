package endpointlab.userdata;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Programs that list, make and remove files, or change whose they are. */
final class FilePrograms {

    private static final DateTimeFormatter LISTED =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FilePrograms() {
    }

    static void addTo(Map<String, Program> programs) {
        programs.put("ls", FilePrograms::list);
        programs.put("ll", FilePrograms::list);
        programs.put("mkdir", FilePrograms::makeDirectories);
        programs.put("rmdir", call -> remove(call, false));
        programs.put("rm", call -> remove(call, true));
        programs.put("touch", FilePrograms::touch);
        programs.put("chown", FilePrograms::changeOwner);
        programs.put("chmod", FilePrograms::changeMode);
    }

    private static int list(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "lahrtAR1dF", "");
        boolean longForm = options.has("l") || call.name().equals("ll");
        int status = 0;
        for (String operand : options.operands().isEmpty() ? List.of(".") : options.operands()) {
            String path = call.path(operand);
            Optional<FileEntry> entry = call.files().find(path);
            if (entry.isEmpty()) {
                call.error("ls: cannot access '" + operand + "': " + FileProblem.MISSING);
                status = 2;
            } else if (!entry.get().isDirectory() || options.has("d")) {
                call.line(longForm ? longLine(operand, entry.get()) : operand);
            } else if (!entry.get().mayRead(call.user())) {
                call.error("ls: cannot open directory '" + operand + "': " + FileProblem.DENIED);
                status = 2;
            } else {
                listDirectory(call, path, longForm, options);
            }
        }
        return status;
    }

    private static void listDirectory(Call call, String path, boolean longForm, Options options) throws IOException {
        List<String> lines = new ArrayList<>();
        if (options.has("a")) {
            lines.addAll(longForm
                    ? List.of(longLine(".", call.files().find(path).orElseThrow())) : List.of(".", ".."));
        }
        for (String name : call.files().list(path)) {
            Optional<FileEntry> entry = call.files().find(FileTree.resolve(path, name));
            if (entry.isPresent() && (!name.startsWith(".") || options.has("a") || options.has("A"))) {
                lines.add(longForm ? longLine(name, entry.get()) : name);
            }
        }
        if (longForm) {
            call.line("total " + lines.size() * 4);
        }
        if (!lines.isEmpty()) {
            call.line(String.join(longForm || options.has("1") ? "\n" : "  ", lines));
        }
    }

    private static String longLine(String name, FileEntry entry) {
        StringBuilder mode = new StringBuilder(entry.isDirectory() ? "d" : "-");
        for (int bit = 8; bit >= 0; bit--) {
            mode.append((entry.mode() >> bit & 1) == 1 ? "rwx".charAt(2 - bit % 3) : '-');
        }
        return String.format(Locale.ROOT, "%s. %d %s %s %6d %s %s", mode, entry.isDirectory() ? 2 : 1, entry.owner(),
                entry.owner(), entry.size(), LISTED.format(entry.modified()), name);
    }

    private static int makeDirectories(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "pv", "m");
        int status = 0;
        for (String operand : options.operands()) {
            String path = call.path(operand);
            try {
                if (options.has("p")) {
                    makeAll(call, path);
                } else {
                    call.files().makeDirectory(path, call.user(), call.host().now());
                }
            } catch (FileProblem problem) {
                call.error("mkdir: cannot create directory ‘" + operand + "’: " + problem.getMessage());
                status = 1;
            }
        }
        return status;
    }

    private static void makeAll(Call call, String path) throws FileProblem {
        Optional<FileEntry> entry = call.files().find(path);
        if (entry.isPresent() && entry.get().isDirectory()) {
            return;
        }
        if (entry.isEmpty() && path.length() <= FileTree.LONGEST_PATH) {
            makeAll(call, FileTree.parent(path));
        }
        call.files().makeDirectory(path, call.user(), call.host().now());
    }

    private static int remove(Call call, boolean files) throws IOException {
        Options options = Options.read(call.arguments(), "rRfvdi", "");
        boolean all = files && (options.has("r") || options.has("R"));
        int status = 0;
        for (String operand : options.operands()) {
            String path = call.path(operand);
            if (all && path.equals("/")) {
                call.error("rm: it is dangerous to operate recursively on '/'");
                call.error("rm: use --no-preserve-root to override this failsafe");
                status = 1;
                continue;
            }
            try {
                Optional<FileEntry> entry = call.files().find(path);
                if (files && !all && entry.isPresent() && entry.get().isDirectory()) {
                    throw new FileProblem(FileProblem.IS_DIRECTORY);
                }
                removeAll(call, path, all);
            } catch (FileProblem problem) {
                if (!options.has("f") || !problem.getMessage().equals(FileProblem.MISSING)) {
                    String what = files ? "rm: cannot remove '" : "rmdir: failed to remove '";
                    call.error(what + operand + "': " + problem.getMessage());
                    status = 1;
                }
            }
        }
        return status;
    }

    private static void removeAll(Call call, String path, boolean inside) throws FileProblem {
        if (inside) {
            for (String name : call.files().list(path)) {
                removeAll(call, FileTree.resolve(path, name), true);
            }
        }
        call.files().remove(path, call.user());
    }

    private static int touch(Call call) throws IOException {
        int status = 0;
        for (String operand : Options.read(call.arguments(), "acm", "dtr").operands()) {
            try {
                call.files().write(call.path(operand), new byte[0], true, call.user(), call.host().now());
            } catch (FileProblem problem) {
                call.error("touch: cannot touch '" + operand + "': " + problem.getMessage());
                status = 1;
            }
        }
        return status;
    }

    /** Only the user counts; a group is accepted and has no effect. */
    private static int changeOwner(Call call) throws IOException {
        Options options = Options.read(call.arguments(), "RvfhH", "");
        if (options.operands().size() < 2) {
            call.error("chown: missing operand");
            return 1;
        }
        String owner = options.operands().get(0).split("[:.]", 2)[0];
        return change(call, options, "chown: changing ownership of '", path -> {
            if (!owner.isEmpty()) {
                call.files().changeOwner(path, owner, call.user());
            }
        });
    }

    private static int changeMode(Call call) throws IOException {
        List<String> arguments = call.arguments().stream().map(a -> a.matches("-[rwx]+") ? "a" + a : a).toList();
        Options options = Options.read(arguments, "Rvf", "");
        if (options.operands().size() < 2) {
            call.error("chmod: missing operand");
            return 1;
        }
        String mode = options.operands().get(0);
        if (!mode.matches("[0-7]{3,4}|([ugoa]*[-+=][rwxXst]*)(,[ugoa]*[-+=][rwxXst]*)*")) {
            call.error("chmod: invalid mode: ‘" + mode + "’");
            return 1;
        }
        return change(call, options, "chmod: changing permissions of '", path -> {
            FileEntry entry = call.files().find(path).orElseThrow(() -> new FileProblem(FileProblem.MISSING));
            call.files().changeMode(path, Modes.apply(mode, entry.mode()), call.user());
        });
    }

    @FunctionalInterface
    private interface Change {

        void apply(String path) throws FileProblem;
    }

    private static int change(Call call, Options options, String complaint, Change change) throws IOException {
        int status = 0;
        for (String operand : options.operands().subList(1, options.operands().size())) {
            try {
                changeAll(call, call.path(operand), options.has("R"), change);
            } catch (FileProblem problem) {
                boolean missing = problem.getMessage().equals(FileProblem.MISSING);
                call.error((missing ? call.name() + ": cannot access '" : complaint) + operand + "': "
                        + problem.getMessage());
                status = 1;
            }
        }
        return status;
    }

    private static void changeAll(Call call, String path, boolean inside, Change change) throws FileProblem {
        if (call.files().find(path).isEmpty()) {
            throw new FileProblem(FileProblem.MISSING);
        }
        change.apply(path);
        if (inside) {
            for (String name : call.files().list(path)) {
                changeAll(call, FileTree.resolve(path, name), true, change);
            }
        }
    }
}
