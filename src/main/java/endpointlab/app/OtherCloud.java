package endpointlab.app;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.probe.Dialer;
import endpointlab.probe.SocksDialer;
import java.util.Optional;
import java.util.OptionalLong;

/** A practice cloud of another process. Its clock is taken to run at the pace that the learner names. */
final class OtherCloud implements Cloud {

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

    @Override
    public void close() {
        aws.close();
    }
}
