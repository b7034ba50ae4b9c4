package endpointlab.app;

import endpointlab.clock.Pace;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cloud to work in, if not the lab's own. */
final class CloudOptions {

    @Option(names = "--endpoint-url")
    private String endpointUrl;

    @Option(names = "--socks")
    private String socks;

    @Option(names = "--profile")
    private String profile;

    @Option(names = "--pace")
    private String pace;

    @Option(names = "--faults")
    private String faults;

    @Option(names = "--policy")
    private String policy;

    /** @throws BadInput if only one of the two options is there, or one is malformed */
    Optional<CloudAddress> address() {
        return endpointUrl == null && socks == null ? Optional.empty()
                : Optional.of(CloudAddress.parse(endpointUrl, socks));
    }

    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** @throws BadInput if a file can't be used */
    Trouble trouble() {
        return Trouble.of(faults, policy);
    }

    Optional<Pace> pace() {
        return CommonOptions.pace(pace);
    }
}
