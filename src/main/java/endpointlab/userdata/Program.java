package endpointlab.userdata;

import java.io.IOException;

/** A command that a machine knows. */
@FunctionalInterface
public interface Program {

    /**
     * @return its exit status
     * @throws InterruptedException if the user ended it
     */
    int run(Call call) throws IOException, InterruptedException;
}
