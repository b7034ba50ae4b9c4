package endpointlab.userdata;

import java.time.Duration;
import java.time.Instant;

/** What a shell knows of the machine it runs on. */
public interface Host {

    /** The name with its domain, such as {@code ip-10-0-1-10.ec2.internal}. */
    String fullName();

    /** The name up to its first dot. */
    default String shortName() {
        return fullName().split("\\.", 2)[0];
    }

    /** Private IPv4 address. */
    String address();

    /** The time that the machine's clock shows. */
    Instant now();

    /** When its kernel started. */
    Instant bootedAt();

    /** Lets time pass on the machine's clock. */
    void pause(Duration time) throws InterruptedException;

    /**
     * Fetches something from the package repositories, which takes its time.
     *
     * @return whether they answered
     */
    boolean fetchFromRepository(String what) throws InterruptedException;

    /** Host name of the package repositories. */
    String repositoryHost();

    FileTree files();

    Services services();
}
