package endpointlab.userdata;

import java.io.IOException;

/** A file operation that failed, with the words of the C library ({@code strerror}) as its message. */
public final class FileProblem extends IOException {

    public static final String MISSING = "No such file or directory";
    public static final String DENIED = "Permission denied";
    public static final String IS_DIRECTORY = "Is a directory";
    public static final String NOT_DIRECTORY = "Not a directory";
    public static final String EXISTS = "File exists";
    public static final String NOT_EMPTY = "Directory not empty";
    public static final String BUSY = "Device or resource busy";
    public static final String TOO_LONG = "File name too long";
    public static final String FULL = "No space left on device";

    FileProblem(String message) {
        super(message);
    }
}
