package endpointlab.userdata;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code cp} and {@code mv}. */
final class CopyPrograms {

    private CopyPrograms() {
    }

    static void addTo(Map<String, Program> programs) {
        programs.put("cp", call -> copy(call, false));
        programs.put("mv", call -> copy(call, true));
    }

    private static int copy(Call call, boolean move) throws IOException {
        Options options = Options.read(call.arguments(), "rRafpvinu", "");
        List<String> operands = options.operands();
        if (operands.size() < 2) {
            call.error(call.name() + ": missing " + (operands.isEmpty() ? "file operand"
                    : "destination file operand after '" + operands.get(0) + "'"));
            return 1;
        }
        String target = operands.get(operands.size() - 1);
        boolean intoDirectory = call.files().find(call.path(target)).filter(FileEntry::isDirectory).isPresent();
        if (operands.size() > 2 && !intoDirectory) {
            call.error(call.name() + ": target '" + target + "' is not a directory");
            return 1;
        }
        boolean whole = move || options.has("r") || options.has("R") || options.has("a");
        int status = 0;
        for (String source : operands.subList(0, operands.size() - 1)) {
            String from = call.path(source);
            String to = intoDirectory ? FileTree.resolve(call.path(target), FileTree.name(from)) : call.path(target);
            status |= copyOne(call, source, from, to, whole, move);
        }
        return status;
    }

    private static int copyOne(Call call, String shown, String from, String to, boolean whole, boolean move)
            throws IOException {
        Optional<FileEntry> entry = call.files().find(from);
        if (entry.isPresent() && entry.get().isDirectory() && !whole) {
            call.error("cp: -r not specified; omitting directory '" + shown + "'");
            return 1;
        }
        if (to.equals(from) && !from.equals("/")) {
            call.error(call.name() + ": '" + shown + "' and '" + to + "' are the same file");
            return 1;
        }
        if (to.startsWith(from.equals("/") ? from : from + "/")) {
            call.error(call.name() + (move ? ": cannot move '" + shown + "' to a subdirectory of itself, '"
                    : ": cannot copy a directory, '" + shown + "', into itself, '") + to + "'");
            return 1;
        }
        try {
            copyAll(call, from, to, move);
            return 0;
        } catch (FileProblem problem) {
            String what = entry.isEmpty() ? "stat '" + shown : move ? "move '" + shown + "' to '" + to
                    : "create regular file '" + to;
            call.error(call.name() + ": cannot " + what + "': " + problem.getMessage());
            return 1;
        }
    }

    private static void copyAll(Call call, String from, String to, boolean move) throws FileProblem {
        FileTree files = call.files();
        FileEntry entry = files.find(from).orElseThrow(() -> new FileProblem(FileProblem.MISSING));
        if (entry.isDirectory()) {
            if (files.find(to).isEmpty()) {
                files.makeDirectory(to, call.user(), call.host().now());
            }
            for (String name : files.list(from)) {
                copyAll(call, FileTree.resolve(from, name), FileTree.resolve(to, name), move);
            }
        } else {
            files.write(to, files.read(from, call.user()), false, call.user(), call.host().now());
        }
        if (move) {
            files.remove(from, call.user());
        }
    }
}
