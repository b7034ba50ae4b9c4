package endpointlab.aws;

import java.time.Duration;

/** Is told when a call is refused for now and will be repeated. */
@FunctionalInterface
public interface RetryListener {

    /**
     * @param what   key of the text that says what is waited for
     * @param fault  AWS's answer
     * @param budget lab time that is spent waiting before it is given up
     */
    void waitingOut(String what, AwsFault fault, Duration budget);
}
