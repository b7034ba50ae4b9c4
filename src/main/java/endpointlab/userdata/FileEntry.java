package endpointlab.userdata;

import java.time.Instant;

/**
 * A file or directory of a machine.
 *
 * @param content  what a file holds; {@code null} for a directory. Never changed in place
 * @param owner    user name
 * @param mode     permission bits, such as 0644
 * @param modified lab time of the last change
 */
public record FileEntry(byte[] content, String owner, int mode, Instant modified) {

    public static FileEntry file(byte[] content, String owner, int mode, Instant modified) {
        return new FileEntry(content, owner, mode, modified);
    }

    public static FileEntry directory(String owner, int mode, Instant modified) {
        return new FileEntry(null, owner, mode, modified);
    }

    public boolean isDirectory() {
        return content == null;
    }

    public long size() {
        return isDirectory() ? 4096 : content.length;
    }

    boolean mayRead(String user) {
        return may(user, 4);
    }

    boolean mayWrite(String user) {
        return may(user, 2);
    }

    boolean maySearch(String user) {
        return may(user, 1);
    }

    /** Groups are left out: what neither root nor the owner asks for falls under "others". */
    private boolean may(String user, int bit) {
        int bits = user.equals(owner) ? mode >> 6 : mode;
        return user.equals("root") || (bits & bit) != 0;
    }

    FileEntry withContent(byte[] newContent, Instant when) {
        return new FileEntry(newContent, owner, mode, when);
    }

    FileEntry withOwner(String newOwner) {
        return new FileEntry(content, newOwner, mode, modified);
    }

    FileEntry withMode(int newMode) {
        return new FileEntry(content, owner, newMode, modified);
    }
}
