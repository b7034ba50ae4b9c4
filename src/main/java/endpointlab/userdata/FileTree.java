package endpointlab.userdata;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of one machine, in memory, by absolute path. Permissions are those of users, without groups and links.
 * Safe for use by any thread.
 */
public final class FileTree {

    /** More than any lesson writes; stops a script that never ends from taking all memory. */
    private static final long CAPACITY = 4 * 1024 * 1024;

    /** Linux's {@code PATH_MAX}. */
    static final int LONGEST_PATH = 4096;

    private final NavigableMap<String, FileEntry> entries = new TreeMap<>();
    private long used;
    private long changes;

    /** A tree with nothing but its root directory. */
    public FileTree(Instant when) {
        entries.put("/", FileEntry.directory("root", 0755, when));
    }

    /** A tree as {@link #entries()} gave it. */
    public FileTree(Map<String, FileEntry> saved) {
        entries.putAll(saved);
        used = saved.values().stream().filter(entry -> !entry.isDirectory()).mapToLong(FileEntry::size).sum();
    }

    /** Counts changes, so that whoever keeps a copy knows whether it is out of date. */
    public synchronized long changes() {
        return changes;
    }

    public synchronized Map<String, FileEntry> entries() {
        return Map.copyOf(entries);
    }

    /** Makes {@code path} absolute, seen from {@code directory}, without {@code .}, {@code ..} and double slashes. */
    public static String resolve(String directory, String path) {
        Deque<String> parts = new ArrayDeque<>();
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        for (String part : whole.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public synchronized Optional<FileEntry> find(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** Names in a directory, sorted. */
    public synchronized List<String> list(String directory) {
        String prefix = directory.equals("/") ? "/" : directory + "/";
        return entries.tailMap(prefix, false).keySet().stream()
                .takeWhile(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(name -> name.indexOf('/') < 0)
                .toList();
    }

    /** @throws FileProblem if {@code user} can't read it */
    public synchronized byte[] read(String path, String user) throws FileProblem {
        FileEntry entry = require(path, user);
        if (entry.isDirectory()) {
            throw new FileProblem(FileProblem.IS_DIRECTORY);
        }
        if (!entry.mayRead(user)) {
            throw new FileProblem(FileProblem.DENIED);
        }
        return entry.content();
    }

    /** Reads a text file as root; empty if there is none. */
    public synchronized Optional<String> text(String path) {
        return find(path).filter(entry -> !entry.isDirectory())
                .map(entry -> new String(entry.content(), StandardCharsets.UTF_8));
    }

    /**
     * Writes a file, or appends to it, making it if it doesn't exist.
     *
     * @throws FileProblem if {@code user} may not, its directory doesn't exist or the disk is full
     */
    public synchronized void write(String path, byte[] content, boolean append, String user, Instant when)
            throws FileProblem {
        FileEntry old = entries.get(path);
        if (old == null) {
            requireWritableParent(path, user);
            old = FileEntry.file(new byte[0], user, 0644, when);
        } else {
            require(path, user);
        }
        if (old.isDirectory()) {
            throw new FileProblem(FileProblem.IS_DIRECTORY);
        }
        if (!old.mayWrite(user)) {
            throw new FileProblem(FileProblem.DENIED);
        }
        byte[] whole = append ? concat(old.content(), content) : content.clone();
        long after = used - old.size() + whole.length;
        if (after > CAPACITY && whole.length > old.size()) {
            throw new FileProblem(FileProblem.FULL);
        }
        used = after;
        put(path, old.withContent(whole, when));
    }

    /** Makes one directory. */
    public synchronized void makeDirectory(String path, String user, Instant when) throws FileProblem {
        if (entries.containsKey(path)) {
            throw new FileProblem(FileProblem.EXISTS);
        }
        requireWritableParent(path, user);
        put(path, FileEntry.directory(user, 0755, when));
    }

    /** Removes a file or an empty directory. */
    public synchronized void remove(String path, String user) throws FileProblem {
        FileEntry entry = require(path, user);
        requireWritableParent(path, user);
        if (path.equals("/")) {
            throw new FileProblem(FileProblem.BUSY);
        }
        if (entry.isDirectory() && !list(path).isEmpty()) {
            throw new FileProblem(FileProblem.NOT_EMPTY);
        }
        used -= entry.isDirectory() ? 0 : entry.size();
        entries.remove(path);
        changes++;
    }

    /** Gives a file to another user; only root may. */
    public synchronized void changeOwner(String path, String owner, String user) throws FileProblem {
        FileEntry entry = require(path, user);
        if (!user.equals("root")) {
            throw new FileProblem("Operation not permitted");
        }
        put(path, entry.withOwner(owner));
    }

    /** Changes permission bits; only root and the owner may. */
    public synchronized void changeMode(String path, int mode, String user) throws FileProblem {
        FileEntry entry = require(path, user);
        if (!user.equals("root") && !user.equals(entry.owner())) {
            throw new FileProblem("Operation not permitted");
        }
        put(path, entry.withMode(mode));
    }

    private void put(String path, FileEntry entry) {
        entries.put(path, entry);
        changes++;
    }

    private FileEntry require(String path, String user) throws FileProblem {
        requireReachable(path, user);
        FileEntry entry = entries.get(path);
        if (entry == null) {
            throw new FileProblem(FileProblem.MISSING);
        }
        return entry;
    }

    private void requireWritableParent(String path, String user) throws FileProblem {
        requireReachable(path, user);
        if (!entries.get(parent(path)).mayWrite(user)) {
            throw new FileProblem(FileProblem.DENIED);
        }
    }

    /** Every directory above must exist and let the user through. */
    private void requireReachable(String path, String user) throws FileProblem {
        if (path.length() > LONGEST_PATH) {
            throw new FileProblem(FileProblem.TOO_LONG);
        }
        for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
            FileEntry above = entries.get(slash == 0 ? "/" : path.substring(0, slash));
            if (above == null) {
                throw new FileProblem(FileProblem.MISSING);
            }
            if (!above.isDirectory()) {
                throw new FileProblem(FileProblem.NOT_DIRECTORY);
            }
            if (!above.maySearch(user)) {
                throw new FileProblem(FileProblem.DENIED);
            }
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] whole = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }
}
