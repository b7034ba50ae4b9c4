package endpointlab.app;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.clock.Pace;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.preflight.AddressLookup;
import endpointlab.probe.Dialer;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cloud outside this process: a practice cloud of another process, or AWS. Its clock is taken to run at the pace that
 * the learner names.
 */
final class OtherCloud implements Cloud {

    private static final Logger LOG = LoggerFactory.getLogger(OtherCloud.class);

    private final AwsConnection aws;
    private final Dialer dialer;
    private final AddressLookup ownAddress;
    private final LabClock clock;

    /** @param aws closed together with this */
    OtherCloud(AwsConnection aws, Dialer dialer, AddressLookup ownAddress, Pace pace) {
        this.aws = aws;
        this.dialer = dialer;
        this.ownAddress = ownAddress;
        this.clock = LabClock.startingNow(pace);
    }

    @Override
    public AwsConnection aws() {
        return aws;
    }

    @Override
    public Dialer dialer() {
        return dialer;
    }

    @Override
    public LabClock clock() {
        return clock;
    }

    @Override
    public OptionalLong criticalPathMillis(Lab lab, LabState state) {
        return OptionalLong.empty();
    }

    /** That cloud knows from where its clients come. */
    @Override
    public void setLaptopAddress(String publicIp) {
        LOG.debug("the laptop's address is not ours to say: {}", publicIp);
    }

    @Override
    public AddressLookup ownAddress() {
        return ownAddress;
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
