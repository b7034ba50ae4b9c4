package endpointlab.aws;

import java.util.Optional;

/** Asks the user for the code that a device for multi-factor authentication shows. The code is kept nowhere. */
@FunctionalInterface
public interface MfaPrompt {

    /** For where nobody can be asked. */
    MfaPrompt NOBODY = serial -> Optional.empty();

    /**
     * Blocks until there is an answer.
     *
     * @param serial the device, as the profile names it
     * @return the code; empty if nobody can be asked, or doesn't want to say
     */
    Optional<String> code(String serial);
}
