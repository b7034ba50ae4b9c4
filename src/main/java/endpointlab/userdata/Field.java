package endpointlab.userdata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A word after its expansion; knows which of its characters may stand for file names. */
final class Field {

    private final StringBuilder text = new StringBuilder();
    /** Which characters stand for others. */
    private final BitSet wild = new BitSet();

    void append(String more, boolean quoted) {
        for (int i = 0; i < more.length() && !quoted; i++) {
            if (more.charAt(i) == '*' || more.charAt(i) == '?') {
                wild.set(text.length() + i);
            }
        }
        text.append(more);
    }

    CharSequence text() {
        return text;
    }

    /** The files it stands for; itself if it has no wildcard or nothing matches. */
    List<String> fileNames(FileTree files, String directory) {
        if (wild.isEmpty()) {
            return List.of(text.toString());
        }
        String fixed = text.substring(0, wild.nextSetBit(0));
        String below = fixed.contains("/") ? fixed.substring(0, fixed.lastIndexOf('/') + 1) : "";
        List<String> found = new ArrayList<>();
        collect(files, FileTree.resolve(directory, below.isEmpty() ? "." : below), below, found);
        return found.isEmpty() ? List.of(text.toString()) : found;
    }

    private void collect(FileTree files, String directory, String shown, List<String> found) {
        long depth = text.chars().filter(c -> c == '/').count();
        for (String name : files.list(directory)) {
            String path = shown + name;
            if (name.startsWith(".")) {
                continue;
            }
            if (matches(path)) {
                found.add(path);
            } else if (path.chars().filter(c -> c == '/').count() < depth) {
                collect(files, FileTree.resolve(directory, name), path + "/", found);
            }
        }
    }

    /** An asterisk goes back for more only once for each character, however many there are. */
    private boolean matches(String path) {
        int at = 0;
        int star = -1;
        int taken = 0;
        for (int i = 0; i < path.length();) {
            if (at < text.length() && wild.get(at) && text.charAt(at) == '*') {
                star = at++;
                taken = i;
            } else if (at < text.length() && (wild.get(at) ? path.charAt(i) != '/'
                    : text.charAt(at) == path.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0 && path.charAt(taken) != '/') {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        while (at < text.length() && wild.get(at) && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
