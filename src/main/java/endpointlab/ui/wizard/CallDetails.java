package endpointlab.ui.wizard;

import endpointlab.run.CallSummary;
import java.util.concurrent.CompletableFuture;

/** Where the API tab takes requests and responses from. */
@FunctionalInterface
public interface CallDetails {

    /** What was sent and answered; completes on any thread. */
    CompletableFuture<Exchange> of(CallSummary call);

    /**
     * A call as it can be read, without secrets.
     *
     * @param response empty if there was none
     */
    record Exchange(String request, String response) {
    }
}
