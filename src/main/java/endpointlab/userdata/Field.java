package endpointlab.userdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A word after its expansion; knows which of its characters may stand for file names. */
final class Field {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean matches;

    void append(String more, boolean quoted) {
        text.append(more);
        for (char c : more.toCharArray()) {
            boolean wild = !quoted && (c == '*' || c == '?');
            matches |= wild;
            pattern.append(wild ? (c == '*' ? "[^/]*" : "[^/]") : Pattern.quote(String.valueOf(c)));
        }
    }

    CharSequence text() {
        return text;
    }

    /** The files it stands for; itself if it has no wildcard or nothing matches. */
    List<String> fileNames(FileTree files, String directory) {
        if (!matches) {
            return List.of(text.toString());
        }
        Pattern whole = Pattern.compile(pattern.toString(), Pattern.DOTALL);
        String fixed = text.substring(0, firstWildcard());
        String below = fixed.contains("/") ? fixed.substring(0, fixed.lastIndexOf('/') + 1) : "";
        List<String> found = new ArrayList<>();
        collect(files, FileTree.resolve(directory, below.isEmpty() ? "." : below), below, whole, found);
        return found.isEmpty() ? List.of(text.toString()) : found;
    }

    private int firstWildcard() {
        int star = text.indexOf("*");
        int mark = text.indexOf("?");
        return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
    }

    private void collect(FileTree files, String directory, String shown, Pattern whole, List<String> found) {
        long depth = text.chars().filter(c -> c == '/').count();
        for (String name : files.list(directory)) {
            String path = shown + name;
            if (name.startsWith(".")) {
                continue;
            }
            if (whole.matcher(path).matches()) {
                found.add(path);
            } else if (path.chars().filter(c -> c == '/').count() < depth) {
                collect(files, FileTree.resolve(directory, name), path + "/", whole, found);
            }
        }
    }
}
