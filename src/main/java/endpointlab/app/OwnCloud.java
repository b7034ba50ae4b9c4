package endpointlab.app;

import endpointlab.aws.AwsConnection;
import endpointlab.clock.LabClock;
import endpointlab.lab.Lab;
import endpointlab.lab.LabState;
import endpointlab.network.Flow;
import endpointlab.network.Path;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.internet.SocksServer;
import endpointlab.practice.world.Timing;
import endpointlab.preflight.AddressLookup;
import endpointlab.probe.Dialer;
import endpointlab.probe.SocksDialer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A practice cloud inside this process. */
final class OwnCloud implements Cloud, Clouds.ServedCloud {

    private final PracticeCloud cloud;
    private final AwsConnection aws;
    private volatile String laptopAddress = SocksServer.DEFAULT_CLIENT_ADDRESS;
    private final FileWatch trouble;
    /** Transitions of earlier runs, which this run didn't wait for. */
    private final int drawnBefore;

    OwnCloud(PracticeCloud cloud, Trouble trouble) {
        this.cloud = cloud;
        this.trouble = trouble.switchOn(cloud);
        this.drawnBefore = cloud.transitions().size();
        this.aws = AwsConnection.to(cloud.endpoint(), cloud.region(), accessKeyId(), secretAccessKey());
    }

    @Override
    public AwsConnection aws() {
        return aws;
    }

    @Override
    public Dialer dialer() {
        return new SocksDialer(cloud.socks(), () -> Optional.of(cloud.laptopAddress()));
    }

    @Override
    public LabClock clock() {
        return cloud.clock();
    }

    @Override
    public OptionalLong criticalPathMillis(Lab lab, LabState state) {
        List<Timing.Drawn> all = cloud.transitions();
        CriticalPath path = new CriticalPath(lab, state, all.subList(drawnBefore, all.size()));
        return OptionalLong.of(clock().toWall(path.making().plus(path.deleting())).toMillis());
    }

    @Override
    public void setLaptopAddress(String publicIp) {
        cloud.setLaptopAddress(publicIp);
        laptopAddress = publicIp;
    }

    @Override
    public AddressLookup ownAddress() {
        return () -> laptopAddress;
    }

    @Override
    public Optional<Path> way(Flow flow) {
        return Optional.of(cloud.way(flow));
    }

    @Override
    public String endpoint() {
        return cloud.endpoint().toString();
    }

    @Override
    public String socks() {
        return cloud.socks().getHostString() + ":" + cloud.socks().getPort();
    }

    @Override
    public String region() {
        return cloud.region();
    }

    @Override
    public String accessKeyId() {
        return cloud.credentials().accessKeyId();
    }

    @Override
    public String secretAccessKey() {
        return cloud.credentials().secretAccessKey();
    }

    @Override
    public void close() {
        aws.close();
        trouble.close();
        cloud.close();
    }
}
