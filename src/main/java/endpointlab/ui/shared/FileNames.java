package endpointlab.ui.shared;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names for files that are suggested to the user. */
public final class FileNames {

    private FileNames() {
    }

    /**
     * @param preferred in the user's language
     * @param plain     in ASCII, for systems whose locale has no form for the other (such as {@code LC_ALL=C})
     */
    public static String possible(String preferred, String plain) {
        try {
            Path.of(preferred);
            return preferred;
        } catch (InvalidPathException notEncodable) {
            return plain;
        }
    }
}
