package endpointlab.app;

import endpointlab.aws.AwsMachine;
import endpointlab.clock.Pace;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cloud to work in, if not the lab's own, and as whom. */
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

    /** @throws BadInput if there is a proxy and no cloud, or one is malformed */
    Optional<CloudAddress> address() {
        return endpointUrl == null && socks == null ? Optional.empty()
                : Optional.of(CloudAddress.parse(endpointUrl, socks));
    }

    /** As {@link #address()}, else as this computer is set up. */
    Optional<CloudAddress> address(AwsMachine machine) {
        return address().or(() -> machine.endpointUrl().map(url -> CloudAddress.parse(url, null)));
    }

    /**
     * AWS has its own pace; only a practice cloud may have another.
     *
     * @throws BadInput if another is asked of AWS
     */
    Pace paceOfAccount(Optional<CloudAddress> address) {
        if (pace != null && address.isEmpty()) {
            throw BadInput.of("pace-in-aws");
        }
        return pace().orElse(Pace.AWS);
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
