package endpointlab.app;

import endpointlab.aws.AwsAccess;
import endpointlab.aws.AwsConnection;
import endpointlab.aws.AwsMachine;
import endpointlab.aws.MfaPrompt;
import endpointlab.clock.Pace;
import endpointlab.ip.Ipv4;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.practice.PracticeCloud;
import endpointlab.practice.PracticeOptions;
import endpointlab.practice.document.DocumentException;
import endpointlab.practice.internet.SocksServer;
import endpointlab.preflight.AddressLookup;
import endpointlab.probe.Dialer;
import endpointlab.probe.DirectDialer;
import endpointlab.probe.SocksDialer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens practice clouds, of this process and of others, and the user's own account. */
final class CloudOpener implements Clouds {

    private static final Logger LOG = LoggerFactory.getLogger(CloudOpener.class);

    private final Trouble trouble;
    private final AddressLookup ownAddress;

    CloudOpener(Trouble trouble) {
        this(trouble, new CheckIp());
    }

    /** @param ownAddress of this computer, as AWS sees it */
    CloudOpener(Trouble trouble, AddressLookup ownAddress) {
        this.trouble = trouble;
        this.ownAddress = ownAddress;
    }

    @Override
    public Clouds with(Trouble other) {
        return other.isNone() ? this : new CloudOpener(other, ownAddress);
    }

    @Override
    public Cloud own(Path directory, String region, long seed, Pace pace) {
        return start(PracticeOptions.of(region, pace, seed, directory));
    }

    @Override
    public Cloud at(CloudAddress address, String region, Optional<String> profile, Pace pace) {
        return new OtherCloud(AwsConnection.to(address.endpoint(), region, profile),
                dialer(address.ofPractice().socks()), () -> SocksServer.DEFAULT_CLIENT_ADDRESS, pace);
    }

    @Override
    public Cloud account(AwsAccess access, Optional<InetSocketAddress> socks, Pace pace, AwsMachine machine,
                         MfaPrompt prompt) {
        return new OtherCloud(AwsConnection.to(access, machine, prompt),
                socks.<Dialer>map(SocksDialer::new).orElseGet(() -> new DirectDialer(this::lookedUp)), ownAddress,
                pace);
    }

    private Optional<String> lookedUp() {
        try {
            return Optional.of(ownAddress.address()).filter(Ipv4::isValid);
        } catch (IOException unknown) {
            LOG.warn("this computer's address can't be found out", unknown);
            return Optional.empty();
        }
    }

    private static Dialer dialer(Optional<InetSocketAddress> socks) {
        return socks.<Dialer>map(SocksDialer::new).orElseGet(DirectDialer::new);
    }

    @Override
    public ServedCloud serve(Path directory, String region, long seed, Pace pace, int port, int socksPort) {
        return start(new PracticeOptions(region, pace, seed, directory, port, socksPort));
    }

    private OwnCloud start(PracticeOptions options) {
        try {
            PracticeCloud cloud = PracticeCloud.start(options);
            try {
                return new OwnCloud(cloud, trouble);
            } catch (DocumentException changedMeanwhile) {
                cloud.close();
                throw Trouble.problem(changedMeanwhile);
            }
        } catch (IOException failure) {
            throw new ProblemException(new Problem("PracticeCloudNotStarted", "terminal.cloud-not-started.cause",
                    "terminal.cloud-not-started.remedy", List.of(options.directory().toString()), "",
                    String.valueOf(failure.getMessage()), ""), failure);
        }
    }
}
