package endpointlab.app;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.probe.Dialer;
import endpointlab.probe.SocksDialer;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A practice cloud of another process. Its clock is taken to run at the pace that the learner names. */
final class OtherCloud implements Cloud {

    private static final Logger LOG = LoggerFactory.getLogger(OtherCloud.class);

    private final CloudAddress address;
    private final AwsConnection aws;
    private final LabClock clock;

    OtherCloud(CloudAddress address, String region, Optional<String> profile, Pace pace) {
        this.address = address;
        this.aws = AwsConnection.to(address.endpoint(), region, profile);
        this.clock = LabClock.startingNow(pace);
    }

    @Override
    public AwsConnection aws() {
        return aws;
    }

    @Override
    public Dialer dialer() {
        return new SocksDialer(address.socks());
    }

    @Override
    public LabClock clock() {
        return clock;
    }

    @Override
    public OptionalLong criticalPathMillis(Lab lab, LabState state) {
        return OptionalLong.empty();
    }

    /** That process decides from where its clients seem to come. */
    @Override
    public void setLaptopAddress(String publicIp) {
        LOG.debug("the laptop's address is the other process's business: {}", publicIp);
    }

    @Override
    public Optional<Path> way(Flow flow) {
        return Optional.empty();
    }

    @Override
    public void close() {
        aws.close();
    }
}
